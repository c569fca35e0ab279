import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Money, parseMoney } from "../../../../platform/money.ts";
import type { InvoiceLine, ReadResult } from "../invoice.ts";
import { readFile } from "./read-file.ts";

/** What an independent reader says of a file; in `expected.json` of the corpus, see the README. */
interface Expected {
  readonly file: string;
  /** Code of a problem, where the file can't be used. */
  readonly refused?: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  readonly kind: string;
  /** Decimal texts in our sign convention. */
  readonly totalNet: string;
  readonly totalGross: string | null;
  /** Net of each line, and of each allowance or charge on the document. */
  readonly lines: readonly string[];
  readonly allowances: readonly string[];
}

const corpus = process.env["E_INVOICE_CORPUS"] ?? "";

test.skipIf(!corpus)(
  "every sample of the corpus (where E_INVOICE_CORPUS names a folder of real invoices)",
  { timeout: 600_000 },
  async () => {
    const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter(
      (name) => /\.(xml|pdf)$/i.test(name) && statSync(join(corpus, name)).isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    const list = join(corpus, "expected.json");
    const documented: readonly Expected[] | undefined = existsSync(list)
      ? JSON.parse(readFileSync(list, "utf8"))
      : undefined;
    const counts = { read: 0, refused: 0, skipped: 0 };
    for (const file of files) {
      const expected = documented?.find((one) => one.file === file);
      if (documented && !expected) {
        counts.skipped += 1;
        continue;
      }
      const result = await readFile(new Uint8Array(readFileSync(join(corpus, file))));
      if (expected?.refused) expect(codes(result), file).toContain(expected.refused);
      else if (expected) expect(read(result), file).toEqual(asRead(expected));
      else expect(codes(result), file).toEqual([]);
      counts[result.kind === "rejected" ? "refused" : "read"] += 1;
    }
    console.info(`${counts.read} read, ${counts.refused} refused as expected, ${counts.skipped} skipped`);
    expect(counts.read + counts.refused + counts.skipped).toBe(files.length);
  },
);

const codes = (result: ReadResult): string[] =>
  result.kind === "rejected" ? result.problems.map(({ code }) => code) : [];

function read(result: ReadResult) {
  if (result.kind === "rejected") return result.problems;
  const { number, issuedOn, currency, kind, totalNet, totalGross, lines } = result.invoice;
  const nets = (level: InvoiceLine["level"]) => lines.filter((line) => line.level === level).map(({ net }) => net);
  return {
    number,
    issuedOn,
    currency,
    kind,
    totalNet,
    totalGross,
    lines: nets("line"),
    allowances: nets("document"),
  };
}

function asRead({ number, issuedOn, currency, kind, totalNet, totalGross, lines, allowances }: Expected) {
  // "-0.00" is nothing.
  const money = (text: string): Money => (parseMoney(text) ?? Number.NaN) + 0;
  return {
    number,
    issuedOn,
    currency,
    kind,
    totalNet: money(totalNet),
    totalGross: totalGross === null ? null : money(totalGross),
    lines: lines.map(money),
    allowances: allowances.map(money),
  };
}
