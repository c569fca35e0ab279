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

/** Tables of one file with rows of the same invoice are that invoice; one with the same sum as another is another view of it, and counts once. */
export function oneEach(documents: readonly FoundDocument[]): FoundDocument[] {
  const whole: FoundDocument[] = [];
  for (const document of documents) {
    const at = whole.findIndex((one) => isSame(one, document));
    const before = whole[at];
    if (before?.result.kind !== "invoice" || document.result.kind !== "invoice") whole.push(document);
    else whole[at] = { ...before, result: joined(before, before.result, document, document.result) };
  }
  return whole;
}

type Read = Extract<ReadResult, { kind: "invoice" }>;

const isSame = (a: FoundDocument, b: FoundDocument): boolean =>
  a.result.kind === "invoice" &&
  b.result.kind === "invoice" &&
  a.table !== b.table &&
  a.result.invoice.number === b.result.invoice.number &&
  a.result.invoice.seller.name === b.result.invoice.seller.name;

function joined(a: FoundDocument, first: Read, b: FoundDocument, second: Read): Read {
  const warnings = [...(first.warnings ?? []), ...(second.warnings ?? [])];
  if (Math.abs(first.invoice.totalNet - second.invoice.totalNet) <= 100) {
    const fuller = second.invoice.lines.length > first.invoice.lines.length;
    const left = fuller ? a : b;
    const kept = fuller ? second : first;
    return {
      ...kept,
      warnings: [...(kept.warnings ?? []), { code: "table_repeats", found: (left.table ?? "").slice(-80) }],
    };
  }
  const taken = new Set(first.invoice.lines.map(({ lineNumber }) => lineNumber));
  const more = second.invoice.lines.map((line) => {
    let lineNumber = line.lineNumber;
    for (let part = 2; taken.has(lineNumber); part += 1) lineNumber = `${part}/${line.lineNumber}`.slice(0, 32);
    taken.add(lineNumber);
    return { ...line, lineNumber };
  });
  const totalNet = first.invoice.totalNet + second.invoice.totalNet;
  return {
    kind: "invoice",
    warnings,
    invoice: {
      ...first.invoice,
      kind: totalNet < 0 ? "credit_note" : "invoice",
      periodStart: least(first.invoice.periodStart, second.invoice.periodStart),
      periodEnd: greatest(first.invoice.periodEnd, second.invoice.periodEnd),
      totalNet,
      totalGross: null,
      lines: [...first.invoice.lines, ...more],
    },
  };
}

const least = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);
const greatest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);
