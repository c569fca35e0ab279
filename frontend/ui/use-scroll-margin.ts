"use client";
import { type RefObject, useEffect, useState } from "react";

/** How far below the top of what scrolls a part begins, kept true while what stands above it grows and shrinks. */
export function useScrollMargin(
  part: RefObject<HTMLElement | null>,
  scroller: () => Element | null,
  on: boolean,
): number {
  const [margin, setMargin] = useState(0);
  useEffect(() => {
    const page = on ? scroller() : null;
    if (!page) return setMargin(0);
    const measure = () => {
      const top = part.current?.getBoundingClientRect().top ?? 0;
      setMargin(Math.round(top - page.getBoundingClientRect().top + page.scrollTop));
    };
    const observer = new ResizeObserver(measure);
    for (const child of page.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, [part, scroller, on]);
  return margin;
}
