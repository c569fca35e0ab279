"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";

interface ExportMenuProps {
  readonly type: string;
  /** What is exported, as the export's address wants it. */
  readonly query: string;
  readonly label: string;
  readonly lead?: boolean;
}

/** The list as a file for spreadsheets. */
export function ExportMenu({ type, query, label, lead = false }: ExportMenuProps) {
  const t = useTranslations("records");
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={lead ? "button lead" : "button small"}>
        {!lead && <Download className="icon small" aria-hidden />} {label}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side={lead ? "top" : "bottom"} align="start" sideOffset={4}>
          {(["xlsx", "csv"] as const).map((as) => (
            <DropdownMenu.Item key={as} className="menu-item" asChild>
              <a href={`/api/export/${type}?as=${as}&${query}`} download>
                {t(`exportAs.${as}`)}
              </a>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
