"use client";
import { csvLine } from "@/base/format/csv-line";
import { saveFile } from "@/ui/save-file";

/** Hands a table to the person as a CSV file. */
export function downloadCsv(name: string, lines: readonly (readonly string[])[]): void {
  // The mark lets spreadsheets read accents.
  saveFile(name, `\ufeff${lines.map(csvLine).join("")}`, "text/csv;charset=utf-8");
}
