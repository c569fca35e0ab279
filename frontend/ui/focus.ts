let before: Element | null = null;
let keyed = false;

if (typeof document !== "undefined") {
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element) before = event.target;
  });
  window.addEventListener("keydown", () => (keyed = true), true);
  window.addEventListener("pointerdown", () => (keyed = false), true);
}

/** Whether the person did the last thing by the keyboard. */
export const byKeyboard = (): boolean => keyed;

/** What has the keyboard, or had it last: a menu that is gone has left it to nobody while a dialog's code is still on its way. */
export function keyboardOwner(): Element | null {
  const { activeElement } = document;
  return activeElement && activeElement !== document.body ? activeElement : before;
}

/** Where the keyboard goes when what had it is gone: the list of the page, or the first thing of its middle. */
export function focusPage(): void {
  const centre = document.getElementById("zone-centre");
  const target = centre?.querySelector<HTMLElement>("[role=grid]") ?? (centre ? focusables(centre)[0] : undefined);
  target?.focus();
}

/** What takes the keyboard in a part of the page, in its order. */
export function focusables(part: HTMLElement): HTMLElement[] {
  return [
    ...part.querySelectorAll<HTMLElement>(
      ":is(a[href], button, input, select, textarea, [tabindex]):not([tabindex='-1'], :disabled)",
    ),
  ].filter((element) => element.offsetParent !== null);
}

/** Gives the keyboard back to what had it; an item of a closed menu stands for the button that opened it. */
export function giveFocusBack(opener: Element | null): void {
  const menu = opener?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const target = menu ? document.getElementById(menu) : opener;
  if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus();
  else focusPage();
}
