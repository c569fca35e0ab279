"use client";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { saveFile } from "@/ui/save-file";
import { toast } from "@/ui/toast";
import { telecomApi } from "../api";
import type { Span } from "./margin-report";

const tables = ["customers", "parts", "causes", "coverage"] as const;

/** The page's tables as files for spreadsheets; those of the margin for who may see it. */
export function SteeringExport({ money, span }: { money: boolean; span: Span }) {
  const t = useTranslations("telecom.steering.export");
  const csv = useMutation(
    telecomApi.steering.csv.mutationOptions({
      onSuccess: (text, { table }) => saveFile(`${table}.csv`, text, "text/csv;charset=utf-8"),
      onError: () => toast.error(t("failed")),
    }),
  );
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button small">
        <Download className="icon small" aria-hidden /> {t("title")}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {tables
            .filter((table) => money || table === "causes" || table === "coverage")
            .map((table) => (
              <DropdownMenu.Item
                key={table}
                className="menu-item"
                disabled={csv.isPending}
                onSelect={() => csv.mutate({ table, span })}
              >
                {t(table)}
              </DropdownMenu.Item>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
