"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { telecomApi } from "../api";

/** How much of what the suppliers billed was read: a list without gaps means something only beside it. */
export function Controlled({ month, supplier }: { month: string; supplier: string }) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  const { data } = useQuery(
    telecomApi.billingControl.controlled.queryOptions({
      ...(month && { month }),
      ...(supplier && { supplierId: supplier }),
    }),
  );
  if (!data) return null;
  return (
    <p className="quiet">
      {t("controlled", {
        invoices: data.invoices,
        rows: data.rows,
        checked: data.checked,
        day: data.last ? format.day(data.last.slice(0, 10)) : "none",
      })}
    </p>
  );
}
