"use client";
import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { DayInput } from "@/base/editing/day-input";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { useQuery } from "@tanstack/react-query";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";

export interface TimelineFilterValue {
  readonly kind?: string;
  readonly person?: string;
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
}

interface TimelineFilterProps {
  readonly scope: { readonly type?: string; readonly subjectId?: string; readonly accountId?: string };
  /** What is shown: its fields are offered while no kind is chosen. */
  readonly entries: readonly SwJournalEntry[];
  readonly value: TimelineFilterValue;
  readonly onChange: (value: TimelineFilterValue) => void;
}

/** Narrows the past to a kind of object, a person, a field, a period. */
export function TimelineFilter({ scope, entries, value, onChange }: TimelineFilterProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const active = Object.keys(value).length;
  const facets = useQuery(api.journal.facets.queryOptions(scope, { enabled: open, staleTime: 60_000 }));
  const set = (key: keyof TimelineFilterValue, text: string) => {
    // The fields of one kind are not those of another.
    const { [key]: _before, ...others } = key === "kind" ? { ...value, field: undefined } : value;
    onChange(
      Object.fromEntries(
        Object.entries({ ...others, ...(text && { [key]: text }) }).filter(([, one]) => one !== undefined),
      ),
    );
  };
  const kindOf = (entry: SwJournalEntry) => entry.subject_type ?? "";
  const fields = value.kind
    ? Object.keys(fieldKinds[value.kind] ?? {}).map((field) => ({
        field,
        label: format.fieldLabel(value.kind ?? "", field),
      }))
    : [
        ...new Map(
          entries.flatMap((entry) =>
            (entry.changes ?? []).map(
              ({ field }) => [field, { field, label: format.fieldLabel(kindOf(entry), field) }] as const,
            ),
          ),
        ).values(),
      ];
  const choices = [
    {
      key: "kind" as const,
      options: (facets.data?.kinds ?? []).map((kind) => ({ value: kind, label: format.typeLabel(kind) })),
    },
    {
      key: "person" as const,
      options: (facets.data?.people ?? []).map((person) => ({ value: person, label: person })),
    },
    { key: "field" as const, options: fields.map(({ field, label }) => ({ value: field, label })) },
  ];
  return (
    <div className="timeline-filter">
      <Button size="small" tone="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ListFilter className="icon small" aria-hidden /> {active > 0 ? t("filtered", { count: active }) : t("filter")}
      </Button>
      {active > 0 && (
        <Button size="small" tone="ghost" onClick={() => onChange({})}>
          {t("clear")}
        </Button>
      )}
      {open && (
        <fieldset className="timeline-filters">
          <legend className="visually-hidden">{t("filter")}</legend>
          {choices.map(({ key, options }) => (
            <label key={key} className="field-label">
              {t(`filters.${key}`)}
              <select className="select" value={value[key] ?? ""} onChange={(event) => set(key, event.target.value)}>
                <option value="">{t("all")}</option>
                {value[key] && !options.some((option) => option.value === value[key]) && (
                  <option value={value[key]}>
                    {key === "field" ? format.fieldLabel(value.kind ?? "", value[key]) : value[key]}
                  </option>
                )}
                {[...options]
                  .sort((a, b) => a.label.localeCompare(b.label))
                  .map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
              </select>
            </label>
          ))}
          {(["from", "to"] as const).map((key) => (
            <label key={key} className="field-label">
              {t(`filters.${key}`)}
              <DayInput value={value[key] ?? ""} onValue={(day, isDay) => isDay && set(key, day)} />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
