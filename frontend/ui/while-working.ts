import type { SyntheticEvent } from "react";

/**
 * For what was pressed and is still at work: it takes no second press and stays where it is. A control that is disabled meanwhile gives the
 * focus away, and whoever came by keyboard is at the top of the page.
 */
export function whileWorking(working: boolean): {
  readonly "aria-disabled"?: true;
  readonly onClickCapture?: (event: SyntheticEvent) => void;
} {
  return working ? { "aria-disabled": true, onClickCapture: ignore } : {};
}

function ignore(event: SyntheticEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
