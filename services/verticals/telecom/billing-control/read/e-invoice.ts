import type { Money } from "../../../../platform/money.ts";
import type { Problem } from "../contract.ts";
import { type InvoiceLine, type ReadResult, rejected } from "../invoice.ts";
import type { FieldReader } from "./fields.ts";
import { keysOf } from "./keys.ts";
import { reconcile } from "./reconcile.ts";
import { type Period, type StatedAllowance, type StatedInvoice, type StatedLine, totalOf } from "./stated.ts";
import { type Counted, type CountedLine, countedLines } from "./sub-lines.ts";

/** The invoice that a document states: its rows in one sign convention, and what of its totals doesn't add up. */
export function readStated(document: StatedInvoice, read: FieldReader): ReadResult {
  const stated = { ...document, allowances: signedAsTotalled(document) };
  const counted = countedLines(stated.lines);
  if (!counted) return rejected({ code: "too_demanding" });
  const { problems, warnings } = reconcile(stated, counted);
  const all = [...read.problems, ...(read.problems.length > 0 ? [] : problems)];
  if (all.length > 0) return rejected(all);
  const rows = new Rows(stated, read);
  const { credit, totals } = stated;
  return {
    kind: "invoice",
    invoice: {
      format: stated.format,
      kind: credit ? "credit_note" : "invoice",
      number: stated.number,
      issuedOn: stated.issuedOn,
      periodStart: stated.period.start,
      periodEnd: stated.period.end,
      currency: stated.currency,
      totalNet: rows.signed(totals.net),
      totalGross: totals.gross === null ? null : rows.signed(totals.gross),
      seller: stated.seller,
      lines: [...counted.lines.map((line) => rows.ofLine(line)), ...rows.ofAllowances()],
    },
    warnings: [...notes(stated, counted), ...read.warnings, ...warnings],
  };
}

function notes({ credit, totals }: StatedInvoice, { lines }: Counted): Problem[] {
  return [
    ...(lines.length === 0 ? [{ code: "header_only" } as const] : []),
    ...(credit && totals.net < 0 ? [{ code: "credit_negative", field: "BT-109" } as const] : []),
  ];
}

/** Where a total of allowances or charges is written with the other sign than they are, the total is what counts. */
function signedAsTotalled({ allowances, totals }: StatedInvoice): StatedAllowance[] {
  const turned = (charge: boolean) => {
    const total = charge ? totals.charges : totals.allowances;
    return total !== null && total !== 0 && totalOf(allowances, charge) === -total;
  };
  return allowances.map((one) => (turned(one.charge) ? { ...one, amount: 0 - one.amount } : one));
}

class Rows {
  constructor(
    private readonly invoice: StatedInvoice,
    private readonly read: FieldReader,
  ) {}

  /** What gives money back is negative: all of a credit note, unless it is negative itself. */
  signed(amount: Money): Money {
    return this.invoice.credit ? 0 - amount : amount;
  }

  ofLine(line: CountedLine): InvoiceLine {
    const units = (line.quantity?.value ?? 1) / (line.priceQuantity?.value || 1);
    const discount = totalOf(line.allowances, false) + Math.round(units * line.priceDiscount * 10_000);
    const charges = totalOf(line.allowances, true);
    return {
      lineNumber: line.number,
      ...keysOf(line, this.invoice, this.read),
      itemCode: line.itemCode?.slice(0, 64) ?? null,
      description: line.description.slice(0, 255),
      type: null,
      quantity: Math.round(Math.abs(line.quantity?.value ?? 1) * 10_000),
      gross: this.signed(line.net + discount - charges),
      discount: this.signed(discount),
      charges: this.signed(charges),
      net: this.signed(line.net),
      ...this.period(line),
      level: "line",
    };
  }

  /** Numbered A1, A2… and C1, C2…, past what lines are called. */
  ofAllowances(): InvoiceLine[] {
    const last = { A: 0, C: 0 };
    return this.invoice.allowances.map(({ charge, amount, reason, code }) => {
      const kind = charge ? "C" : "A";
      do last[kind] += 1;
      while (!this.read.takeNumber(`${kind}${last[kind]}`));
      return {
        lineNumber: `${kind}${last[kind]}`,
        ...keysOf(undefined, this.invoice, this.read),
        itemCode: code?.slice(0, 64) ?? null,
        description: (reason ?? (code ? `UNTDID ${charge ? 7161 : 5189} ${code}` : charge ? "BG-21" : "BG-20")).slice(
          0,
          255,
        ),
        type: null,
        quantity: 10_000,
        gross: charge ? this.signed(amount) : 0,
        discount: charge ? 0 : this.signed(amount),
        charges: 0,
        net: this.signed(charge ? amount : 0 - amount),
        ...this.period(undefined),
        level: "document",
      };
    });
  }

  /** A period of the line's own is what it is, also with one end; else the document's. */
  private period(line: StatedLine | undefined): Pick<InvoiceLine, "periodStart" | "periodEnd" | "periodOf"> {
    const given = ({ start, end }: Period) => start !== null || end !== null;
    const own = line !== undefined && given(line.period);
    const { start, end } = own ? line.period : this.invoice.period;
    return {
      periodStart: start,
      periodEnd: end,
      periodOf: own ? "line" : given(this.invoice.period) ? "document" : null,
    };
  }
}
