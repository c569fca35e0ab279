"use client";
import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { useFormat } from "@/base/format/format";
import { useBusinessDay } from "@/base/viewer/viewer";
import { addDays } from "@softwhere/services/platform/day";
import { addMonths, typedDay } from "./typed-day";
import "./day-input.css";

interface DayInputProps extends Omit<ComponentProps<"input">, "value" | "onChange" | "type" | "min" | "max"> {
  /** `YYYY-MM-DD`, or what was typed that is no day. */
  readonly value: string;
  /** A day as `YYYY-MM-DD`, or nothing; with `isDay` false it is what was typed, and no day. */
  readonly onValue: (value: string, isDay: boolean) => void;
}

/**
 * A day, as people write it or paste it. The arrows go by days, with Page by months, from what is there or today; the calendar is the browser's own.
 */
export function DayInput({ value, onValue, className = "input", onKeyDown, onBlur, ...rest }: DayInputProps) {
  const t = useTranslations("editing.day");
  const format = useFormat();
  const today = useBusinessDay()();
  const problem = useId();
  const calendar = useRef<HTMLInputElement>(null);
  // While it is being typed it stays as typed.
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  const text = typed ?? (isDay ? format.day(value) : value);
  // Half a day is no fault while it is being typed.
  const wrong = left && text.trim() !== "" && typedDay(text, today) === undefined;
  const type = (next: string) => {
    setTyped(next);
    setLeft(false);
    const day = typedDay(next, today);
    onValue(day ?? next.trim(), day !== undefined || next.trim() === "");
  };
  const go = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowUp: 1, ArrowDown: -1, PageUp: 1, PageDown: -1 }[event.key];
    if (step !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const from = typedDay(text, today);
      const next = event.key.startsWith("Page") ? addMonths(from ?? today, step) : addDays(from ?? today, step);
      type(format.day(from === undefined ? today : next));
    }
    onKeyDown?.(event);
  };
  return (
    <span className="day-input">
      <span className="day-box">
        <input
          placeholder={t("example")}
          title={t("keys")}
          autoComplete="off"
          {...rest}
          className={className}
          type="text"
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? problem : rest["aria-describedby"]}
          onChange={(event) => type(event.target.value)}
          onKeyDown={go}
          onBlur={(event) => {
            setLeft(true);
            if (typedDay(text, today) !== undefined || text.trim() === "") setTyped(null);
            onBlur?.(event);
          }}
        />
        {!rest.disabled && (
          // The keyboard types or goes by arrows: the calendar is for the mouse and the finger.
          <span className="day-calendar" aria-hidden>
            <CalendarDays className="icon small" />
            <input
              ref={calendar}
              type="date"
              tabIndex={-1}
              value={isDay ? value : ""}
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                event.stopPropagation();
                calendar.current?.showPicker();
              }}
              onChange={(event) => event.target.value && type(format.day(event.target.value))}
            />
          </span>
        )}
      </span>
      {wrong && (
        <small id={problem} className="bad" role="alert">
          {t("none")}
        </small>
      )}
    </span>
  );
}
