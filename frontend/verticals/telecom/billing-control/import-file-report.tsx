"use client";
import type { ImportReport, Problem } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { telecomApi } from "../api";
import { Coverage } from "./coverage";
import type { ImportFile } from "./use-import";

interface Props {
  readonly file: ImportFile;
  readonly onSupplier: (id: string) => void;
  readonly onCreateSupplier: () => void;
}

/** What one file holds, or what is wrong with it: file, row and field in the user's language. */
export function ImportFileReport({ file, onSupplier, onCreateSupplier }: Props) {
  const t = useTranslations("telecom.import");
  if (file.state === "working") return <p className="quiet">{t("reading")}</p>;
  if (file.state === "failed")
    return (
      <p className="bad" role="alert">
        {t(`failures.${failureKey(file.failure)}`)}
      </p>
    );
  const { report } = file;
  if (!report) return null;
  switch (report.kind) {
    case "rejected":
      return <Problems problems={report.problems} more={report.more} />;
    case "unknown-supplier":
      return <UnknownSupplier report={report} onSupplier={onSupplier} onCreateSupplier={onCreateSupplier} />;
    case "already-imported":
      return (
        <>
          <InvoiceLine report={report} />
          <p className="good">{t("already")}</p>
        </>
      );
    default:
      return <Ready report={report} />;
  }
}

function InvoiceLine({ report }: { report: Exclude<ImportReport, { kind: "rejected" }> }) {
  const t = useTranslations("telecom.import");
  const format = useFormat();
  const { invoice } = report;
  const supplier = report.kind === "unknown-supplier" ? report.seller.name : report.supplier.name;
  return (
    <p>
      {t(invoice.kind, { supplier, number: invoice.number })}{" "}
      <span className="quiet">
        {[
          format.day(invoice.issuedOn),
          t("total", { amount: format.moneyIn(invoice.totalNet, invoice.currency) }),
          t("lineCount", { count: invoice.lineCount }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </p>
  );
}

function Ready({ report }: { report: Extract<ImportReport, { kind: "ready" | "imported" }> }) {
  const t = useTranslations("telecom.import");
  const format = useFormat();
  const found = report.checks.filter(({ count }) => count > 0);
  const clean = report.checks.filter(({ count }) => count === 0);
  const matched = Object.values(report.matched).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <InvoiceLine report={report} />
      <p className="soft">{t("matched", { matched, total: matched + report.unmatched })}</p>
      <Coverage coverage={report.coverage} currency={report.invoice.currency} />
      {report.proration && (
        <p className={report.proration.by === "usual" ? "warn" : "soft"}>
          {t(`proration.${report.proration.by}`, {
            name: format.valueLabel("sw_supplier", "proration", report.proration.proration),
            fits: report.proration.fits,
            rows: report.proration.rows,
          })}
        </p>
      )}
      {found.map((check) => (
        <p key={check.check} className="warn medium">
          {t("check", {
            name: format.valueLabel("sw_anomaly", "check", check.check),
            count: check.count,
            amount: format.moneyIn(check.amount, report.invoice.currency),
          })}
        </p>
      ))}
      {report.recovered.count > 0 && (
        <p className="good medium">
          {t("recovered", {
            count: report.recovered.count,
            amount: format.moneyIn(report.recovered.amount, report.invoice.currency),
          })}
        </p>
      )}
      {clean.length > 0 && (
        <p className="quiet">
          {t("clean", {
            names: format.list(clean.map((check) => format.valueLabel("sw_anomaly", "check", check.check))),
          })}
        </p>
      )}
      {report.kind === "imported" && <p className="good">{t("imported")}</p>}
      {report.warnings.length > 0 && <Problems problems={report.warnings} more={0} tone="warn" />}
    </>
  );
}

function UnknownSupplier({
  report,
  onSupplier,
  onCreateSupplier,
}: {
  report: Extract<ImportReport, { kind: "unknown-supplier" }>;
  onSupplier: (id: string) => void;
  onCreateSupplier: () => void;
}) {
  const t = useTranslations("telecom.import");
  const suppliers = useQuery(telecomApi.billingControl.suppliers.queryOptions());
  return (
    <>
      <InvoiceLine report={report} />
      <p className="warn" role="alert">
        {report.ambiguous
          ? t("severalSuppliers", { name: report.seller.name })
          : t("unknownSupplier", { name: report.seller.name, vat: report.seller.vatNumber ?? "—" })}
      </p>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        <select
          className="select"
          style={{ width: "auto" }}
          aria-label={t("chooseSupplier")}
          defaultValue=""
          onChange={(event) => event.target.value && onSupplier(event.target.value)}
        >
          <option value="">{t("chooseSupplier")}</option>
          {suppliers.data?.map((supplier) => (
            <option key={supplier.id} value={supplier.id}>
              {supplier.name}
            </option>
          ))}
        </select>
        {!report.ambiguous && (
          <Button onClick={onCreateSupplier}>{t("createSupplier", { name: report.seller.name })}</Button>
        )}
      </div>
    </>
  );
}

function Problems({
  problems,
  more,
  tone = "bad",
}: {
  problems: readonly Problem[];
  more: number;
  tone?: "bad" | "warn";
}) {
  const t = useTranslations("telecom.import");
  const shown = problems.slice(0, 8);
  const hidden = problems.length - shown.length + more;
  return (
    <ul className={tone} role="alert">
      {shown.map((problem) => (
        <li key={`${problem.code}/${problem.row}/${problem.field}`}>
          {problem.row !== undefined && `${t("row", { row: problem.row })} `}
          {problem.field && `« ${problem.field} » : `}
          {t(`problems.${problem.code}`, {
            found: problem.found ?? "",
            expected: problem.expected ?? "",
            difference: problem.difference ?? "",
          })}
        </li>
      ))}
      {hidden > 0 && <li>{t("moreProblems", { count: hidden })}</li>}
    </ul>
  );
}

function failureKey(code: string | undefined): "FORBIDDEN" | "UNAUTHORIZED" | "PAYLOAD_TOO_LARGE" | "other" {
  return code === "FORBIDDEN" || code === "UNAUTHORIZED" || code === "PAYLOAD_TOO_LARGE" ? code : "other";
}
