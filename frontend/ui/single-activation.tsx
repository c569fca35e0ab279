"use client";
import { useEffect } from "react";

/** Milliseconds in which two clicks are one haste, and pixels in which they are at one place. */
const hasty = 500;
const near = 4;
const held = new Set(["Enter", " "]);
const button = "button, [role=button], [role=menuitem], [type=submit]";

/**
 * Pressing twice in haste does one thing: the second click of a double click, and a key that is held down, meet whatever stands at that
 * place by then. What is meant to be pressed quickly again and again carries `data-repeats`.
 */
export function singleActivation(target: Pick<Window, "addEventListener" | "removeEventListener">): () => void {
  const isButton = (element: EventTarget | null) =>
    element instanceof Element && element.closest(button) !== null && !element.closest("[data-repeats]");
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  let last = { at: Number.NEGATIVE_INFINITY, x: 0, y: 0, target: null as EventTarget | null };
  /** Whether something else stands now where was just clicked. */
  const replaced = (event: MouseEvent) =>
    event.timeStamp - last.at < hasty &&
    Math.abs(event.clientX - last.x) <= near &&
    Math.abs(event.clientY - last.y) <= near &&
    event.target !== last.target;
  // Pressing beside a dialog closes it: it may just have become smaller under the pointer.
  const onPointerDown = (event: PointerEvent) => replaced(event) && stop(event);
  const onClick = (event: MouseEvent) => {
    // By keyboard or by script: no click has a place then.
    if (event.detail === 0) return;
    const refused = (event.detail > 1 || replaced(event)) && isButton(event.target);
    last = { at: event.timeStamp, x: event.clientX, y: event.clientY, target: event.target };
    if (refused) stop(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Who has used the keyboard in between means the click that follows.
    last = { ...last, at: Number.NEGATIVE_INFINITY };
    if (event.repeat && held.has(event.key) && isButton(event.target)) stop(event);
  };
  target.addEventListener("pointerdown", onPointerDown, true);
  target.addEventListener("click", onClick, true);
  target.addEventListener("keydown", onKeyDown, true);
  return () => {
    target.removeEventListener("pointerdown", onPointerDown, true);
    target.removeEventListener("click", onClick, true);
    target.removeEventListener("keydown", onKeyDown, true);
  };
}

/** The rule for everything on the page. */
export function SingleActivation() {
  useEffect(() => singleActivation(window), []);
  return null;
}
