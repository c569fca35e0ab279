"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isOpen, typeOfEvent } from "@softwhere/services/model/open-modules";
import { eventKinds } from "@softwhere/services/model/generated/event-kinds";
import { accountMailKinds } from "@softwhere/services/base/notifications/contract";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { TemplateEditor } from "./template-editor";
import "./mail-templates.css";

const locales = ["fr", "en"] as const;

/** What a brand's mails say: per event and language, with a preview that follows the typing. */
export function MailTemplatesSection() {
  const t = useTranslations("administration.mail");
  const { language } = useFormat();
  const viewer = useViewer();
  const modules = viewer.brand?.modules ?? [];
  const letters = useQuery(api.letters.kinds.queryOptions());
  const kinds = [
    ...Object.values(eventKinds).filter((one) => isOpen(typeOfEvent(one), modules)),
    ...(letters.data ?? []).filter(({ type }) => isOpen(type, modules)),
    ...Object.values(accountMailKinds),
  ];
  const query = useQuery(api.administration.mailTemplates.list.queryOptions());
  const [name, setName] = useState(kinds[0]?.name ?? "");
  const [locale, setLocale] = useState<"fr" | "en">(language);
  // Typed text is not given up for a look at another event.
  const [dirty, setDirty] = useState(false);
  const leave = (change: () => void) => {
    if (dirty && !window.confirm(t("discard"))) return;
    setDirty(false);
    change();
  };
  const kind = kinds.find((one) => one.name === name);
  const own = query.data?.find((row) => row.kind === name && row.locale === locale);
  const hasOwn = (kindName: string) => query.data?.some((row) => row.kind === kindName && row.locale === locale);
  return (
    <>
      <div className="list-head mail-head">
        <h1>{t("title")}</h1>
        <span className="grow" />
        <label className="field-inline">
          <span className="visually-hidden">{t("event")}</span>
          <select className="select" value={name} onChange={(event) => leave(() => setName(event.target.value))}>
            {kinds.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label[language]} {hasOwn(one.name) ? `(${t("own")})` : ""}
              </option>
            ))}
          </select>
        </label>
        <label className="field-inline">
          <span className="visually-hidden">{t("language")}</span>
          <select
            className="select"
            value={locale}
            onChange={(event) => leave(() => setLocale(event.target.value === "en" ? "en" : "fr"))}
          >
            {locales.map((one) => (
              <option key={one} value={one}>
                {t(`languages.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="list-note quiet">{t("help")}</p>
      <div className="table-scroll">
        {query.isPending && <SkeletonRows rows={8} />}
        {query.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data && kind && (
          <TemplateEditor
            key={`${name}/${locale}/${own?.id ?? ""}`}
            kind={kind}
            locale={locale}
            own={own}
            brand={{ name: viewer.brand?.name ?? "", primaryColor: viewer.brand?.primaryColor ?? null }}
            onDirty={setDirty}
          />
        )}
      </div>
    </>
  );
}
