"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

/** Open tasks of the account; ticking one is a save like any other, undone like any other. */
export function TasksCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("blocks");
  const format = useFormat();
  const panels = usePanels();
  const can = useCan();
  const query = useQuery(api.tasks.openOfAccount.queryOptions({ accountId }));
  const today = useBusinessDay()();
  return (
    <Card
      title={t("tasks")}
      aside={<AddRecord type="sw_task" fixed={{ account: { id: accountId, type: "sw_account", label: null } }} />}
    >
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.length === 0 && <p className="quiet">{t("noTask")}</p>}
      <ul className="card-rows">
        {query.data?.map((task) => (
          <li key={task.id}>
            {can("edit sw_task") && (
              <input
                type="checkbox"
                aria-label={t("done", { title: task.title })}
                onChange={() =>
                  void fieldStore.save({
                    type: "sw_task",
                    id: task.id,
                    field: "status",
                    version: task.version,
                    base: "open",
                    value: "done",
                  })
                }
              />
            )}
            <button
              type="button"
              className="link ellipsis"
              onClick={() => void panels.open({ kind: "sw_task", id: task.id })}
            >
              {task.title}
            </button>
            <small className={`ellipsis ${task.dueOn && task.dueOn < today ? "warn" : "quiet"}`}>
              {[task.dueOn && format.day(task.dueOn), task.assignee].filter(Boolean).join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
