"use client";
import { AlertTriangle, Check, LoaderCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useUndo } from "@/base/editing/undo-provider";
import { Button, IconButton } from "@/ui/button";
import { useWork, type Work, workStore } from "./work";

/** The place of running work in the top bar: how far it is, how it ended, and the way back. */
export function RunningWork() {
  const t = useTranslations("work");
  const all = useWork();
  const current = all.find(({ state }) => state === "running") ?? all[0];
  if (!current) return null;
  return (
    <Popover.Root>
      <Popover.Trigger className="running-work" aria-label={labelOf(current, t)}>
        <StateIcon work={current} />
        <span className="running-work-title ellipsis">{current.title}</span>
        {current.state === "running" && <Bar work={current} />}
        <span className="running-work-count">{countOf(current, t)}</span>
        {current.refused > 0 && <span className="bad">{t("refused", { count: current.refused })}</span>}
        {all.length > 1 && <span className="quiet">{t("more", { count: all.length - 1 })}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu running-work-list" align="end" sideOffset={6} aria-label={t("title")}>
          <h2>{t("title")}</h2>
          <ul>
            {all.map((work) => (
              <WorkRow key={work.id} work={work} />
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function WorkRow({ work }: { work: Work }) {
  const t = useTranslations("work");
  const undo = useUndo();
  const { undo: requestId } = work;
  return (
    <li>
      <StateIcon work={work} />
      <div>
        <b>{work.title}</b>
        <p className="quiet">
          {countOf(work, t)}
          {work.refused > 0 && <span className="bad"> · {t("refused", { count: work.refused })}</span>}
          {work.state === "interrupted" && <span className="bad"> · {t("interrupted")}</span>}
          {work.state === "stopped" && <span className="warn"> · {t("stopped")}</span>}
        </p>
        {work.state === "running" && <Bar work={work} />}
      </div>
      {work.state !== "running" && work.done > 0 && requestId && (
        <Button size="small" onClick={() => void undo(requestId)}>
          {t("undo")}
        </Button>
      )}
      {work.state !== "running" && (
        <IconButton label={t("dismiss")} onClick={() => workStore.remove(work.id)}>
          <X className="icon small" aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

type Translate = ReturnType<typeof useTranslations<"work">>;

const labelOf = (work: Work, t: Translate): string =>
  t("label", { what: t("title"), title: [work.title, countOf(work, t)].filter(Boolean).join(", ") });

function countOf({ state, done, refused, total }: Work, t: Translate): string {
  if (state !== "running") return t("done", { done });
  return total === null ? "" : t("of", { done: done + refused, total });
}

function StateIcon({ work }: { work: Work }) {
  if (work.state === "running") return <LoaderCircle className="icon small spinning" aria-hidden />;
  if (work.state !== "done" || work.refused > 0) return <AlertTriangle className="icon small warn" aria-hidden />;
  return <Check className="icon small good" aria-hidden />;
}

function Bar({ work: { done, refused, total } }: { work: Work }) {
  const share = (part: number) => `${total ? Math.min(100, (part / total) * 100) : 0}%`;
  return (
    <span className="progress" aria-hidden>
      <i style={{ width: share(done) }} />
      <i className="bad" style={{ width: share(refused) }} />
    </span>
  );
}
