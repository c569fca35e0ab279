"use client";
import { useQuery } from "@tanstack/react-query";
import type { SwSite } from "@softwhere/services/model/generated/entities";
import { Check, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { api } from "@/base/api/browser";
import { useContactDrop } from "@/base/assigning/contact-drag";
import { useFormat } from "@/base/format/format";
import { plain } from "@/base/format/plain-text";
import { onDemand } from "@/base/on-demand/on-demand";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { Button } from "@/ui/button";
import { useRoving } from "@/ui/use-roving";
import { SingleSite } from "./single-site";
import type { SiteMapProps } from "./site-map";

const SiteMap = onDemand<SiteMapProps>(async () => (await import("./site-map")).SiteMap);

interface SitePanelProps {
  readonly accountId: string;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  /** Objects per site, from the verticals. */
  readonly counts: ReadonlyMap<string, number>;
}

type StatusFilter = "all" | "active" | "incident" | "opening";
const filters: readonly StatusFilter[] = ["all", "active", "incident", "opening"];

/** One site reads as a compact block, several as a panel that filters what is below. */
export function SitePanel(props: SitePanelProps) {
  const t = useTranslations("sites");
  const query = useQuery(api.sites.ofAccount.queryOptions({ accountId: props.accountId }));
  const sites = query.data ?? [];
  const [only] = sites;
  if (!query.data) return null;
  if (!only) {
    return (
      <div className="sites-none">
        <AddRecord
          type="sw_site"
          fixed={{ account: { id: props.accountId, type: "sw_account", label: null } }}
          label={t("add")}
        />
      </div>
    );
  }
  if (sites.length === 1) return <SingleSite site={only} accountId={props.accountId} />;
  return <SeveralSites {...props} sites={sites} />;
}

function SeveralSites({
  accountId,
  sites,
  selected,
  onSelect,
  counts,
}: SitePanelProps & { readonly sites: readonly SwSite[] }) {
  const t = useTranslations("sites");
  const format = useFormat();
  const panels = usePanels();
  const [status, setStatus] = useQueryState("site-status", parseAsStringLiteral(filters).withDefault("all"));
  const [search, setSearch] = useQueryState("site-search", parseAsString.withDefault(""));
  const roving = useRoving<HTMLUListElement>(".site-row");
  const text = plain(search);
  const shown = sites.filter(
    (site) =>
      (status === "all" || site.status === status) &&
      (!text || plain(`${site.name} ${site.city} ${site.address_line1}`).includes(text)),
  );
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  return (
    <section className="sites" data-zone="sites" aria-label={t("title")}>
      <div>
        <div className="sites-bar">
          <h2>{t("title")}</h2>
          <fieldset className="chips">
            <legend className="visually-hidden">{t("status")}</legend>
            {filters.map((key) => {
              const count = key === "all" ? sites.length : sites.filter((site) => site.status === key).length;
              return count === 0 ? null : (
                <button
                  key={key}
                  type="button"
                  className="chip"
                  aria-pressed={status === key}
                  onClick={() => setStatus(key)}
                >
                  {t(`filters.${key}`)} {count}
                </button>
              );
            })}
          </fieldset>
          <span className="grow" />
          {selected.length === 1 && (
            <Button
              size="small"
              tone="ghost"
              onClick={() => selected[0] && void panels.open({ kind: "sw_site", id: selected[0] })}
            >
              {t("details")}
            </Button>
          )}
          <AddRecord
            type="sw_site"
            fixed={{ account: { id: accountId, type: "sw_account", label: null } }}
            label={t("add")}
          />
          <div className="input-with-icon">
            <Search className="icon small" aria-hidden />
            <input
              className="input"
              type="search"
              placeholder={t("search")}
              aria-label={t("search")}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
        </div>
        <ul className="sites-grid" {...roving}>
          {shown.map((site) => (
            <li key={site.id}>
              <SiteButton site={site} pressed={selected.includes(site.id)} onToggle={() => toggle(site.id)}>
                <span className="site-box">
                  {selected.includes(site.id) ? (
                    <span className="checkbox" data-state="checked">
                      <Check aria-hidden />
                    </span>
                  ) : (
                    <span className={`dot ${site.status}`} />
                  )}
                </span>
                <span className="ellipsis">{site.name}</span>
                {site.status === "incident" && (
                  <span className="tag warn">{format.valueLabel("sw_site", "status", "incident")}</span>
                )}
                {site.status === "opening" && (
                  <span className="tag note">{t("opensOn", { day: format.day(site.opens_on).slice(0, 5) })}</span>
                )}
                <span className="count">{counts.get(site.id) ?? 0}</span>
              </SiteButton>
            </li>
          ))}
          {shown.length === 0 && (
            <li className="quiet" style={{ padding: 6 }}>
              {t("none")}
            </li>
          )}
        </ul>
      </div>
      <div className="sites-map">
        <SiteMap sites={sites} selected={selected} onToggle={toggle} label={t("map")} />
      </div>
    </section>
  );
}

/** A site of the panel: chosen by a click, and where a contact can be dropped. */
function SiteButton({
  site,
  pressed,
  onToggle,
  children,
}: {
  site: SwSite;
  pressed: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const drop = useContactDrop({ type: "sw_site", id: site.id, name: site.name ?? "" });
  return (
    <button type="button" className="site-row" aria-pressed={pressed} onClick={onToggle} {...drop}>
      {children}
    </button>
  );
}
