"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { Letter } from "@/base/commands/command-button";
import { useCommands } from "@/base/commands/commands";

export interface ExportMenuProps {
  readonly type: string;
  /** What is exported, as the export's address wants it. */
  readonly query: string;
  /** Only these rows; all that the list holds without them. Sent as a form: thousands don't fit into an address. */
  readonly ids?: readonly string[];
  readonly label: string;
  readonly lead?: boolean;
}

/** The list as a file for spreadsheets. */
export function ExportMenu({ type, query, ids, label, lead = false }: ExportMenuProps) {
  const t = useTranslations("records");
  const [open, setOpen] = useState(false);
  useCommands([{ key: "export", letter: "e", title: label, run: () => setOpen(true) }]);
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger className={lead ? "button lead" : "button small"} aria-keyshortcuts="e" title={label}>
        {!lead && <Download className="icon small" aria-hidden />}{" "}
        <span className={lead ? undefined : "tool-label"}>{label}</span> {lead && <Letter letter="e" />}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side={lead ? "top" : "bottom"} align="start" sideOffset={4}>
          {(["xlsx", "csv"] as const).map((as) => (
            <DropdownMenu.Item
              key={as}
              className="menu-item"
              onSelect={() => send(`/api/export/${type}?as=${as}&${query}`, ids)}
            >
              {t(`exportAs.${as}`)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A form rather than a link or a request: the browser takes the answer as a download, however long it is. */
function send(address: string, ids: readonly string[] | undefined): void {
  const form = document.createElement("form");
  form.method = ids ? "post" : "get";
  form.action = address;
  const fields = ids ? [["ids", ids.join(",")]] : [...new URL(address, window.location.origin).searchParams];
  for (const [name = "", value = ""] of fields)
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
  form.remove();
}
