"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useCommands } from "@/base/commands/commands";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { ExportMenu } from "@/base/records/export-menu";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { isThere, matches, passes, type ServiceFilter } from "./services";
import { ServiceTree } from "./service-tree";
import { useServices } from "./use-services";
import "./portal.css";

const filters: readonly ServiceFilter[] = ["all", "watch", "commitment"];
const exported = "number,user_name,plan,site,status,commitment_end,sell_price";

/** The customer's services by site: searched by `/`, filtered, taken away as a file with the right. */
export function ServicesSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("telecom.portal");
  const can = useCan();
  const today = useBusinessDay()();
  const [text, setText] = useState("");
  const [filter, setFilter] = useState<ServiceFilter>("all");
  const search = useRef<HTMLInputElement>(null);
  const services = useServices(accountId);
  useCommands([{ key: "search", letter: "/", title: t("search"), run: () => search.current?.focus() }]);
  const all = (services.data?.services ?? []).filter(isThere);
  const names = new Map(services.data?.sites.map(({ id, name }) => [id, name]));
  const found = all.filter(
    (service) => passes(service, filter, today) && matches(service, names.get(service.siteId) ?? "", text.trim()),
  );
  const narrowed = text.trim() !== "" || filter !== "all";
  return (
    <>
      <header className="portal-services-head">
        <h2 id={headingId}>{t("services")}</h2>
        <input
          ref={search}
          type="search"
          className="input portal-search"
          aria-keyshortcuts="/"
          placeholder={t("search")}
          aria-label={t("search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && setText("")}
        />
        <div className="portal-filters" role="group" aria-label={t("filter")}>
          {filters.map((name) => {
            const count = name === "all" ? undefined : all.filter((service) => passes(service, name, today)).length;
            return (
              <button key={name} type="button" aria-pressed={filter === name} onClick={() => setFilter(name)}>
                {t(`filters.${name}`)}
                {count ? ` ${count}` : ""}
              </button>
            );
          })}
        </div>
        {can("export") && found.length > 0 && (
          <ExportMenu
            type="sw_line"
            query={`columns=${exported}&sort=number`}
            ids={found.map(({ id }) => id)}
            label={t("export")}
          />
        )}
      </header>
      {services.isError ? (
        <ErrorNotice message={t("failed")} retryLabel={t("retry")} onRetry={() => void services.refetch()} />
      ) : !services.data ? (
        <SkeletonRows />
      ) : all.length === 0 && services.data.sites.length === 1 ? (
        <p className="portal-empty">{t("none")}</p>
      ) : (
        <>
          <ServiceTree
            sites={services.data.sites}
            services={found}
            narrowed={narrowed}
            searched={text.trim() !== ""}
            labelledBy={headingId}
          />
          <p className={narrowed ? "portal-empty" : "visually-hidden"} role="status">
            {narrowed && (found.length === 0 ? t("noMatch") : t("found", { count: found.length }))}
          </p>
        </>
      )}
    </>
  );
}
