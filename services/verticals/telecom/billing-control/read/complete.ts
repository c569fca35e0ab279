import { type Invoice, type ReadResult, rejected } from "../invoice.ts";
import { moneyText } from "../../../../platform/money.ts";
import type { FoundDocument } from "./read-file.ts";

/** An e-invoice without lines and the detail of the same number, sent together, are one document. */
export function completed(documents: readonly FoundDocument[]): FoundDocument[] {
  const heads = documents.filter(({ result }) => isHead(result));
  const used = new Set<FoundDocument>();
  const whole = documents.map((document): FoundDocument => {
    const { result } = document;
    if (result.kind !== "invoice" || result.invoice.lines.length === 0) return document;
    const head = heads.find((one) => numberOf(one) === result.invoice.number);
    if (head?.result.kind !== "invoice") return document;
    used.add(head);
    return { ...document, result: together(head.result.invoice, result) };
  });
  return whole.filter((document) => !used.has(document));
}

const isHead = (result: FoundDocument["result"]): boolean =>
  result.kind === "invoice" && result.invoice.lines.length === 0;

const numberOf = ({ result }: FoundDocument): string | undefined =>
  result.kind === "invoice" ? result.invoice.number : undefined;

/** The head says who, when and how much, the detail what for. */
function together(head: Invoice, detail: Extract<ReadResult, { kind: "invoice" }>): ReadResult {
  const { invoice } = detail;
  if (Math.abs(head.totalNet - invoice.totalNet) > 100)
    return rejected({
      code: "total_mismatch",
      found: moneyText(invoice.totalNet),
      expected: moneyText(head.totalNet),
    });
  return {
    ...detail,
    invoice: {
      ...head,
      periodStart: head.periodStart ?? invoice.periodStart,
      periodEnd: head.periodEnd ?? invoice.periodEnd,
      lines: invoice.lines,
    },
  };
}
