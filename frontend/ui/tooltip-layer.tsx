"use client";
import { useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { ShownTooltip } from "./tooltips";

const gap = 4;

/**
 * The tooltip itself, under whatever is at `rect`, above it where there is no room. It is no layer of its own: Escape is for the dialog or menu
 * that has the keyboard.
 */
export function TooltipLayer({ text, rect }: ShownTooltip) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const { width, height } = box.current?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const left = Math.max(gap, Math.min(window.innerWidth - width - gap, rect.left + (rect.width - width) / 2));
    const below = rect.bottom + gap;
    setPlace({ left, top: below + height > window.innerHeight ? rect.top - height - gap : below });
  }, [rect]);
  return createPortal(
    <div
      ref={box}
      role="tooltip"
      className="tooltip"
      style={{
        position: "fixed",
        left: place?.left ?? 0,
        top: place?.top ?? 0,
        visibility: place ? "visible" : "hidden",
      }}
    >
      {text}
    </div>,
    document.body,
  );
}
