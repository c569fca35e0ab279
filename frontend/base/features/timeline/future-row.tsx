"use client";
import type { FutureEvent } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";

/** One planned thing, in a list. */
export function FutureRow({ event }: { event: FutureEvent }) {
  const format = useFormat();
  const panels = usePanels();
  return (
    <li className="future-event">
      <time dateTime={event.day}>{format.day(event.day)}</time>
      {event.panel ? (
        <button type="button" className="link ellipsis" onClick={() => event.panel && void panels.open(event.panel)}>
          {event.title}
        </button>
      ) : (
        <span className="ellipsis">{event.title}</span>
      )}
      <small className="quiet ellipsis">{event.detail}</small>
    </li>
  );
}
