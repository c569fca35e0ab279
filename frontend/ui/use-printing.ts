"use client";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed: what is drawn only where it is seen has to be drawn whole then. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia("print");
    // At once: the browser lays the sheet out as soon as this returns.
    const set = (next: boolean) => flushSync(() => setPrinting(next));
    const onChange = () => set(media.matches);
    const onBefore = () => set(true);
    const onAfter = () => set(false);
    media.addEventListener("change", onChange);
    window.addEventListener("beforeprint", onBefore);
    window.addEventListener("afterprint", onAfter);
    return () => {
      media.removeEventListener("change", onChange);
      window.removeEventListener("beforeprint", onBefore);
      window.removeEventListener("afterprint", onAfter);
    };
  }, []);
  return printing;
}
