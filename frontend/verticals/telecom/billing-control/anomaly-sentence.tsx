"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { AnomalyRow } from "./server";

/** One anomaly in one sentence, as a person would say it to the supplier. Evidence is there for those who may see the margin. */
export function AnomalySentence({ row }: { row: AnomalyRow }) {
  const t = useTranslations("telecom.billingControl.sentences");
  const format = useFormat();
  const { evidence } = row;
  const of = <Key extends string>(key: Key): string | number | null => {
    const value: unknown = evidence ? Reflect.get(evidence, key) : undefined;
    return typeof value === "string" || typeof value === "number" ? value : null;
  };
  const day = of("endDate") ?? of("begins") ?? of("since") ?? of("promisedOn") ?? row.lineEndDate;
  return t.rich(wording(row, of), {
    supplier: row.supplierName,
    number: row.number ? format.number(row.number) : "—",
    key: row.key ? format.number(row.key) : "—",
    label: row.label ?? of("label") ?? "—",
    day: format.day(typeof day === "string" ? day : null),
    days: Number(of("earlyDays") ?? 0),
    invoice: of("invoice") ?? "",
    found: format.money(row.found),
    expected: format.money(row.expected),
    sale: format.money(of("sale")),
    cost: format.money(of("cost")),
    details: of("details") ?? "",
    reference: row.disputeReference ?? of("reference") ?? "—",
    b: (chunks: React.ReactNode) => <b className="medium">{chunks}</b>,
  });
}

function wording({ check, found, invoiceNumber }: AnomalyRow, of: (key: string) => string | number | null) {
  switch (check) {
    case "C1":
      return of("option") === null ? "C1" : "C1Option";
    case "C2":
      return found === undefined ? "C2WithoutPrice" : "C2";
    case "C4":
    case "C5":
      return of("since") === null ? check : (`${check}Since` as const);
    case "C6":
      return of("label") === null ? "C6" : "C6Label";
    case "C7":
      return of("sale") === null ? "C7" : "C7Amounts";
    case "C13":
      return found === undefined ? "C13" : "C13Amounts";
    case "C9":
      return of("invoice") === null || of("invoice") === invoiceNumber ? "C9" : "C9Elsewhere";
    case "C10":
      return of("begins") !== null ? "C10Early" : of("fits") !== null ? "C10Share" : "C10";
    case "C11":
      return of("fee") === "termination" ? "C11Termination" : "C11";
    case "manual":
      return of("details") === null ? "manual" : "manualDetails";
    default:
      return check;
  }
}
