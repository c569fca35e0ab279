"use client";
import { DayInput } from "@/base/editing/day-input";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";

export interface TimelineFilterValue {
  readonly kind?: string;
  readonly person?: string;
  readonly site?: string;
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
  readonly search?: string;
}

interface TimelineFilterProps {
  readonly scope: { readonly type?: string; readonly subjectId?: string; readonly accountId?: string };
  /** What is shown: its fields are offered while no kind is chosen. */
  readonly fields: readonly { readonly type: string; readonly field: string }[];
  readonly value: TimelineFilterValue;
  readonly onChange: (value: TimelineFilterValue) => void;
}

/** Narrows the past to a kind of object, a person, a field, a period. */
export function TimelineFilter({ scope, fields: shown, value, onChange }: TimelineFilterProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const facets = useQuery(api.journal.facets.queryOptions(scope, { staleTime: 60_000 }));
  const set = (key: keyof TimelineFilterValue, text: string) => {
    // The fields of one kind are not those of another.
    const { [key]: _before, ...others } = key === "kind" ? { ...value, field: undefined } : value;
    onChange(
      Object.fromEntries(
        Object.entries({ ...others, ...(text && { [key]: text }) }).filter(([, one]) => one !== undefined),
      ),
    );
  };
  const fields = value.kind
    ? Object.keys(fieldKinds[value.kind] ?? {}).map((field) => ({
        field,
        label: format.fieldLabel(value.kind ?? "", field),
      }))
    : [
        ...new Map(
          shown.map(({ type, field }) => [field, { field, label: format.fieldLabel(type, field) }] as const),
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
    ...(scope.accountId
      ? [
          {
            key: "site" as const,
            options: (facets.data?.sites ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    { key: "field" as const, options: fields.map(({ field, label }) => ({ value: field, label })) },
  ];
  return (
    <fieldset className="timeline-filters">
      <legend className="visually-hidden">{t("filter")}</legend>
      {choices.map(({ key, options }) => (
        <label key={key} className="field-label">
          {t(`filters.${key}`)}
          <select className="select" value={value[key] ?? ""} onChange={(event) => set(key, event.target.value)}>
            <option value="">{t("all")}</option>
            {value[key] && !options.some((option) => option.value === value[key]) && (
              <option value={value[key]}>
                {key === "field" ? format.fieldLabel(value.kind ?? "", value[key]) : key === "site" ? "…" : value[key]}
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
        <label key={key} className="field-label" {...(key === "to" && { "data-history-day": true })}>
          {t(`filters.${key}`)}
          <DayInput value={value[key] ?? ""} onValue={(day, isDay) => isDay && set(key, day)} />
        </label>
      ))}
    </fieldset>
  );
}
