import { guarded } from "@softwhere/services/platform/formula-guard";

/** Semicolons, as French spreadsheets expect. A text that a spreadsheet would take for a formula is kept a text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells
    .map((cell) => {
      const safe = guarded(cell);
      return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(";")}\r\n`;
}
