"use client";
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Many links or buttons as one tab stop: arrows, Home and End go through them, Tab goes on to what follows. */
export function useRoving<Part extends HTMLElement>(
  items: string,
): {
  readonly ref: RefObject<Part | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const ref = useRef<Part>(null);
  const last = useRef<HTMLElement | null>(null);
  const all = () => [...(ref.current?.querySelectorAll<HTMLElement>(items) ?? [])];
  const mark = () => {
    const list = all();
    const entrance = list.find((item) => item === last.current) ?? list.find(isCurrent) ?? list[0];
    for (const item of list) item.tabIndex = item === entrance ? 0 : -1;
  };
  // What is there changes with every drawing of it.
  useEffect(mark);
  return {
    ref,
    onFocus: ({ target }) => {
      const item = target.closest<HTMLElement>(items);
      if (!item || item === last.current) return;
      last.current = item;
      mark();
    },
    onKeyDown: (event) => {
      const list = all();
      const at = list.indexOf(document.activeElement as HTMLElement);
      const step = steps[event.key];
      const next =
        at < 0
          ? undefined
          : step !== undefined
            ? list[Math.max(0, Math.min(list.length - 1, at + step))]
            : event.key === "Home"
              ? list[0]
              : event.key === "End"
                ? list.at(-1)
                : undefined;
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

const isCurrent = (item: HTMLElement): boolean => item.matches("[aria-current=page]");
