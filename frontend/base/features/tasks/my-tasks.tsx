"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { useBusinessDay, useCan, useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { useGridKeys } from "@/ui/use-grid-keys";
import { dueGroupOf, dueGroups } from "./due-groups";

/** A person's own tasks by when they are due: one tab stop, Space ticks one off, Enter opens it. */
export function MyTasks() {
  const t = useTranslations("home");
  const format = useFormat();
  const can = useCan();
  const viewer = useViewer();
  const panels = usePanels();
  const today = useBusinessDay()();
  const query = useQuery(api.tasks.mine.queryOptions());
  const tasks = query.data ?? [];
  const done = (task: (typeof tasks)[number] | undefined) => {
    if (!task || !can("edit sw_task")) return;
    const { id, version } = task;
    void fieldStore.save({ type: "sw_task", id, field: "status", version, base: "open", value: "done" });
  };
  const { focused, setFocused, rowId, grid } = useGridKeys({
    count: tasks.length,
    scrollTo: (index) => document.getElementById(rowId(index))?.scrollIntoView({ block: "nearest" }),
    onOpen: (index) => {
      const task = tasks[index];
      if (task) void panels.open({ kind: "sw_task", id: task.id });
    },
    onToggle: (index) => done(tasks[index]),
  });
  return (
    <section className="home-queue" aria-label={t("tasks")}>
      <header>
        <h2>
          {t("tasks")} <span className="quiet">{query.data && format.count(tasks.length)}</span>
        </h2>
        <span className="grow" />
        <AddRecord type="sw_task" fixed={{ assignee: { id: viewer.id, type: "user", label: viewer.name } }} />
      </header>
      {query.isPending && <SkeletonRows rows={5} />}
      {query.isError && (
        <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && tasks.length === 0 && <p className="empty">{t("noTask")}</p>}
      {tasks.length > 0 && (
        <div role="grid" {...grid} aria-label={t("tasks")} aria-rowcount={tasks.length} data-zone="grid">
          {dueGroups.map((group) => {
            const rows = tasks.flatMap((task, index) =>
              dueGroupOf(task.dueOn, today) === group ? [{ task, index }] : [],
            );
            return rows.length === 0 ? null : (
              <div key={group} role="rowgroup" aria-label={t(`due.${group}`)}>
                <h3>
                  {t(`due.${group}`)} <span className="quiet">{format.count(rows.length)}</span>
                </h3>
                {rows.map(({ task, index }) => (
                  <div
                    key={task.id}
                    id={rowId(index)}
                    role="row"
                    aria-rowindex={index + 1}
                    className={`home-task ${index === focused ? "focus-target" : ""} ${panels.isOpen("sw_task", task.id) ? "opened" : ""}`}
                    onClickCapture={() => setFocused(index)}
                  >
                    <span role="gridcell">
                      {can("edit sw_task") && (
                        <input
                          type="checkbox"
                          tabIndex={-1}
                          aria-label={t("done", { title: task.title })}
                          onChange={() => done(task)}
                        />
                      )}
                    </span>
                    <span role="gridcell" className="ellipsis">
                      <button
                        type="button"
                        className="link ellipsis"
                        tabIndex={-1}
                        onClick={() => void panels.open({ kind: "sw_task", id: task.id })}
                      >
                        {task.title}
                      </button>
                    </span>
                    <span role="gridcell" className="ellipsis quiet">
                      {task.account && (
                        <Link
                          href={`/accounts/${task.account.id}`}
                          tabIndex={-1}
                          className="link quiet"
                          prefetch={false}
                        >
                          {task.account.name}
                        </Link>
                      )}
                    </span>
                    <span role="gridcell" className={`amount ${group === "late" ? "bad" : "quiet"}`}>
                      {task.dueOn ? format.day(task.dueOn) : ""}
                    </span>
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
}
