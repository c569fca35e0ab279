"use client";
import { useEffect } from "react";
import { focusables } from "@/ui/focus";

/** F6 goes to the next part of the page, Shift+F6 to the one before. A part is entered where it was left. */
export function ZoneKeys() {
  useEffect(() => {
    const left = new WeakMap<Element, HTMLElement>();
    const onFocusIn = ({ target }: FocusEvent) => {
      const zone = target instanceof HTMLElement ? zoneOf(target) : null;
      if (zone) left.set(zone, target as HTMLElement);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || document.querySelector("[role=dialog]")) return;
      const zones = zonesInOrder();
      const at = zones.indexOf(zoneOf(document.activeElement) as HTMLElement);
      const step = event.shiftKey ? -1 : 1;
      // Parts in which nothing takes the keyboard are passed over.
      for (let tried = 0, index = at; tried < zones.length; tried += 1) {
        index = index < 0 ? (step > 0 ? 0 : zones.length - 1) : (index + step + zones.length) % zones.length;
        const zone = zones[index];
        const target = zone && entranceOf(zone, left.get(zone));
        if (!target) continue;
        event.preventDefault();
        target.focus();
        return;
      }
    };
    window.addEventListener("keydown", onKeyDown);
    document.addEventListener("focusin", onFocusIn);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("focusin", onFocusIn);
    };
  }, []);
  return null;
}

/** The innermost part that something is in. */
const zoneOf = (element: Element | null): Element | null => element?.closest("[data-zone]") ?? null;

/** As they stand on the page, the top bar last: what is worked in comes first. */
function zonesInOrder(): HTMLElement[] {
  const shown = [...document.querySelectorAll<HTMLElement>("[data-zone]")].filter((zone) => zone.offsetParent !== null);
  const isBar = (zone: HTMLElement) => zone.dataset["zone"] === "bar";
  return [...shown.filter((zone) => !isBar(zone)), ...shown.filter(isBar)];
}

function entranceOf(zone: HTMLElement, last: HTMLElement | undefined): HTMLElement | null {
  if (last?.isConnected && last.offsetParent !== null && zoneOf(last) === zone) return last;
  if (zone.matches("[role=grid]")) return zone;
  const own = focusables(zone).filter((element) => zoneOf(element) === zone);
  return own.find((element) => element.matches("[aria-current=page]")) ?? own[0] ?? null;
}
