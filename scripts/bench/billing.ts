import { existsSync } from "node:fs";
import { ratio, report } from "./measure.ts";

/** What a vertical may bring. */
interface BillingBench {
  besideDuckDb(sizes: readonly number[]): AsyncIterable<{ rows: number; gaps: number; own: number; duckDb: number }>;
}

/** Checks of loaded invoice rows beside the same join in DuckDB, where the vertical that checks them is there. */
export async function measureBilling(sizes: readonly number[] = [10_000, 100_000, 1_000_000]): Promise<void> {
  const file = new URL("../../services/verticals/telecom/billing-control/testing/beside-duckdb.ts", import.meta.url);
  if (!existsSync(file)) return;
  console.log("Matching and checking invoice rows that are loaded, in one process");
  const bench = (await import(file.href)) as BillingBench;
  let before: number | undefined;
  for await (const { rows, gaps, own, duckDb } of bench.besideDuckDb(sizes)) {
    const [count, each] = [rows.toLocaleString("en"), own / rows];
    report(`${count} rows, ${gaps.toLocaleString("en")} gaps, DuckDB`, duckDb);
    const grown = before ? `, a row ${ratio(each, before)} of the size before` : "";
    report(`${count} rows, ours`, own, `${ratio(own, duckDb)} of DuckDB${grown}`);
    before = each;
  }
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`  ${memory} MB at most, an invoice of ours and DuckDB's tables held at once`);
}
