import { type Money, moneyText } from "../../../../platform/money.ts";
import type { Problem, ProblemCode } from "../contract.ts";
import { type StatedInvoice, sum, totalOf } from "./stated.ts";
import type { Counted, CountedLine } from "./sub-lines.ts";

const cent: Money = 100;

/** What doesn't add up: `problems` where an invoice can't be used, since its rows aren't what it asks for; `warnings` elsewhere. */
export interface Mismatches {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** Each total of an e-invoice against what it is made of, to the cent. */
export function reconcile(invoice: StatedInvoice, counted: Counted): Mismatches {
  const { totals, vat, allowances } = invoice;
  const net = totals.net;
  const hasLines = counted.lines.length > 0;
  const lines = hasLines ? sum(counted.lines.map((line) => line.net)) : totals.lines;
  const [taken, added] = [totalOf(allowances, false), totalOf(allowances, true)];
  const stated = (totals.lines ?? lines ?? 0) - (totals.allowances ?? taken) + (totals.charges ?? added);
  const bases = sum(vat.map(({ base }) => base ?? 0));
  const taxes = sum(vat.map(({ tax }) => tax ?? 0));
  const tax = totals.vat ?? (vat.length > 0 ? taxes : null);
  return {
    problems: [
      ...(hasLines ? mismatch("total_mismatch", "BT-106", lines, totals.lines) : []),
      ...mismatch("total_mismatch", "BT-107", taken, totals.allowances),
      ...mismatch("total_mismatch", "BT-108", added, totals.charges),
      ...(lines === null ? [] : mismatch("total_mismatch", "BT-109", stated, net)),
    ],
    warnings: [
      ...counted.lines.flatMap(lineMismatch),
      ...counted.groups.flatMap(({ group, lines: inner }) =>
        inner.length === 0
          ? []
          : mismatch("line_mismatch", `BT-131, ${group.number}`, sum(inner.map((line) => line.net)), group.net),
      ),
      ...(vat.some(({ base }) => base !== null) ? mismatch("vat_mismatch", "BT-116", bases, net) : []),
      ...vat.flatMap(({ base, tax: own, name, rate }) =>
        base === null || rate === null
          ? []
          : mismatch("vat_mismatch", `BT-117, ${name}`, toCent((base * rate.value) / 100), own),
      ),
      ...(vat.length > 0 ? mismatch("vat_mismatch", "BT-110", taxes, totals.vat) : []),
      ...(tax === null ? [] : mismatch("payable_mismatch", "BT-112", net + tax, totals.gross)),
      // The MINIMUM profile says nothing of what is paid already.
      ...(totals.gross === null || totals.lines === null
        ? []
        : mismatch(
            "payable_mismatch",
            "BT-115",
            totals.gross - (totals.prepaid ?? 0) + (totals.rounding ?? 0),
            totals.payable,
          )),
    ],
  };
}

/** Quantity × price less allowances plus charges; a price of few digits may be a rounded one, by half of the last, a cent's at most. */
function lineMismatch(line: CountedLine): Problem[] {
  const { quantity, price, priceQuantity } = line;
  if (quantity === null || price === null) return [];
  const units = quantity.value / (priceQuantity?.value || 1);
  const exact = toCent(units * price.value * 10_000);
  const computed = exact - totalOf(line.allowances, false) + totalOf(line.allowances, true);
  const rounded = Math.abs(units) * 5_000 * 10 ** -Math.max(2, price.decimals);
  return mismatch("line_mismatch", `BT-131, ${line.number}`, computed, line.net, cent + rounded);
}

function mismatch(
  code: Extract<ProblemCode, `${string}_mismatch`>,
  field: string,
  computed: Money | null,
  stated: Money | null,
  tolerance: Money = cent,
): Problem[] {
  if (computed === null || stated === null || Math.abs(computed - stated) <= tolerance) return [];
  const [found, expected, difference] = [computed, stated, computed - stated].map(plain) as [string, string, string];
  return [{ code, field: field.slice(0, 80), found, expected, difference }];
}

const toCent = (amount: number): Money => Math.round(amount / cent) * cent;

/** To the cent where that is exact. */
const plain = (amount: Money): string => moneyText(amount).replace(/00$/, "");
