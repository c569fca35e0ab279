import type { Problem } from "../../contract.ts";
import type { TableRow } from "./contract.ts";
import type { DetailRow } from "./lines.ts";
import type { Row, Table } from "./rows.ts";
import type { TotalRow } from "./totals.ts";

const firstRows = 8;
const faultyMost = 30;
const asideMost = 6;
const longest = 80;

interface Understood {
  readonly rows: readonly DetailRow[];
  readonly totals: readonly TotalRow[];
  readonly asides: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Of a table what a person needs to see: its first rows, those with a problem, what was taken for a total or set aside. */
export function shownRows(table: Table, { rows, totals, asides, problems }: Understood): TableRow[] {
  // As long as no column is the amount, rows without one are what there is to look at.
  const unread = rows.length === 0 && problems.length === 0;
  const faults = new Map<number, Problem[]>();
  const fault = (problem: Problem) => {
    if (problem.row !== undefined) faults.set(problem.row, [...(faults.get(problem.row) ?? []), problem]);
  };
  for (const row of rows) for (const problem of [...row.problems, ...row.warnings]) fault(problem);
  problems.forEach(fault);
  const first = (unread ? asides : rows).slice(0, firstRows).map(({ row }) => row);
  const last = totals.slice(-asideMost).map(({ row }) => row);
  const apart = asides.slice(0, asideMost).map(({ row }) => row);
  // Each kind of fault is seen once before any is seen twice.
  const seen = new Map<string, number>();
  const ranked = [...faults].map(([row, own]) => {
    const kind = own.map(({ code, field }) => `${code}/${field}`).join();
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return { row, rank: seen.get(kind) ?? 0 };
  });
  const faulty = ranked.sort((a, b) => a.rank - b.rank || a.row - b.row).slice(0, faultyMost);
  const wanted = new Set([...first, ...last, ...apart, ...faulty.map(({ row }) => row)]);
  const kindOf = (row: number) =>
    totals.some((one) => one.row === row)
      ? "total"
      : !unread && asides.some((one) => one.row === row)
        ? "aside"
        : "line";
  return table.below
    .filter(({ row }) => wanted.has(row))
    .map(({ row, cells }) => ({
      row,
      kind: kindOf(row),
      cells: table.header.map((_, at) => (cells[at] ?? "").slice(0, longest)),
      problems: faults.get(row) ?? [],
    }));
}
