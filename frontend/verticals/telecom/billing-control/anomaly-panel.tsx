"use client";
import type { SwAnomaly } from "@softwhere/services/model/generated/entities";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { CloseDialog, Dispute, useAnomalyActions } from "@/base/features/control";
import { Timeline } from "@/base/features/timeline";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { type Fact, Facts } from "@/ui/facts";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { OrderMenu } from "../bulk/order-menu";
import { AnomalySentence } from "./anomaly-sentence";
import { anomalyTones } from "./anomaly-table";
import { mayClaim } from "./may-claim";
import type { AnomalyRow } from "./server";

/** Claimed, or promised and not received. */
const awaitsCredit = ({ status, check }: AnomalyRow) => status === "disputed" || (check === "C13" && status === "open");

/** The evidence of one gap, and what to do about it. */
export function AnomalyPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  const can = useCan();
  const actions = useAnomalyActions();
  const [closing, setClosing] = useState(false);
  const query = useQuery(telecomApi.billingControl.evidence.queryOptions({ id }));
  if (!query.data) {
    return (
      <PanelFrame title={t("gap")} onClose={onClose}>
        {query.isPending ? (
          <SkeletonRows />
        ) : (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
      </PanelFrame>
    );
  }
  const { row, evidence, invoiceLine, planName, dispute } = query.data;
  const mayAct = can("manage anomalies");
  const facts: Fact[] = [
    [t("facts.line"), row.number ? `${format.number(row.number)}${planName ? ` · ${planName}` : ""}` : "—"],
    ...(evidence && "billed" in evidence
      ? ([[t("facts.share"), t("facts.shareOf", { billed: evidence.billed, lines: evidence.lines })]] satisfies [
          string,
          string,
        ][])
      : []),
    [t("facts.period"), `${format.day(row.periodStart)} – ${format.day(row.periodEnd)}`],
    ...(invoiceLine
      ? ([
          [t("facts.invoice"), `${row.supplierName} ${row.invoiceNumber ?? ""}`],
          [
            t("facts.match"),
            invoiceLine.match_key
              ? format.valueLabel("sw_supplier_invoice_line", "match_key", invoiceLine.match_key)
              : "—",
          ],
          [t("facts.label"), invoiceLine.description ?? "—"],
        ] satisfies Fact[])
      : []),
  ];
  return (
    <PanelFrame
      title={<span className="ellipsis">{format.valueLabel("sw_anomaly", "check", row.check)}</span>}
      subtitle={
        <>
          {row.supplierName} ·{" "}
          <span className={`tag ${anomalyTones[row.status]}`}>
            {format.valueLabel("sw_anomaly", "status", row.status)}
          </span>{" "}
          {row.disputeReference}
        </>
      }
      onClose={onClose}
    >
      <div className="section" style={{ display: "grid", gap: 10 }}>
        <p style={{ fontSize: 14 }}>
          <AnomalySentence row={row} />
        </p>
        {row.reason && <p className="notice">{row.reason}</p>}
        {mayAct && (
          <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
            {row.status === "open" && mayClaim(row) && (
              <Button tone="primary" onClick={() => void actions.dispute([row])}>
                {t("dispute")}
              </Button>
            )}
            {(row.status === "open" || row.status === "disputed") && mayClaim(row) && (
              <Button onClick={() => void actions.credit([row])}>{t("credit")}</Button>
            )}
            {(row.status === "open" || row.status === "disputed") && (
              <Button onClick={() => setClosing(true)}>{t("close")}</Button>
            )}
            {(row.status === "open" || row.status === "disputed") && row.lineId && (
              <OrderMenu lineIds={[row.lineId]} label={t("correct")} />
            )}
            {row.status !== "open" && row.status !== "credited" && (
              <Button onClick={() => void actions.reopen([row])}>{t("reopen")}</Button>
            )}
          </div>
        )}
      </div>
      {row.amount !== undefined && (
        <div className="section">
          <h3>{t("proof")}</h3>
          <table className="evidence">
            <thead>
              <tr>
                <th />
                <th>{t("expected")}</th>
                <th>{t(mayClaim(row) ? "found" : "billedFact")}</th>
                <th>{t("difference")}</th>
              </tr>
            </thead>
            <tbody>
              {invoiceLine?.gross != null && (
                <tr>
                  <td>{t("gross")}</td>
                  <td>{evidenceAmount(evidence, "gross", format)}</td>
                  <td>{format.money(invoiceLine.gross)}</td>
                  <td>{difference(evidence, "gross", Number(invoiceLine.gross), format)}</td>
                </tr>
              )}
              {invoiceLine?.discount != null && (
                <tr>
                  <td>{t("discount")}</td>
                  <td>{evidenceAmount(evidence, "discount", format)}</td>
                  <td>{format.money(-Number(invoiceLine.discount))}</td>
                  <td>{difference(evidence, "discount", Number(invoiceLine.discount), format)}</td>
                </tr>
              )}
              {evidence &&
                "sale" in evidence &&
                (["sale", "cost"] as const).map((side) => (
                  <tr key={side}>
                    <td>
                      {t(`margin.${side}`)}{" "}
                      <small className="quiet">
                        {t(`margin.${side === "sale" ? evidence.saleBy : evidence.costBy}`)}
                      </small>
                    </td>
                    <td />
                    <td>{format.money(evidence[side])}</td>
                    <td />
                  </tr>
                ))}
              <tr>
                <td>{t(row.check === "C7" ? "margin.left" : "net")}</td>
                <td>{format.money(row.expected)}</td>
                <td>{format.money(row.found)}</td>
                <td className="bad">{mayClaim(row) ? format.signedMoney(row.amount) : format.money(row.amount)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {dispute && (
        <Dispute
          dispute={dispute}
          invoiceNumber={row.invoiceNumber}
          recovered={row.recovered}
          onFollowUp={mayAct && awaitsCredit(row) ? () => void actions.followUp(dispute) : null}
        />
      )}
      <dl className="fields">
        <div className="field">
          <dt>{t("facts.account")}</dt>
          <dd>
            {row.accountId ? (
              <Link
                className="field-value link"
                href={`/accounts/${row.accountId}${row.lineId ? `?panels=line:${row.lineId}` : ""}`}
              >
                {row.accountName}
              </Link>
            ) : (
              <span className="field-value">—</span>
            )}
          </dd>
        </div>
        <Facts facts={facts} />
      </dl>
      <div className="section">
        <h3>{t("timeline")}</h3>
        <Timeline subjectId={id} />
      </div>
      {closing && (
        <CloseDialog
          count={1}
          mayExcept={row.lineId !== null || row.accountId !== null}
          onClose={() => setClosing(false)}
          onConfirm={async (how) => {
            await actions.close([row], how);
            setClosing(false);
          }}
        />
      )}
    </PanelFrame>
  );
}

/** What the supplier bills more than agreed in this part of the price; a discount that is missing counts as more. */
function difference(
  evidence: SwAnomaly["evidence"],
  key: "gross" | "discount",
  found: number,
  format: ReturnType<typeof useFormat>,
): string {
  const agreed = evidence && "gross" in evidence ? evidence[key] : null;
  // What is priced for another time than is billed can't be held against it part by part.
  if (agreed === null || periodOf(evidence) !== "month") return "";
  const more = sumOfEuros([found, -Number(agreed)]);
  return more === 0 ? format.money(0) : format.signedMoney(key === "gross" ? more : -more);
}

/** An amount of the price that the check compared with; other checks have none. */
function evidenceAmount(
  evidence: SwAnomaly["evidence"],
  key: "gross" | "discount",
  format: ReturnType<typeof useFormat>,
): string {
  const value = evidence && "gross" in evidence ? evidence[key] : null;
  if (value === null) return "—";
  const amount = key === "discount" ? -Number(value) : value;
  const period = periodOf(evidence);
  return period === "month" ? format.money(amount) : format.moneyPer(amount, period);
}

const periodOf = (evidence: SwAnomaly["evidence"]) =>
  (evidence && "gross" in evidence && evidence.billingPeriod) || "month";
