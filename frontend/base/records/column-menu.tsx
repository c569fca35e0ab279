"use client";
import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import type { RecordList } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { type FieldDescription, mayView, type RecordDescription } from "./description";

interface ColumnMenuProps {
  readonly description: RecordDescription;
  readonly list: RecordList;
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[] | null) => void;
}

/** Which fields the list shows: the model's, those of the site, and those reached through references. */
export function ColumnMenu({ description, list, columns, onChange }: ColumnMenuProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const choices = columnChoices(description).filter((field) => mayView(field, can));
  const toggle = (path: string, on: boolean) =>
    onChange(on ? [...columns, path] : columns.filter((other) => other !== path));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button small">
        <Columns3 className="icon small" aria-hidden /> {t("columns")}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu tall" align="end" sideOffset={4}>
          {choices.map((field) => (
            <DropdownMenu.CheckboxItem
              key={field.name}
              className="menu-item"
              checked={columns.includes(field.name)}
              onCheckedChange={(on) => toggle(field.name, on)}
              onSelect={(event) => event.preventDefault()}
            >
              <span
                className="checkbox"
                data-state={columns.includes(field.name) ? "checked" : "unchecked"}
                aria-hidden
              >
                {columns.includes(field.name) && "✓"}
              </span>
              {field.label[format.language]}
              {field.ofSite && <span className="tag">{t("siteField")}</span>}
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => onChange(null)}
            disabled={columns.join() === list.columns.join()}
          >
            {t("defaultColumns")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function columnChoices(description: RecordDescription): FieldDescription[] {
  return [...description.fields, ...description.reached].filter(
    (field) => !field.secret && !["change", "json"].includes(field.type),
  );
}
