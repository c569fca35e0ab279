"use client";
import { useTranslations } from "next-intl";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { ShowOthers, useFew } from "@/base/features/portal";
import { useBusinessDay } from "@/base/viewer/viewer";
import { changesOf, type Service, type ServiceChange } from "./services";
import { useServices } from "./use-services";

const few = 8;
type Dated = Exclude<ServiceChange["kind"], "plan" | "user">;

/** The latest that happened to the customer's services. */
export function ChangesSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("telecom.portal.changes");
  const format = useFormat();
  const today = useBusinessDay()();
  const { data } = useServices(accountId);
  const changes = data ? changesOf(data.services, today, data.planChanges) : [];
  const { shown, left, showAll } = useFew(changes, few);
  const nameOf = (service: Service | undefined) =>
    [format.number(service?.number ?? ""), service?.user].filter(Boolean).join(", ");
  return (
    <>
      <header>
        <h2 id={headingId}>{t("title")}</h2>
        <span className="quiet">{t("span")}</span>
      </header>
      {data && changes.length === 0 && <p className="portal-empty">{t("none")}</p>}
      <ul>
        {shown.map(({ day, kind, services, plans }) => {
          const [first] = services;
          return (
            <li key={`${day} ${kind} ${plans?.to ?? first?.id}`} className="portal-change">
              <time dateTime={day}>{format.day(day)}</time>
              <span className="ellipsis">
                {plans
                  ? t(plans.from ? "plan" : "planOnly", {
                      ...{ count: services.length, name: nameOf(first), to: plans.to, from: plans.from ?? "" },
                    })
                  : kind === "user"
                    ? t(first?.user ? "user" : "nobody", {
                        number: format.number(first?.number ?? ""),
                        user: first?.user ?? "",
                      })
                    : services.length === 1
                      ? t(`one.${kind as Dated}`, { name: nameOf(first) })
                      : t(`many.${kind as Dated}`, { count: services.length })}
              </span>
            </li>
          );
        })}
      </ul>
      <ShowOthers left={left} showAll={showAll} />
    </>
  );
}
