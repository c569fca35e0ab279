"use client";
import { useQuery } from "@tanstack/react-query";
import { ListFilter, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { api } from "@/base/api/browser";
import { DayInput } from "@/base/editing/day-input";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { TimelineFilter, type TimelineFilterValue } from "./timeline-filter";

interface HistoryToolsProps {
  readonly scope: { readonly type?: string; readonly subjectId?: string; readonly accountId?: string };
  readonly fields: readonly { readonly type: string; readonly field: string }[];
  readonly value: TimelineFilterValue;
  readonly onChange: (value: TimelineFilterValue) => void;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** Kinds beside "all"; the others are in the filter. */
const mostKinds = 6;
const typingPause = 300;

/** What stands above a history: its kinds with how many of each, the search, the way to a day, and what narrows it now. */
export function HistoryTools({ scope, fields, value, onChange, open, onOpen }: HistoryToolsProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const { kind: _kind, ...others } = value;
  const kinds = useQuery(
    api.journal.kinds.queryOptions(
      { ...scope, filter: others },
      { staleTime: 60_000, placeholderData: (last) => last },
    ),
  ).data;
  const set = (key: keyof TimelineFilterValue, text: string | undefined) => {
    const { [key]: _before, ...rest } = value;
    onChange({ ...rest, ...(text && { [key]: text }) });
  };
  const shown = (kinds?.kinds ?? []).filter(({ kind }, index) => index < mostKinds || kind === value.kind);
  const chip = (kind: string | undefined, label: string, count: number) => (
    <button
      key={kind ?? ""}
      type="button"
      className="chip"
      aria-pressed={value.kind === kind}
      onClick={() => onChange({ ...others, ...(kind && value.kind !== kind && { kind, field: undefined }) })}
    >
      {label}{" "}
      <span className="quiet">
        {format.count(count)}
        {kinds?.more ? "+" : ""}
      </span>
    </button>
  );
  const narrowing = (["person", "site", "field", "from", "to"] as const).filter((key) => value[key]);
  return (
    <div className="history-tools">
      {kinds && (kinds.kinds.length > 1 || Object.keys(value).length > 0) && (
        <fieldset className="chips">
          <legend className="visually-hidden">{t("filters.kind")}</legend>
          {chip(undefined, t("every"), kinds.all)}
          {shown.map(({ kind, count }) => chip(kind, format.typePlural(kind), count))}
        </fieldset>
      )}
      <div className="history-find">
        <HistorySearch value={value.search ?? ""} onValue={(text) => set("search", text)} />
        <label className="history-jump" data-history-day>
          <span>{t("goTo")}</span>
          <DayInput value={value.to ?? ""} onValue={(day, isDay) => isDay && set("to", day)} />
        </label>
        <Button size="small" tone="ghost" aria-expanded={open} onClick={() => onOpen(!open)}>
          <ListFilter className="icon small" aria-hidden /> {t("filter")}
        </Button>
      </div>
      {Object.keys(value).length > 0 && (
        <div className="history-narrowed">
          {narrowing.map((key) => (
            <NarrowedBy key={key} by={key} scope={scope} value={value} onRemove={() => set(key, undefined)} />
          ))}
          <Button size="small" tone="ghost" onClick={() => onChange({})}>
            {t("clear")}
          </Button>
        </div>
      )}
      {open && <TimelineFilter scope={scope} fields={fields} value={value} onChange={onChange} />}
    </div>
  );
}

/** Searches when the typing pauses. */
function HistorySearch({ value, onValue }: { value: string; onValue: (text: string) => void }) {
  const t = useTranslations("journal");
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null || typed.trim() === value) return;
    const timer = setTimeout(() => onValue(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  }, [typed, value, onValue]);
  return (
    <span className="input-with-icon">
      <Search className="icon small" aria-hidden />
      <input
        className="input"
        type="search"
        maxLength={80}
        placeholder={t("search")}
        aria-label={t("search")}
        data-history-search
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== null && typed.trim() !== value) onValue(typed.trim());
          setTyped(null);
        }}
      />
    </span>
  );
}

/** One of the filters, said and taken away. */
function NarrowedBy({
  by,
  scope,
  value,
  onRemove,
}: Pick<HistoryToolsProps, "scope" | "value"> & {
  readonly by: "person" | "site" | "field" | "from" | "to";
  readonly onRemove: () => void;
}) {
  const t = useTranslations("journal");
  const format = useFormat();
  const facets = useQuery(api.journal.facets.queryOptions(scope, { enabled: by === "site", staleTime: 60_000 }));
  const text = value[by] ?? "";
  const said =
    by === "from" || by === "to"
      ? format.day(text)
      : by === "field"
        ? format.fieldLabel(value.kind ?? "", text)
        : by === "site"
          ? (facets.data?.sites.find(({ id }) => id === text)?.name ?? "…")
          : text;
  return (
    <span className="filter-chip">
      <span className="filter-chip-text">
        <span className="quiet">{t(`filters.${by}`)}</span> {said}
      </span>
      <button type="button" aria-label={t("removeFilter", { name: said })} onClick={onRemove}>
        <X className="icon small" aria-hidden />
      </button>
    </span>
  );
}
