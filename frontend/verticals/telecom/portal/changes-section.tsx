"use client";
import { useTranslations } from "next-intl";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { changesOf } from "./services";
import { useServices } from "./use-services";

const most = 8;

/** The latest that happened to the customer's services. */
export function ChangesSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("telecom.portal.changes");
  const format = useFormat();
  const today = useBusinessDay()();
  const { data } = useServices(accountId);
  const changes = data ? changesOf(data.services, today) : [];
  return (
    <>
      <header>
        <h2 id={headingId}>{t("title")}</h2>
        <span className="quiet">{t("span")}</span>
      </header>
      {data && changes.length === 0 && <p className="portal-empty">{t("none")}</p>}
      <ul>
        {changes.slice(0, most).map(({ day, kind, services }) => {
          const [first] = services;
          return (
            <li key={`${day} ${kind}`} className="portal-change">
              <time dateTime={day}>{format.day(day)}</time>
              <span className="ellipsis">
                {services.length === 1
                  ? t(`one.${kind}`, {
                      name: [format.number(first?.number ?? ""), first?.user].filter(Boolean).join(", "),
                    })
                  : t(`many.${kind}`, { count: services.length })}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
