"use client";
import {
  type ChargeInput,
  chargeInput,
  type UnclearCharge,
} from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { toast } from "@/ui/toast";
import { telecomApi, telecomClient } from "../api";

const kinds = chargeInput.shape.charge.options.filter((charge) => charge !== "other");

/** Rows that don't say what they bill: said once by a person, known for the supplier from then on. */
export function UnclearCharges({ supplier }: { supplier: string }) {
  const t = useTranslations("telecom.billingControl.charges");
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const query = useQuery(
    telecomApi.billingControl.unclearCharges.queryOptions(supplier ? { supplierId: supplier } : {}),
  );
  if (!query.data || query.data.length === 0) return null;
  const say = async ({ supplierId, by, value, label }: UnclearCharge, charge: ChargeInput["charge"]) => {
    setBusy(true);
    try {
      const done = await telecomClient.telecom.billingControl.sayCharge.mutate({ supplierId, by, value, charge });
      toast.success(t("said", { name: label, invoices: done.invoices, found: done.found }));
    } catch {
      toast.error(t("failed"));
    }
    setBusy(false);
    await queryClient.invalidateQueries();
  };
  return (
    <section className="unmatched" aria-busy={busy} aria-label={t("title")}>
      <div className="unmatched-head">
        <div>
          <h2>{t("title")}</h2>
          <p className="soft">{t("help")}</p>
        </div>
      </div>
      <table className="anomaly-table">
        <thead>
          <tr>
            <th>{t("label")}</th>
            <th className="amount">{t("net")}</th>
            <th>{t("charge")}</th>
          </tr>
        </thead>
        <tbody>
          {query.data.map((row) => (
            <tr key={`${row.supplierId}/${row.by}/${row.value}`}>
              <td className="sentence">
                <b className="medium">{row.label}</b>
                <small className="quiet">
                  {[
                    row.by === "code" && t("code", { code: row.value }),
                    row.supplierName,
                    t("rows", { count: row.rows }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </td>
              <td className="amount medium">{row.net === undefined ? "—" : format.money(row.net)}</td>
              <td>
                <select
                  className="select"
                  style={{ width: "auto" }}
                  aria-label={`${t("charge")} ${row.label}`}
                  aria-disabled={busy}
                  value=""
                  onChange={(event) => {
                    const charge = kinds.find((kind) => kind === event.target.value);
                    if (charge && !busy) void say(row, charge);
                  }}
                >
                  <option value="">{t("choose")}</option>
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {format.valueLabel("sw_supplier_invoice_line", "charge", kind)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
