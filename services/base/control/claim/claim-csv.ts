import { guarded } from "../../../platform/formula-guard.ts";
import type { Claim } from "./claim.ts";
import { type ClaimLanguage, claimTexts } from "./claim-text.ts";
import { claimFormat } from "./format.ts";

/** A claim row by row, for the supplier's own tools: UTF-8 with its mark, semicolons, the language's decimal sign. */
export function claimCsv({ invoices }: Claim, language: ClaimLanguage): Uint8Array {
  const { columns } = claimTexts[language];
  const { number, day } = claimFormat(language);
  const head = [
    language === "fr" ? "Facture" : "Invoice",
    columns.row,
    columns.identifier,
    columns.label,
    columns.reason,
    ...(language === "fr" ? ["Début", "Fin"] : ["Start", "End"]),
    columns.found,
    columns.expected,
    columns.amount,
  ];
  const rows = invoices.flatMap(({ number: invoice, rows: claimed }) =>
    claimed.map((row) => [
      guarded(invoice),
      guarded(row.lineNumber),
      guarded(row.identifier),
      guarded(row.label),
      row.reason[language],
      day(row.start),
      day(row.end),
      number(row.found),
      number(row.expected),
      number(row.amount),
    ]),
  );
  const lines = [head, ...rows].map((cells) => cells.map(cell).join(";"));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf8");
}

const cell = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
