"use client";
import { type KeyboardEvent, type MouseEvent, useId, useState } from "react";

interface GridKeys {
  /** Rows in sight, those that are not drawn included. */
  readonly count: number;
  readonly onOpen: (index: number) => void;
  /** `extend`: from the last one that was toggled to this one. */
  readonly onToggle?: ((index: number, extend: boolean) => void) | undefined;
  /** Shift and an arrow went from one row to the next. */
  readonly onExtend?: ((from: number, to: number) => void) | undefined;
  readonly onSelectAll?: (() => void) | undefined;
  /** Gives false where there is nothing to clear, so that Escape is left to others. */
  readonly onClear?: (() => boolean) | undefined;
  /** Of a row that holds others. */
  readonly onFold?: ((index: number, closed: boolean) => void) | undefined;
  readonly onEdit?: ((index: number) => void) | undefined;
  readonly scrollTo: (index: number) => void;
}

const page = 12;

/** The keys of every list: one tab stop, arrows, Home, End, Page, Space, Enter, F2, Ctrl+A, Escape. */
export function useGridKeys(keys: GridKeys) {
  const gridId = useId();
  const [focused, setFocused] = useState(0);
  const current = Math.max(0, Math.min(focused, keys.count - 1));
  const rowId = (index: number) => `${gridId}-${index}`;
  const move = (to: number) => {
    const next = Math.max(0, Math.min(keys.count - 1, to));
    setFocused(next);
    keys.scrollTo(next);
    return next;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || keys.count === 0) return;
    const jump = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -keys.count,
      End: keys.count,
    }[event.key];
    if (jump !== undefined) {
      const reached = move(current + jump);
      if (event.shiftKey) keys.onExtend?.(current, reached);
    } else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && keys.onSelectAll)
      keys.onSelectAll();
    else if (event.key === " " && keys.onToggle) keys.onToggle(current, event.shiftKey);
    else if (event.key === "Enter") keys.onOpen(current);
    else if (event.key === "ArrowLeft" && keys.onFold) keys.onFold(current, true);
    else if (event.key === "ArrowRight" && keys.onFold) keys.onFold(current, false);
    else if (event.key === "F2" && keys.onEdit) keys.onEdit(current);
    else if (event.key !== "Escape" || !keys.onClear?.()) return;
    event.preventDefault();
  };
  return {
    focused: current,
    setFocused,
    rowId,
    grid: {
      id: gridId,
      tabIndex: 0,
      "aria-activedescendant": keys.count > 0 ? rowId(current) : undefined,
      onKeyDown,
      // What is pressed by mouse in a row leaves the keyboard with the list, for the arrows and letters that follow.
      onClick: (event: MouseEvent<HTMLElement>) => {
        if (event.target instanceof Element && event.target.closest("[tabindex='-1']"))
          event.currentTarget.focus({ preventScroll: true });
      },
    },
  } as const;
}
