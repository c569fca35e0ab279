"use client";
import { DayInput } from "@/base/editing/day-input";
import { ListFilter, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu, Popover } from "radix-ui";
import { useRef, useState } from "react";
import { useCommands } from "@/base/commands/commands";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { columnField, type FieldDescription, mayView, type RecordDescription, sortable } from "./description";
import type { FilterOperator, RecordFilter } from "./filters";
import { ReferenceEditor } from "./reference-editor";
import { useLinkedLabels } from "./use-linked-labels";
import { valueText } from "./value-text";

interface FilterBarProps {
  readonly description: RecordDescription;
  readonly search: string;
  /** What the search looks through, where that is told. */
  readonly searchLabel?: string;
  readonly filters: readonly RecordFilter[];
  readonly onSearch: (text: string) => void;
  readonly onFilters: (filters: readonly RecordFilter[]) => void;
}

/** Free text, and one chip per condition; a click on a chip changes it. */
export function FilterBar({ description, search, searchLabel, filters, onSearch, onFilters }: FilterBarProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const [open, setOpen] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const chosen = useRef(false);
  const labels = useLinkedLabels(description, filters);
  const choices = [...description.fields, ...description.reached].filter(
    (field) => (sortable(field) || field.multiple) && field.type !== "file" && mayView(field, can),
  );
  useCommands([{ key: "filter", letter: "f", title: t("filter"), run: () => setAdding(true) }]);
  const put = (index: number, filter: RecordFilter | null) =>
    onFilters(filters.flatMap((other, at) => (at === index ? (filter ?? []) : other)));
  return (
    <div className="filter-bar">
      <div className="input-with-icon">
        <Search className="icon small" aria-hidden />
        <input
          className="input"
          type="search"
          placeholder={searchLabel ?? t("search")}
          aria-label={searchLabel ?? t("search")}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </div>
      {filters.map((filter, index) => {
        const field = columnField(description, filter.field);
        if (!field)
          return (
            <span key={`${filter.field}${index}`} className="filter-chip">
              <span className="filter-chip-text warn">{t("unknownFilter", { name: filter.field })}</span>
              <button
                type="button"
                aria-label={t("removeFilter", { name: filter.field })}
                onClick={() => {
                  put(index, null);
                  add.current?.focus();
                }}
              >
                <X className="icon small" aria-hidden />
              </button>
            </span>
          );
        return (
          <span key={`${filter.field}${index}`} className="filter-chip">
            <Popover.Root open={open === index} onOpenChange={(next) => setOpen(next ? index : null)}>
              <Popover.Trigger className="filter-chip-text">
                <span className="quiet">{field.label[format.language]}</span> {t(`operators.${filter.op}`)}{" "}
                <b className="medium ellipsis">
                  {filter.value.map((value) => labels.get(value) ?? valueText(field, value, format)).join(", ")}
                </b>
              </Popover.Trigger>
              <Popover.Portal>
                <Popover.Content
                  className="menu filter-editor"
                  aria-label={field.label[format.language]}
                  align="start"
                  sideOffset={4}
                >
                  <FilterEditor
                    field={field}
                    filter={filter}
                    onChange={(next) => put(index, next)}
                    onDone={() => setOpen(null)}
                    onLabel={labels.learn}
                  />
                </Popover.Content>
              </Popover.Portal>
            </Popover.Root>
            <button
              type="button"
              aria-label={t("removeFilter", { name: field.label[format.language] })}
              onClick={() => {
                put(index, null);
                add.current?.focus();
              }}
            >
              <X className="icon small" aria-hidden />
            </button>
          </span>
        );
      })}
      <DropdownMenu.Root modal={false} open={adding} onOpenChange={setAdding}>
        <DropdownMenu.Trigger ref={add} className="button small ghost" aria-keyshortcuts="f">
          <ListFilter className="icon small" aria-hidden /> {t("filter")}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            className="menu tall"
            align="start"
            sideOffset={4}
            onCloseAutoFocus={(event) => {
              if (chosen.current) event.preventDefault();
              chosen.current = false;
            }}
          >
            {choices.map((field) => (
              <DropdownMenu.Item
                key={field.name}
                className="menu-item"
                onSelect={() => {
                  chosen.current = true;
                  onFilters([...filters, { field: field.name, op: operatorsOf(field)[0] ?? "is", value: [] }]);
                  setTimeout(() => setOpen(filters.length), 0);
                }}
              >
                {field.label[format.language]}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
}

function operatorsOf(field: FieldDescription): readonly FilterOperator[] {
  if (field.multiple) return ["is", "empty", "filled"];
  if (field.options || field.type === "reference" || field.type === "boolean") return ["is", "empty", "filled"];
  if (["date", "datetime", "integer", "decimal"].includes(field.type)) return ["from", "to", "is", "empty", "filled"];
  return ["contains", "is", "empty", "filled"];
}

interface FilterEditorProps {
  readonly field: FieldDescription;
  readonly filter: RecordFilter;
  readonly onChange: (filter: RecordFilter) => void;
  readonly onDone: () => void;
  readonly onLabel: (id: string, label: string) => void;
}

function FilterEditor({ field, filter, onChange, onDone, onLabel }: FilterEditorProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const operators = operatorsOf(field);
  const needsValue = filter.op !== "empty" && filter.op !== "filled";
  const [value = ""] = filter.value;
  const toggle = (option: string) =>
    onChange({
      ...filter,
      value: filter.value.includes(option)
        ? filter.value.filter((other) => other !== option)
        : [...filter.value, option],
    });
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <select
        className="select"
        aria-label={t("operator")}
        value={filter.op}
        onChange={(event) =>
          onChange({
            ...filter,
            op: event.target.value as FilterOperator,
            value: ["empty", "filled"].includes(event.target.value) ? [] : filter.value,
          })
        }
      >
        {operators.map((operator) => (
          <option key={operator} value={operator}>
            {t(`operators.${operator}`)}
          </option>
        ))}
      </select>
      {needsValue && field.options && (
        <fieldset className="filter-options">
          <legend className="visually-hidden">{field.label[format.language]}</legend>
          {field.options.map((option) => (
            <label key={option.value} className="menu-item">
              <input
                type="checkbox"
                checked={filter.value.includes(option.value)}
                onChange={() => toggle(option.value)}
              />{" "}
              {option.label[format.language]}
            </label>
          ))}
        </fieldset>
      )}
      {needsValue && field.type === "boolean" && (
        <select
          className="select"
          aria-label={field.label[format.language]}
          value={value}
          onChange={(event) => onChange({ ...filter, value: event.target.value ? [event.target.value] : [] })}
        >
          <option value="">—</option>
          <option value="true">{format.yesNo(true)}</option>
          <option value="false">{format.yesNo(false)}</option>
        </select>
      )}
      {needsValue && field.type === "reference" && (
        <ReferenceEditor
          label={field.label[format.language]}
          value={value || null}
          target={field.target ?? ""}
          required
          everybody
          onChosen={(linked) => onLabel(linked.id, format.rowLabel(linked.type, linked.label ?? "…"))}
          onSave={(id) => {
            onChange({ ...filter, value: id ? [String(id)] : [] });
            onDone();
          }}
          onCancel={onDone}
        />
      )}
      {needsValue && field.type === "date" && (
        <DayInput
          aria-label={field.label[format.language]}
          value={value}
          onValue={(day, isDay) => onChange({ ...filter, value: isDay && day ? [day] : [] })}
        />
      )}
      {needsValue && !field.options && !["boolean", "reference", "date"].includes(field.type) && (
        <input
          className="input"
          aria-label={field.label[format.language]}
          value={value}
          onChange={(event) => onChange({ ...filter, value: event.target.value ? [event.target.value] : [] })}
        />
      )}
      <Button size="small" type="submit">
        {t("done")}
      </Button>
    </form>
  );
}
