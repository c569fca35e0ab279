"use client";
import { lazy, Suspense, useEffect, useState } from "react";

export interface ShownTooltip {
  readonly text: string;
  readonly rect: DOMRect;
}

const TooltipLayer = lazy(async () => ({ default: (await import("./tooltip-layer")).TooltipLayer }));

const delay = 400;

/**
 * One tooltip for the whole page: what has `data-tooltip` says it when pointed at for a moment or reached by keyboard. Escape, a click and
 * scrolling take it away; the pointer may rest on it. Only for text that the element's own name already holds.
 */
export function Tooltips() {
  const [shown, setShown] = useState<ShownTooltip | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setShown(null);
    };
    const show = (element: HTMLElement, wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(
        () =>
          element.isConnected &&
          setShown({ text: element.dataset["tooltip"] ?? "", rect: element.getBoundingClientRect() }),
        wait,
      );
    };
    const onPointerOver = (event: PointerEvent) => {
      if (event.pointerType !== "mouse" || !(event.target instanceof Element) || event.target.closest(".tooltip"))
        return;
      const element = event.target.closest<HTMLElement>("[data-tooltip]");
      if (element) show(element, delay);
      else hide();
    };
    const onFocusIn = (event: FocusEvent) => {
      if (
        event.target instanceof HTMLElement &&
        event.target.dataset["tooltip"] &&
        event.target.matches(":focus-visible")
      )
        show(event.target, 0);
      else hide();
    };
    const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && hide();
    document.addEventListener("pointerover", onPointerOver);
    document.addEventListener("focusin", onFocusIn);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("scroll", hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onPointerOver);
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("scroll", hide, true);
    };
  }, []);
  if (!shown) return null;
  return (
    <Suspense>
      <TooltipLayer {...shown} />
    </Suspense>
  );
}
