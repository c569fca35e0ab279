"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { AnomalyRow } from "./server";

/** One anomaly in one sentence, as a person would say it to the supplier. */
export function AnomalySentence({ row }: { row: AnomalyRow }) {
  const t = useTranslations("telecom.billingControl.sentences");
  const format = useFormat();
  const values = {
    supplier: row.supplierName,
    number: row.number ? format.number(row.number) : "—",
    day: format.day(row.lineEndDate),
    found: format.money(row.found),
    expected: format.money(row.expected),
    b: (chunks: React.ReactNode) => <b className="medium">{chunks}</b>,
  };
  if (row.check === "C1") return t.rich("C1", values);
  return row.found === undefined ? t.rich("C2WithoutPrice", values) : t.rich("C2", values);
}
