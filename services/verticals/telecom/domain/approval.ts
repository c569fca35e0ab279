/** Whether a deployment needs a second person before it is launched. Pure; the backend's model says the same (`at_most` of its launch). */
import { amountOf, type Money, moneyText } from "../../../platform/money.ts";
import type { LaunchedAction } from "./launch.ts";

/** What begins or ends a line, and with it what the customer pays for it. */
const weighed: ReadonlySet<string> = new Set(["create_line", "port_in", "terminate_line"]);

export interface Approval {
  /** What a month's sales change by in all, more and less alike. */
  readonly amount: string;
  /** The brand's amount, up to which one person is enough. */
  readonly above: string;
}

/** Nothing where one person is enough, as far as the amounts may be seen; left for later counts too, being launched by the same deployment. */
export function approvalOf(actions: readonly LaunchedAction[], above: string | null | undefined): Approval | null {
  if (above === null || above === undefined) return null;
  const amount: Money = actions
    .filter(({ operation, status }) => status === "ready" && weighed.has(operation))
    .reduce((sum, { line }) => sum + amountOf(line?.sellPrice), 0);
  return amount > amountOf(above) ? { amount: moneyText(amount), above } : null;
}
