"use client";
import type { ImportReport } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { telecomApi } from "../api";
import { Coverage } from "./coverage";
import { ImportProblems } from "./import-problems";
import { ImportReplacement } from "./import-replacement";
import type { ImportFile, NewSupplier } from "./use-import";

interface Props {
  readonly file: ImportFile;
  readonly onSupplier: (id: string) => void;
  readonly onCreateSupplier: (supplier: NewSupplier) => void;
  readonly onColumns: (table: string) => void;
  /** A corrected invoice takes the place of the one that is there, or not. */
  readonly onReplace: (number: string, wanted: boolean) => void;
}

interface Replacing {
  /** Numbers of the invoices that the person wants replaced. */
  readonly wanted: readonly string[];
  readonly onChange: Props["onReplace"];
}

/** What one file holds, or what is wrong with it: document by document, and what its tables need to be read. */
export function ImportFileReport({ file, onSupplier, onCreateSupplier, onColumns, onReplace }: Props) {
  const t = useTranslations("telecom.import");
  const { report } = file;
  if (file.state === "failed")
    return (
      <p className="bad" role="alert">
        {t(`failures.${failureKey(file.failure)}`)}
      </p>
    );
  if (!report) return <p className="quiet">{t("reading")}</p>;
  const written = report.documents.every(({ kind }) => kind === "imported" || kind === "already-imported");
  return (
    <div className="import-documents" aria-busy={file.state === "working"}>
      {report.documents.map((document, at) => (
        <div key={`${document.fileName}/${at}`} className="import-document">
          {document.fileName !== file.name && <p className="quiet">{document.fileName}</p>}
          <DocumentReport
            document={document}
            onSupplier={onSupplier}
            onCreateSupplier={onCreateSupplier}
            replace={{ wanted: file.replace, onChange: onReplace }}
          />
        </div>
      ))}
      {!written &&
        report.tables.map(({ table, state }) => (
          <p key={table}>
            <Button
              size="small"
              tone={state === "needs-mapping" ? "primary" : "plain"}
              onClick={() => onColumns(table)}
            >
              {t(state === "needs-mapping" ? "mapColumns" : "reviewColumns")}
            </Button>{" "}
            {report.tables.length > 1 && <span className="quiet">{table}</span>}
          </p>
        ))}
    </div>
  );
}

/** What one document holds, or what is wrong with it: file, row and field in the user's language. */
export function DocumentReport({
  document,
  onSupplier,
  onCreateSupplier,
  replace,
}: Pick<Props, "onSupplier" | "onCreateSupplier"> & { readonly document: ImportReport; readonly replace?: Replacing }) {
  const t = useTranslations("telecom.import");
  switch (document.kind) {
    case "rejected":
      return <ImportProblems problems={document.problems} more={document.more} />;
    case "needs-mapping":
      return <p className="warn">{t("needsMapping")}</p>;
    case "unknown-supplier":
      return <UnknownSupplier report={document} onSupplier={onSupplier} onCreateSupplier={onCreateSupplier} />;
    case "already-imported":
      return (
        <>
          <InvoiceLine report={document} />
          <p className="good">{t("already")}</p>
        </>
      );
    default:
      return <Ready report={document} replace={replace} />;
  }
}

function InvoiceLine({ report }: { report: Exclude<ImportReport, { kind: "rejected" | "needs-mapping" }> }) {
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

function Ready({
  report,
  replace,
}: {
  readonly report: Extract<ImportReport, { replaces: unknown }>;
  readonly replace: Replacing | undefined;
}) {
  const t = useTranslations("telecom.import");
  const format = useFormat();
  const found = report.checks.filter(({ count }) => count > 0);
  const clean = report.checks.filter(({ count }) => count === 0);
  const matched = Object.values(report.matched).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <InvoiceLine report={report} />
      {report.replaces && (
        <ImportReplacement
          replacement={report.replaces}
          totalNet={report.invoice.totalNet}
          currency={report.invoice.currency}
          agreed={report.kind === "imported" ? undefined : replace?.wanted.includes(report.invoice.number)}
          onAgree={(wanted) => replace?.onChange(report.invoice.number, wanted)}
        />
      )}
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
      {clean.length > 0 && report.coverage.checked.rows > 0 && (
        <p className="quiet">
          {t("clean", {
            names: format.list(clean.map((check) => format.valueLabel("sw_anomaly", "check", check.check))),
          })}
        </p>
      )}
      {report.kind === "imported" && <p className="good">{t("imported")}</p>}
      {report.warnings.length > 0 && (
        <ImportProblems problems={report.warnings} more={report.moreWarnings} tone="warn" />
      )}
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
  onCreateSupplier: (supplier: NewSupplier) => void;
}) {
  const t = useTranslations("telecom.import");
  const suppliers = useQuery(telecomApi.billingControl.suppliers.queryOptions());
  return (
    <>
      <InvoiceLine report={report} />
      <p className="warn" role="alert">
        {report.ambiguous
          ? t("severalSuppliers", { name: report.seller.name })
          : report.seller.name === ""
            ? t("unnamedSupplier")
            : report.seller.vatNumber === null
              ? t("unknownSupplierName", { name: report.seller.name })
              : t("unknownSupplier", { name: report.seller.name, vat: report.seller.vatNumber })}
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
        {!report.ambiguous && report.seller.name !== "" && (
          <Button onClick={() => onCreateSupplier(report.seller)}>
            {t("createSupplier", { name: report.seller.name })}
          </Button>
        )}
      </div>
    </>
  );
}

function failureKey(code: string | undefined): "FORBIDDEN" | "UNAUTHORIZED" | "PAYLOAD_TOO_LARGE" | "other" {
  return code === "FORBIDDEN" || code === "UNAUTHORIZED" || code === "PAYLOAD_TOO_LARGE" ? code : "other";
}
