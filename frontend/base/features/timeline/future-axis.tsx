"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { FutureEvent } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";

const dayLength = 86_400_000;

interface FutureAxisProps {
  readonly events: readonly FutureEvent[];
  readonly onMove: (event: FutureEvent, day: string) => Promise<void>;
}

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The coming year as a line of months; each mark is a day something happens. Drag a mark, or focus it and use the arrows and Enter. */
export function FutureAxis({ events, onMove }: FutureAxisProps) {
  const t = useTranslations("future");
  const format = useFormat();
  const track = useRef<HTMLDivElement>(null);
  const [moving, setMoving] = useState<{ key: string; day: string } | null>(null);
  const today = useBusinessDay()();
  const start = Date.parse(today);
  const last = Math.max(...events.map((event) => Date.parse(event.day)));
  const months = Math.min(24, Math.max(6, Math.ceil((last - start) / dayLength / 30) + 1));
  const end = start + months * 30.44 * dayLength;
  const share = (day: string) => Math.min(1, Math.max(0, (Date.parse(day) - start) / (end - start)));
  const dayAt = (clientX: number) => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return toDay(start);
    const ratio = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
    return toDay(start + Math.round((ratio * (end - start)) / dayLength) * dayLength);
  };
  const onPointerMove = (event: FutureEvent) => (pointer: PointerEvent) => {
    if (moving?.key === event.key && pointer.buttons === 1) setMoving({ key: event.key, day: dayAt(pointer.clientX) });
  };
  const finish = (event: FutureEvent) => {
    if (moving?.key === event.key && moving.day !== event.day) void onMove(event, moving.day);
    setMoving(null);
  };
  const onKeyDown = (event: FutureEvent) => (key: KeyboardEvent) => {
    if (!event.move) return;
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key.key];
    if (step !== undefined) {
      const from = moving?.key === event.key ? moving.day : event.day;
      setMoving({
        key: event.key,
        day: toDay(Math.max(start, Date.parse(from) + step * (key.shiftKey ? 7 : 1) * dayLength)),
      });
    } else if (key.key === "Enter" && moving?.key === event.key) finish(event);
    else if (key.key === "Escape" && moving?.key === event.key) setMoving(null);
    else return;
    key.preventDefault();
    key.stopPropagation();
  };
  return (
    <div className="future-axis">
      <div ref={track} className="future-track">
        {Array.from({ length: months }, (_, index) => {
          const first = new Date(start);
          const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index + 1, 1));
          return (
            <i key={month.toISOString()} style={{ left: `${share(toDay(month.getTime())) * 100}%` }}>
              {index % Math.ceil(months / 6) === 0 && <small>{format.shortMonth(toDay(month.getTime()))}</small>}
            </i>
          );
        })}
        {events.map((event) => {
          const day = moving?.key === event.key ? moving.day : event.day;
          return (
            <button
              key={event.key}
              type="button"
              className={`future-mark ${event.kind} ${event.move ? "movable" : ""} ${moving?.key === event.key ? "moving" : ""}`}
              style={{ left: `${share(day) * 100}%` }}
              aria-label={`${event.title}, ${format.day(day)}${event.move ? `. ${t("moveHelp")}` : ""}`}
              title={`${event.title} · ${format.day(day)}`}
              onPointerDown={(pointer) => {
                if (!event.move) return;
                pointer.currentTarget.setPointerCapture(pointer.pointerId);
                setMoving({ key: event.key, day: event.day });
              }}
              onPointerMove={onPointerMove(event)}
              onPointerUp={() => finish(event)}
              onPointerCancel={() => setMoving(null)}
              onKeyDown={onKeyDown(event)}
            >
              {moving?.key === event.key && <span className="future-day">{format.day(day)}</span>}
            </button>
          );
        })}
      </div>
    </div>
  );
}
