"use client";
import { typeOfEvent } from "@softwhere/services/model/open-modules";
import type { eventKinds } from "@softwhere/services/model/generated/event-kinds";
import {
  type AccountMailKind,
  accountPlaceholders,
  defaultTemplates,
  digestPlaceholders,
  digestTemplates,
  hasItsLink,
  type MailTemplate,
  type OutsideLetter,
  outsidePlaceholders,
  placeholders,
  renderAccountMail,
  renderDigest,
  renderMail,
  renderOutside,
  type Told,
} from "@softwhere/services/base/notifications/contract";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/base/format/format";
import { useViewer } from "@/base/viewer/viewer";

type EventKind = (typeof eventKinds)[string];
/** A letter to somebody outside, as its module describes it. */
export interface LetterKind extends Pick<OutsideLetter, "label" | "type" | "fields" | "standard"> {
  readonly name: string;
}
export type MailKind = EventKind | AccountMailKind | LetterKind;

/** A mail of that kind as it could be: what its text may hold, the platform's own text, and what comes of one. */
export function useMailOf(
  kind: MailKind,
  locale: "fr" | "en",
  brand: { readonly name: string; readonly primaryColor: string | null },
) {
  const t = useTranslations("administration.mail");
  const viewer = useViewer();
  const [now] = useState(() => new Date());
  const told = useSample(kind, now);
  const about = {
    recipient: t("sampleRecipient"),
    locale,
    brand,
    ...(viewer.brand && { timeZone: viewer.brand.timeZone }),
  };
  const { language } = useFormat();
  const nameOf = (name: string) => t(`names.${name as "brand"}`);
  if ("fields" in kind) {
    const { fields } = kind;
    return {
      placeholders: outsidePlaceholders(kind),
      nameOf: (name: string) => fields[name]?.label[language] ?? nameOf(name),
      standard: kind.standard[locale],
      lacksLink: () => false,
      render: (draft: MailTemplate) =>
        renderOutside(draft, {
          ...about,
          values: Object.fromEntries(Object.entries(fields).map(([name, { example }]) => [name, example])),
          sender: t("sampleActor"),
          at: now,
          consoleAddress: window.location.origin,
        }),
    };
  }
  if ("needsLink" in kind) {
    const path = kind.needsLink ? "/login/new-password#…" : "/login";
    return {
      placeholders: accountPlaceholders,
      nameOf,
      standard: kind.standard[locale],
      lacksLink: (draft: MailTemplate) => !hasItsLink(kind, draft),
      render: (draft: MailTemplate) =>
        renderAccountMail(kind, draft, { ...about, at: now, link: window.location.origin + path }),
    };
  }
  if (kind.digest)
    return {
      placeholders: digestPlaceholders,
      nameOf,
      standard: digestTemplates[locale],
      lacksLink: () => false,
      render: (draft: MailTemplate) =>
        renderDigest(draft, {
          ...about,
          kind: kind.name,
          summary: t("sampleSummary"),
          at: now,
          link: window.location.origin + (kind.open?.page ?? ""),
        }),
    };
  return {
    placeholders,
    nameOf,
    standard: defaultTemplates[locale],
    lacksLink: () => false,
    render: (draft: MailTemplate) => renderMail(draft, { ...about, told, link: `${window.location.origin}/accounts` }),
  };
}

/** An event as it could be, with the brand's own words for its kind of object. */
function useSample(kind: MailKind, now: Date): Told {
  const t = useTranslations("administration.mail");
  const format = useFormat();
  const event = "needsLink" in kind || "fields" in kind ? undefined : kind;
  const type = event ? typeOfEvent(event) : "";
  const account = t("sampleAccount");
  return {
    kind: kind.name,
    subjectType: type,
    subjectId: null,
    subjectLabel: type === "sw_account" ? account : `${format.typeLabel(type)} 1204`,
    subjectCount: 1,
    value: event?.on?.to?.[0] ?? "active",
    accountId: null,
    accountLabel: account,
    accountCount: 1,
    actorName: t("sampleActor"),
    occurredAt: now.toISOString(),
  };
}
