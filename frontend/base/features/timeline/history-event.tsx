"use client";
import { ChevronDown, ChevronRight, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useCan, useViewer } from "@/base/viewer/viewer";
import { EventThings } from "./event-things";
import type { HistoryEvent as Told } from "./events";
import { type EventWords, useEventText } from "./use-event-text";
import "./history.css";

interface HistoryEventProps {
  readonly event: Told;
  readonly words: EventWords;
  readonly scope: { readonly type?: string; readonly subjectId?: string; readonly accountId?: string };
  /** One event of a list is reached by Tab, the others from it. */
  readonly first?: boolean;
}

/** One thing done, as a sentence; its rows and fields below it when it is opened. The same wherever a history is shown. */
export function HistoryEvent({ event, words, scope, first = true }: HistoryEventProps) {
  const t = useTranslations("journal");
  const format = useFormat();
  const text = useEventText(words);
  const undo = useUndo();
  const mayUndo = useMayUndo();
  const [open, setOpen] = useState(false);
  const [working, setWorking] = useState(false);
  const { title, rest } = text.sentence(event);
  const { undone } = event;
  const whole = undone !== null && undone.count >= event.count;
  const takeBack = async () => {
    if (working) return;
    setWorking(true);
    await undo(undone ? undone.requestId : event.id);
    setWorking(false);
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === "ArrowRight" && !open) setOpen(true);
    else if (key.key === "ArrowLeft" && open) setOpen(false);
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  return (
    <li className={`timeline-event ${open ? "open" : ""}`}>
      <time dateTime={event.at}>{format.moment(event.at)}</time>
      <span className="timeline-mark">
        <i />
      </span>
      <div>
        <button
          type="button"
          className="history-head"
          data-history-event
          tabIndex={first ? 0 : -1}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onKeyDown={onKeyDown}
        >
          <span>
            {whole ? <s>{title}</s> : title}
            {undone && (
              <b className="medium">
                {" — "}
                {whole
                  ? t("undoneBy", { name: undone.by })
                  : t("partlyUndoneBy", { count: undone.count, total: event.count, name: undone.by })}
              </b>
            )}
          </span>
          {open ? (
            <ChevronDown className="icon small" aria-hidden />
          ) : (
            <ChevronRight className="icon small" aria-hidden />
          )}
        </button>
        <div className="history-sub">
          <small>
            {[
              rest,
              event.actor,
              event.cause !== "user" && format.valueLabel("sw_journal_entry", "cause", event.cause),
              undone && t("undoneAt", { at: format.moment(undone.at) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </small>
          {mayUndo(event) && (
            <button type="button" className="link history-undo" disabled={working} onClick={() => void takeBack()}>
              <Undo2 className="icon small" aria-hidden /> {undone ? t("redo") : t("undo")}
            </button>
          )}
        </div>
        {open && <EventThings event={event} words={words} scope={scope} struck={whole} />}
      </div>
    </li>
  );
}

/** Whether the person may take an event back, or an undoing of theirs: the rights to what it wrote. The backend decides anyway. */
function useMayUndo(): (event: Told) => boolean {
  const can = useCan();
  const viewer = useViewer();
  return (event) =>
    event.cause === "user" &&
    (event.undone === null || event.undone.count >= event.count) &&
    event.wrote.length > 0 &&
    event.wrote.every(({ type, operation }) => {
      if (type === "user" || type === "sw_brand") return false;
      if (operation === "create")
        return can(`delete ${type}`) || (event.actorId === viewer.id && can(`create ${type}`));
      return can(`${operation === "delete" ? "create" : "edit"} ${type}`);
    });
}
