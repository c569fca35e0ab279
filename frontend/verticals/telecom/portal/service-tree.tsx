"use client";
import { ChevronDown, ChevronRight, Globe, type LucideIcon, Phone, ShieldCheck, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { boundUntil, isRunning, type Service, type ServiceKind, serviceKinds } from "./services";

interface Site {
  readonly id: string | null;
  readonly name: string;
  readonly status: string;
  readonly opensOn: string | null;
  readonly price?: string | undefined;
}

interface ServiceTreeProps {
  readonly sites: readonly Site[];
  readonly services: readonly Service[];
  /** Something is left out: sites without any of the rest aren't shown. */
  readonly narrowed: boolean;
  /** What was searched for is shown unfolded. */
  readonly searched: boolean;
  readonly labelledBy: string;
}

const icons: Readonly<Record<ServiceKind, LucideIcon>> = {
  mobile: Smartphone,
  internet: Globe,
  fixed: Phone,
  cyber: ShieldCheck,
};

/** Services of a site that stand there as it is unfolded. */
const few = 12;

const tones: Readonly<Record<string, string>> = { suspended: "warn", terminating: "warn", ordered: "note" };

/** One tab stop; arrows move, left and right fold and unfold, as the pattern of a tree grid has it. */
export function ServiceTree({ sites, services, narrowed, searched, labelledBy }: ServiceTreeProps) {
  const t = useTranslations("telecom.portal");
  const format = useFormat();
  const today = useBusinessDay()();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState("");
  const grid = useRef<HTMLDivElement>(null);
  const groups = sites
    .map((site) => ({ site, key: site.id ?? "none", rows: services.filter(({ siteId }) => siteId === site.id) }))
    .filter(({ site, rows }) => rows.length > 0 || (site.id !== null && !narrowed && site.status !== "closed"));
  const priced = sites.some(({ price }) => price !== undefined);
  const isOpen = (key: string) => searched || groups.length === 1 || unfolded.has(key);
  const fold = (key: string, open: boolean) =>
    setUnfolded((before) => {
      const after = new Set(before);
      if (open) after.add(key);
      else after.delete(key);
      return after;
    });
  const stop = groups.some(({ key, rows }) => key === current || rows.some(({ id }) => id === current))
    ? current
    : groups[0]?.key;
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(grid.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1;
    if (at < 0) return;
    const focus = (index: number) => rows[Math.max(0, Math.min(rows.length - 1, index))]?.focus();
    const key = rows[at]?.dataset["site"];
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      PageDown: () => focus(at + 10),
      PageUp: () => focus(at - 10),
      ArrowRight: () => key && (isOpen(key) ? focus(at + 1) : fold(key, true)),
      ArrowLeft: () => (key ? fold(key, false) : focus(rows.findLastIndex((row, i) => i < at && row.dataset["site"]))),
      Enter: () => key && fold(key, !isOpen(key)),
    };
    const move = moves[event.key];
    if (!move || (event.key === "Enter" && !key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move();
  };
  return (
    <div ref={grid} role="treegrid" className="portal-tree" aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
      <div role="row" className={`portal-site head ${priced ? "priced" : ""}`}>
        <span role="columnheader" className="portal-site-name">
          {t("site")}
        </span>
        {serviceKinds.map((kind) => (
          <span key={kind} role="columnheader" className="number kind">
            {t(`kinds.${kind}`)}
          </span>
        ))}
        {priced && (
          <span role="columnheader" className="number">
            {t("price")}
          </span>
        )}
      </div>
      {groups.flatMap(({ site, key, rows }) => {
        const open = isOpen(key);
        // One more than there is room for is shown, not announced; what was searched for is shown whole.
        const cut = !searched && !whole.has(key) && rows.length > few + 1;
        const Fold = open ? ChevronDown : ChevronRight;
        const count = (kind: ServiceKind) => rows.filter((row) => row.kind === kind && isRunning(row)).length;
        return [
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows.
          <div
            key={key}
            role="row"
            data-row
            data-site={key}
            className={`portal-site ${priced ? "priced" : ""} ${open ? "open" : ""}`}
            aria-level={1}
            aria-expanded={open}
            tabIndex={stop === key ? 0 : -1}
            onFocus={() => setCurrent(key)}
            onClick={() => fold(key, !open)}
          >
            <span role="gridcell" className="portal-site-name">
              <Fold className="icon small quiet" aria-hidden />
              <span className="ellipsis">
                <span className="medium">{site.id === null ? t("noSite") : site.name}</span>
                <small className="quiet portal-site-count">
                  {t("count", { count: rows.filter(isRunning).length })}
                </small>
              </span>
              {site.status === "incident" && (
                <span className="tag warn">{format.valueLabel("sw_site", "status", "incident")}</span>
              )}
              {site.status === "opening" && (
                <span className="tag note">
                  {site.opensOn
                    ? t("opensOn", { day: format.day(site.opensOn) })
                    : format.valueLabel("sw_site", "status", "opening")}
                </span>
              )}
            </span>
            {serviceKinds.map((kind) => (
              <span key={kind} role="gridcell" className="number kind">
                {count(kind) || <span className="quiet">—</span>}
              </span>
            ))}
            {priced && (
              <span role="gridcell" className="number medium">
                {/* The site's price is that of all its services: beside a part of them it would be wrong. */}
                {narrowed ? "" : format.price(site.price)}
              </span>
            )}
          </div>,
          ...(open ? rows.slice(0, cut ? few : undefined) : []).map((service) => {
            const Icon = icons[service.kind] ?? Smartphone;
            const until = boundUntil(service, today);
            return (
              <div
                key={service.id}
                role="row"
                data-row
                className={`portal-line ${priced ? "priced" : ""}`}
                aria-level={2}
                tabIndex={stop === service.id ? 0 : -1}
                onFocus={() => setCurrent(service.id)}
              >
                <span role="gridcell" className="portal-line-number medium">
                  <Icon className="icon small quiet" aria-hidden />
                  {format.number(service.number)}
                </span>
                <span role="gridcell" className="portal-line-user">
                  <span className="ellipsis">{service.user}</span>
                  {service.status !== "active" && (
                    <span className={`tag ${tones[service.status] ?? ""}`}>
                      {format.valueLabel("sw_line", "status", service.status)}
                    </span>
                  )}
                </span>
                <span role="gridcell" className="portal-line-plan ellipsis soft">
                  {service.plan}
                </span>
                <span role="gridcell" className="portal-line-end ellipsis quiet">
                  {until ? t("until", { day: format.day(until) }) : t("free")}
                </span>
                {priced && (
                  <span role="gridcell" className="number medium portal-line-price">
                    {isRunning(service) ? format.price(service.price) : "—"}
                  </span>
                )}
              </div>
            );
          }),
          ...(open && cut
            ? [
                <div key={`${key} others`} role="row" className="portal-line-others" aria-level={2}>
                  <span role="gridcell">
                    <button
                      type="button"
                      className="link"
                      data-row
                      tabIndex={-1}
                      onClick={() => {
                        setWhole((before) => new Set([...before, key]));
                        setCurrent(rows[few]?.id ?? key);
                      }}
                    >
                      {t("others", { count: rows.length - few, site: site.id === null ? t("noSite") : site.name })}
                    </button>
                  </span>
                </div>,
              ]
            : []),
        ];
      })}
    </div>
  );
}
