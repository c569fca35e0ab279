/** What a customer's contact does, in a customer's words; the purposes of assignments that say so. */
const purposes = {
  ask: ["support", "tickets"],
  invoices: ["billing"],
  work: ["deployments"],
} as const;

export type Ability = keyof typeof purposes;
export const abilities = Object.keys(purposes) as Ability[];

interface Assigned {
  readonly purpose: string;
  readonly place: string | null;
}

/** Nothing, everywhere, or at some places only. An assignment without a place is everywhere. */
export function abilityOf(
  assignments: readonly Assigned[],
  ability: Ability,
): "none" | "everywhere" | readonly string[] {
  const own = assignments.filter(({ purpose }) => purposes[ability].some((one) => one === purpose));
  if (own.length === 0) return "none";
  const places = new Set(own.map(({ place }) => place));
  return places.has(null) ? "everywhere" : [...places].filter((place) => place !== null).sort();
}

/** The places where somebody is on site. */
export const placesOf = (assignments: readonly Assigned[]): string[] => [
  ...new Set(assignments.flatMap(({ purpose, place }) => (purpose === "site" && place ? [place] : []))),
];

/** How many of the abilities somebody has, anywhere. */
export const mayDo = (assignments: readonly Assigned[]): number =>
  abilities.filter((ability) => abilityOf(assignments, ability) !== "none").length;
