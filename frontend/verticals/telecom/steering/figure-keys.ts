import type { KeyboardEvent } from "react";

/** With the arrows from one figure to the next in that direction, as they stand on the screen. */
export function moveBetweenFigures(event: KeyboardEvent<HTMLElement>): void {
  const from = document.activeElement;
  const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
  if (!step || !(from instanceof HTMLElement) || !from.matches("a.figure")) return;
  const [dx = 0, dy = 0] = step;
  const here = middleOf(from);
  let nearest: { readonly figure: HTMLElement; readonly distance: number } | undefined;
  for (const figure of event.currentTarget.querySelectorAll<HTMLElement>("a.figure")) {
    const there = middleOf(figure);
    const [right, down] = [there.x - here.x, there.y - here.y];
    const [along, aside] = dx === 0 ? [down * dy, Math.abs(right)] : [right * dx, Math.abs(down)];
    const distance = along + aside * 3;
    if (along > 4 && (!nearest || distance < nearest.distance)) nearest = { figure, distance };
  }
  if (!nearest) return;
  event.preventDefault();
  nearest.figure.focus();
}

function middleOf(element: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
