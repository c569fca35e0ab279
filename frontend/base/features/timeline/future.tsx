"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { fieldStore } from "@/base/editing/field-store";
import type { FutureEvent, TimelineScope } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { FutureAxis } from "./future-axis";
import { FutureRow } from "./future-row";
import { useFutureEvents } from "./use-future-events";

const shortList = 10;

/** What is going to happen, on an axis and as a list. What can be moved is dragged to another day, or given one by the keyboard. */
export function Future({ scope, few = shortList }: { scope: TimelineScope; few?: number }) {
  const t = useTranslations("future");
  const refusal = useRefusal();
  const format = useFormat();
  const offerUndo = useOfferUndo();
  const [all, setAll] = useState(false);
  const [only, setOnly] = useState<string | null>(null);
  const events = useFutureEvents(scope);
  if (events.length === 0) return null;
  const kinds = [...new Set(events.map((event) => event.kind))];
  const shown = only ? events.filter((event) => event.kind === only) : events;
  const move = async (event: FutureEvent, day: string) => {
    if (!event.move || day === event.day) return;
    const result = await event.move(day).catch(() => ({ kind: "failed" as const }));
    await fieldStore.reload();
    if (result.kind === "moved") {
      fieldStore.pushUndo(result.requestId);
      offerUndo(t("moved", { what: event.title, day: format.day(day) }), result.requestId);
    } else toast.error(result.kind === "refused" ? `${t("refused")} ${refusal(result.detail)}` : t("failed"));
  };
  return (
    <div className="section future">
      <h3>{t("title")}</h3>
      {kinds.length > 1 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{t("filter")}</legend>
          <button type="button" className="chip" aria-pressed={only === null} onClick={() => setOnly(null)}>
            {t("all")} {events.length}
          </button>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-pressed={only === kind}
              onClick={() => setOnly(only === kind ? null : kind)}
            >
              {events.find((event) => event.kind === kind)?.kindLabel}{" "}
              {events.filter((event) => event.kind === kind).length}
            </button>
          ))}
        </fieldset>
      )}
      <FutureAxis events={shown} onMove={move} />
      <ol>
        {shown.slice(0, all ? undefined : few).map((event) => (
          <FutureRow key={event.key} event={event} />
        ))}
      </ol>
      {shown.length > few && !all && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t("showAll", { count: shown.length })}
        </button>
      )}
    </div>
  );
}
