import type { Candidate, Identifiers, UnmatchedEntry } from "../contract.ts";
import { fold } from "../../../../platform/fold.ts";
import { amountOf, moneyText } from "../../../../platform/money.ts";

/** A stored row that no line of the park was found for. */
export interface UnmatchedRow {
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly identifiers: Identifiers;
  readonly label: string;
  /** Decimal text; undefined for whoever may not see it. */
  readonly net: string | undefined;
}

/** The dearest first; what names no line is nobody's to attach. */
export function entriesOf(rows: readonly UnmatchedRow[]): UnmatchedEntry[] {
  const entries = new Map<string, UnmatchedEntry>();
  for (const { id, supplierId, supplierName, invoiceNumber, identifiers, label, net } of rows) {
    if (Object.values(identifiers).every((value) => !value)) continue;
    const key = [supplierId, ...Object.values(identifiers).map((value) => value ?? "")].join("/");
    const known = entries.get(key);
    entries.set(key, {
      key,
      supplierId,
      supplierName,
      identifiers,
      labels: distinct([...(known?.labels ?? []), label]),
      invoices: distinct([...(known?.invoices ?? []), invoiceNumber]),
      rowIds: [...(known?.rowIds ?? []), id],
      net: net === undefined ? undefined : moneyText(amountOf(known?.net ?? "0") + amountOf(net)),
    });
  }
  return [...entries.values()].sort(
    (a, b) => amountOf(b.net ?? "0") - amountOf(a.net ?? "0") || a.key.localeCompare(b.key),
  );
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/**
 * How near a line is to what rows say: 1 where an identifier is the same but for its case and separators, less for each sign that differs, and for
 * a user who is named in the label. Near ones are suggested, never taken.
 */
export function nearness({ identifiers, labels }: UnmatchedEntry, line: Candidate): number {
  const own = [line.number, line.serviceId].map(plain).filter(Boolean);
  const said = [identifiers.number, identifiers.serviceId, identifiers.customerReference].map(plain).filter(Boolean);
  const nearest = Math.max(0, ...said.flatMap((one) => own.map((other) => likeness(one, other))));
  const user = fold(line.userName ?? "").trim();
  const named = user.length > 4 && labels.some((label) => fold(label).includes(user));
  return Math.max(nearest, named ? 0.9 : 0);
}

/** Letters and figures; a French number without its country or zero. */
const plain = (text: string | null): string =>
  fold(text ?? "")
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^(?:0033|33|0)(?=\d{9}$)/, "");

/** 1 for the same, 0 where more than two signs differ. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 2) return 0;
  const distance = editDistance(a, b);
  return distance > 2 ? 0 : 1 - distance * 0.15;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
