"use client";
import { useEffect } from "react";

/** Parts that can be loaded before somebody asks. */
export const toWarmUp: (() => Promise<unknown>)[] = [];

/** Once the page is there and the browser is idle, loads the parts one after the other: what is opened later is there at once, also offline. */
export function WarmUp() {
  useEffect(() => {
    let stopped = false;
    const whenIdle = () =>
      new Promise<void>((resolve) =>
        "requestIdleCallback" in window
          ? requestIdleCallback(() => resolve(), { timeout: 2_000 })
          : setTimeout(resolve, 200),
      );
    const run = async () => {
      for (const load of [...toWarmUp]) {
        await whenIdle();
        if (stopped) return;
        await load().catch(() => undefined);
      }
    };
    const timer = setTimeout(() => void run(), 1_500);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, []);
  return null;
}
