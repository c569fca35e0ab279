"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { EditableField } from "@/base/editing/editable-field";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Card } from "@/ui/card";

/** What colleagues should know, edited on the spot. */
export function NotesCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("blocks");
  const format = useFormat();
  const can = useCan();
  const { data } = useQuery(api.accounts.get.queryOptions({ id: accountId }));
  if (!data) return null;
  return (
    <Card title={t("notes")}>
      <dl className="card-note">
        <EditableField
          type="sw_account"
          id={accountId}
          field="notes"
          value={data.account.notes ?? null}
          version={data.account.version ?? 1}
          label={format.fieldLabel("sw_account", "notes")}
          readOnly={!can("edit sw_account")}
          kind="multiline"
          display={(text) => (text ? String(text) : t(can("edit sw_account") ? "addNote" : "noNote"))}
        />
      </dl>
    </Card>
  );
}
