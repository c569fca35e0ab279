"use client";
import { useTranslations } from "next-intl";
import { useVerticals } from "@/base/extension-points/verticals";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";

/** What is begun for an account, from its head: a task, and what the verticals have. */
export function AccountActions({ accountId }: { accountId: string }) {
  const t = useTranslations();
  const panels = usePanels();
  const account = { account: { id: accountId, type: "sw_account", label: null } };
  const begun = [
    { type: "sw_task", panel: "sw_task", labelKey: "accounts.newTask", permission: "create sw_task" },
    ...useVerticals().flatMap(({ begunForAccount }) => begunForAccount),
  ];
  return (
    <div className="object-actions">
      {begun.map(({ type, panel, labelKey, permission }) => (
        <AddRecord
          key={type}
          type={type}
          permission={permission}
          fixed={account}
          tone="plain"
          label={t(labelKey as "accounts.newTask")}
          onCreated={(id) => void panels.open({ kind: panel, id })}
        />
      ))}
    </div>
  );
}
