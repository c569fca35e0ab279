/** Why a gap is closed that a later check doesn't find any more, as the brand's people read it. */
const closedBy = {
  fr: "Contrôle refait : l’écart n’y est plus.",
  en: "Checked again: the gap is no more.",
} as const;

export const closingReason = (locale: string | null | undefined): string => closedBy[locale === "en" ? "en" : "fr"];

/** Whether a check closed it, and no person. */
export const isClosedByCheck = (reason: string | null | undefined): boolean =>
  Object.values(closedBy).some((one) => one === reason);
