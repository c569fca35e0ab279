"use client";
import { csvLine } from "@/base/format/csv-line";

/** Hands a table to the person as a CSV file. */
export function downloadCsv(name: string, lines: readonly (readonly string[])[]): void {
  // The mark lets spreadsheets read accents.
  const url = URL.createObjectURL(
    new Blob([`\ufeff${lines.map(csvLine).join("")}`], { type: "text/csv;charset=utf-8" }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
