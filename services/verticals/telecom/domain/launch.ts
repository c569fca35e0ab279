/** What launching a deployment begins, action by action. Pure: actions in, decisions and operations out. */
import { type PeriodPrice, perMonth } from "./billing-period.ts";
import type { PricesOfItem } from "./dated-prices.ts";
import { isArticleWork, openActionStates } from "./deployment-order.ts";
import { amountOf, moneyText } from "../../../platform/money.ts";
import type { AtomicOperation } from "../../../platform/backend/client.ts";

/** An action of a deployment, with what decides whether it can begin. */
export interface LaunchedAction {
  readonly id: string;
  readonly version: number;
  readonly operation: string;
  readonly capability: string;
  readonly status: string;
  readonly plannedOn: string | null;
  readonly line: LaunchedLine | null;
  readonly hasBillingSite: boolean;
  /** The supplier whose connection it goes by: the line's operator, else the deployment's. */
  readonly supplierId: string | null;
  /** States of the actions that have to be done before. */
  readonly after: readonly string[];
  /** What of the catalogue is billed; null where it names no article, or none that can be. */
  readonly article?: LaunchedArticle | null;
}

/** Prices as `PricesOfItem`, what was agreed with the line first. */
export interface LaunchedArticle extends PricesOfItem {
  readonly name: string;
  readonly quantity: number;
}

export interface LaunchedLine {
  readonly id: string;
  readonly number: string;
  readonly userName: string | null;
  readonly status: string;
  readonly planName: string | null;
  readonly operatorName: string | null;
  /** Per month, as decimal texts; absent where the reader may not see them. */
  readonly sellPrice?: string | null | undefined;
  readonly buyPrice?: string | null | undefined;
}

export const launchBlocks = [
  "begun",
  "terminated",
  "cancelled",
  "terminating",
  "no-billing-site",
  "predecessor-ended",
] as const;
export type LaunchBlock = (typeof launchBlocks)[number];

/** What a billing system needs to know, and a person doesn't. */
export type Lacking = "no-article" | "no-price";

/** An action as it is shown before launching. */
export interface LaunchRow extends Omit<LaunchedAction, "after" | "version" | "article"> {
  readonly blocked: LaunchBlock | null;
  readonly lacks: Lacking | null;
  readonly article: Pick<LaunchedArticle, "name" | "quantity"> | null;
  /** What is paid for once; absent where there is nothing, or the reader may not see it. */
  readonly sellOnce?: string;
  /** What a month brings and costs more or less; absent where the reader may not see it. */
  readonly sell?: string;
  readonly buy?: string;
}

/** States in which what comes after can no longer begin. */
const ended: ReadonlySet<string> = new Set(["rejected_by_us", "rejected_by_vendor", "cancelled"]);
const open: ReadonlySet<string> = new Set(openActionStates);

/** Why an action can't begin; nothing where it can. */
export function launchBlock(action: LaunchedAction): LaunchBlock | null {
  const { line, operation } = action;
  if (action.status !== "ready" || action.plannedOn !== null) return "begun";
  // What is billed ends with the line, and after it.
  const isEnd = operation === "end_service";
  if (line?.status === "terminated" && !isEnd) return "terminated";
  if (line?.status === "cancelled" && !isEnd) return "cancelled";
  if (line?.status === "terminating" && !isEnd && operation !== "terminate_line") return "terminating";
  if (operation === "create_customer" && !action.hasBillingSite) return "no-billing-site";
  return action.after.some((status) => ended.has(status)) ? "predecessor-ended" : null;
}

/** The deployment begins, and each action that can gets its day: without one nobody carries it out. */
export function launchOperations(
  deployment: {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly day: string;
    /** Whether one action that is rejected undoes those that are done; absent: as it is. */
    readonly allOrNothing?: boolean;
  },
  actions: readonly LaunchedAction[],
  /** Who launches it: where approval was asked for, they give it. */
  by: string,
): AtomicOperation[] {
  const { id, version, status, day, allOrNothing } = deployment;
  const isSaid = allOrNothing !== undefined && { all_or_nothing: allOrNothing };
  const approved = { approved_by: { data: { type: "user--user", id: by } } };
  return [
    ...(status === "launched"
      ? isSaid
        ? [update("sw_deployment", id, { version, ...isSaid })]
        : []
      : [
          update(
            "sw_deployment",
            id,
            { version, status: "launched", ...isSaid },
            status === "awaiting_approval" ? approved : undefined,
          ),
        ]),
    ...actions
      .filter((action) => !launchBlock(action))
      .map((action) => update("sw_action", action.id, { version: action.version, planned_on: day })),
  ];
}

/** Why a billing system will refuse it; nothing where nothing is known to be in its way. */
export function lackingOf({ operation, article }: LaunchedAction): Lacking | null {
  if (!isArticleWork(operation)) return null;
  if (!article) return "no-article";
  return article.sell === null ? "no-price" : null;
}

/** What is billed for an article, as often as it is asked for: each month, or once. */
export function articleChange({ operation, article }: LaunchedAction): {
  readonly sell?: string;
  readonly buy?: string;
  readonly sellOnce?: string;
} {
  if (!article || !isArticleWork(operation)) return {};
  if (operation !== "add_option")
    return article.sell ? { sellOnce: moneyText(amountOf(article.sell.net) * article.quantity) } : {};
  const change = (price: PeriodPrice | null) => moneyText(price ? perMonth(price) * article.quantity : 0);
  return {
    ...(article.sell !== undefined && { sell: change(article.sell) }),
    ...(article.buy !== undefined && { buy: change(article.buy) }),
  };
}

/** What a month costs and brings more or less once it is done, as decimal texts; absent where the reader may not see it. */
export function monthlyChange({ operation, line }: LaunchedAction): { readonly sell?: string; readonly buy?: string } {
  const negated = (price: string | null | undefined) => moneyText(-amountOf(price));
  // What else changes is described in words, or has dated prices of its own.
  const ends = operation === "terminate_line" && line?.status !== "terminated";
  const begins = (operation === "create_line" || operation === "port_in") && line?.status === "ordered";
  const change = (price: string | null | undefined) =>
    ends ? negated(price) : begins ? moneyText(amountOf(price)) : moneyText(0);
  return {
    ...(line?.sellPrice !== undefined && { sell: change(line.sellPrice) }),
    ...(line?.buyPrice !== undefined && { buy: change(line.buyPrice) }),
  };
}

/** Whether an action in that state still has something to be done. */
export const isToDo = (status: string): boolean => open.has(status);

/** Whether nothing is left to be done. */
export const isOver = (states: readonly string[]): boolean => !states.some(isToDo);

const update = (
  type: string,
  id: string,
  attributes: Readonly<Record<string, unknown>>,
  relationships?: Readonly<Record<string, { readonly data: { readonly type: string; readonly id: string } }>>,
): AtomicOperation => ({
  op: "update",
  data: { type: `${type}--${type}`, id, attributes, ...(relationships && { relationships }) },
});
