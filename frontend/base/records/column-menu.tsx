"use client";
import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { useCommands } from "@/base/commands/commands";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { type FieldDescription, mayView, type RecordDescription } from "./description";

/** What can stand in a column: a field, or what a list works out of several. */
export type ColumnChoice = Pick<FieldDescription, "name" | "label" | "ofSite" | "viewPermission">;

export interface ColumnMenuProps {
  readonly choices: readonly ColumnChoice[];
  /** Those of the list as it comes. */
  readonly standard: readonly string[];
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[] | null) => void;
}

/** Which columns the list shows: the model's fields, those of the site, and those reached through references. */
export function ColumnMenu({ choices: all, standard, columns, onChange }: ColumnMenuProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const [open, setOpen] = useState(false);
  useCommands([{ key: "columns", letter: "l", title: t("columns"), run: () => setOpen(true) }]);
  const choices = all.filter((field) => mayView(field, can));
  const toggle = (path: string, on: boolean) =>
    onChange(on ? [...columns, path] : columns.filter((other) => other !== path));
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger className="button small" aria-keyshortcuts="l" title={t("columns")}>
        <Columns3 className="icon small" aria-hidden /> <span className="tool-label">{t("columns")}</span>
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
            disabled={columns.join() === standard.join()}
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
