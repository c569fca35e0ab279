let before: Element | null = null;

if (typeof document !== "undefined") {
  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element) before = event.target;
  });
}

/** What has the keyboard, or had it last: a menu that is gone has left it to nobody while a dialog's code is still on its way. */
export function keyboardOwner(): Element | null {
  const { activeElement } = document;
  return activeElement && activeElement !== document.body ? activeElement : before;
}

/** Where the keyboard goes when what had it is gone: the list of the page, or the first thing of its middle. */
export function focusPage(): void {
  const target =
    document.querySelector<HTMLElement>("#zone-centre [role=grid]") ??
    firstFocusable(document.getElementById("zone-centre"));
  target?.focus();
}

/** The first thing in a part of the page that takes the keyboard. */
export function firstFocusable(part: HTMLElement | null): HTMLElement | null {
  return (
    part?.querySelector<HTMLElement>(
      ":is(a[href], button, input, select, textarea, [tabindex]):not([tabindex='-1'], :disabled)",
    ) ?? null
  );
}

/** Gives the keyboard back to what had it; an item of a closed menu stands for the button that opened it. */
export function giveFocusBack(opener: Element | null): void {
  const menu = opener?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const target = menu ? document.getElementById(menu) : opener;
  if (target instanceof HTMLElement && target.isConnected && target !== document.body) target.focus();
  else focusPage();
}
