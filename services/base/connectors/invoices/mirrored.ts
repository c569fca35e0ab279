import type { SwCustomerInvoice } from "../../../model/generated/entities.ts";
import { type Money, moneyText, parseMoney } from "../../../platform/money.ts";
import type { BilledInvoice } from "../capabilities/billing.ts";

/** What the mirror has of an invoice besides whose it is. */
export type Mirrored = Required<
  Pick<
    SwCustomerInvoice,
    "number" | "kind" | "status" | "issued_on" | "due_on" | "currency" | "net" | "gross" | "remaining" | "credited_id"
  >
>;

/** Ten digits before the point are what the mirror holds. */
const most = 10 ** 14;

/**
 * An invoice as the mirror has it; undefined where it can't have it: an amount or a currency that is none. Late is no state there, it follows from
 * the day. What the vendor doesn't say is not taken for paid.
 */
export function mirrored(invoice: BilledInvoice): Mirrored | undefined {
  const { state, currency } = invoice;
  const [net, gross] = [parseMoney(invoice.net), parseMoney(invoice.gross)];
  const said = invoice.remaining === null ? null : parseMoney(invoice.remaining);
  if (net === undefined || gross === undefined || said === undefined || !/^[A-Z]{3}$/.test(currency)) return undefined;
  if ([net, gross, said ?? 0].some((amount) => Math.abs(amount) >= most)) return undefined;
  const isCredit = state === "credit_note";
  const signed = (amount: Money) => (isCredit ? -Math.abs(amount) : amount);
  const remaining = state === "paid" || state === "cancelled" ? 0 : remainingOf(invoice, signed(said ?? gross));
  return {
    number: invoice.number.trim().slice(0, 64) || invoice.id,
    kind: isCredit ? "credit_note" : "invoice",
    status: statusOf(state, signed(gross), remaining),
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    currency,
    net: moneyText(signed(net)),
    gross: moneyText(signed(gross)),
    remaining: moneyText(remaining),
    credited_id: invoice.credits,
  };
}

/** What a credit note takes off an invoice is missing in what remains of that one: it isn't counted again. */
const remainingOf = ({ state, credits }: BilledInvoice, remaining: Money): Money =>
  state === "credit_note" && credits !== null ? 0 : remaining;

function statusOf(state: BilledInvoice["state"], gross: Money, remaining: Money): Mirrored["status"] {
  if (state === "cancelled") return state;
  if (remaining === 0) return "paid";
  if (state === "partly_paid" || state === "open") return state;
  return Math.abs(remaining) < Math.abs(gross) ? "partly_paid" : "open";
}

/** It counts nothing any more; that it was there stays. */
export const cancelled = { status: "cancelled", remaining: moneyText(0) } as const;
