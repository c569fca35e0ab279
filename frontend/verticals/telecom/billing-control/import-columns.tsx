"use client";
import type { DocumentReport as Document } from "@softwhere/services/verticals/telecom/billing-control/contract";
import type {
  TableAnswer,
  TableField,
  TableView,
} from "@softwhere/services/verticals/telecom/billing-control/read/table/contract";
import {
  decimalMarks,
  separators,
  textEncodings,
} from "@softwhere/services/verticals/telecom/billing-control/read/table/contract";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { ColumnTable } from "./import-column-table";
import { DocumentReport } from "./import-file-report";
import { ColumnQuestions } from "./import-questions";
import type { ImportFile, NewSupplier } from "./use-import";
import "./import-columns.css";

interface Props {
  readonly file: ImportFile;
  readonly view: TableView;
  readonly onAnswer: (patch: Partial<TableAnswer>) => void;
  readonly onSupplier: (id: string) => void;
  readonly onCreateSupplier: (supplier: NewSupplier) => void;
}

/** What a table was understood to be, column by column, what only a person can say of it, and what will be checked then. */
export function ImportColumns({ file, view, onAnswer, onSupplier, onCreateSupplier }: Props) {
  const t = useTranslations("telecom.import.columns");
  const answer = file.mapping.find(({ table }) => table === view.table);
  const all = file.report?.documents ?? [];
  const own = all.filter(({ table }) => table === view.table);
  // A table that adds to another one's invoice has none of its own.
  const documents = own.length > 0 ? own : all;
  const setField = (column: number, field: TableField | null) => {
    // A field is one column's: where another was said to be it, it is no longer.
    const others = Object.entries(answer?.columns ?? {}).filter(([, said]) => field === null || said !== field);
    onAnswer({ columns: { ...Object.fromEntries(others), [column]: field } });
  };
  return (
    <>
      <Steps />
      <div className="columns-step" aria-busy={file.state === "working"}>
        <div className="columns-main">
          <Settings view={view} documents={documents} onAnswer={onAnswer} />
          <ColumnQuestions view={view} answer={answer} onAnswer={onAnswer} onField={setField} />
          <ColumnTable view={view} answer={answer} documents={documents} onField={setField} />
        </div>
        <aside className="columns-aside" aria-label={t("checked")}>
          <h3>{t("checked")}</h3>
          <p className="quiet" role="status">
            {file.state === "working" ? t("updating") : t("updated")}
          </p>
          {documents.map((document, at) => (
            <section key={`${document.fileName}/${at}`}>
              <DocumentReport document={document} onSupplier={onSupplier} onCreateSupplier={onCreateSupplier} />
              <Keys document={document} />
            </section>
          ))}
        </aside>
      </div>
    </>
  );
}

/** Where the person is on the way from a file to its import. */
function Steps() {
  const t = useTranslations("telecom.import.columns.steps");
  return (
    <ol className="columns-steps" aria-label={t("label")}>
      <li>
        <b>
          <Check className="icon small" aria-hidden />
        </b>
        {t("file")}
      </li>
      <li aria-current="step">
        <b aria-hidden>2</b>
        {t("columns")}
      </li>
      <li>
        <b aria-hidden>3</b>
        {t("check")}
      </li>
    </ol>
  );
}

/** How the lines were found in the park. */
function Keys({ document }: { document: Document }) {
  const t = useTranslations("telecom.import.columns");
  const format = useFormat();
  if (document.kind !== "ready" || Object.keys(document.matched).length === 0) return null;
  return (
    <table className="columns-keys">
      <caption>{t("matchedBy")}</caption>
      <tbody>
        {Object.entries(document.matched).map(([key, count]) => (
          <tr key={key}>
            <th scope="row">{format.valueLabel("sw_supplier_invoice_line", "match_key", key)}</th>
            <td>{format.count(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SettingsProps {
  readonly view: TableView;
  readonly documents: readonly Document[];
  readonly onAnswer: (patch: Partial<TableAnswer>) => void;
}

/** What was found out about the file, each to be put right. */
function Settings({ view, documents, onAnswer }: SettingsProps) {
  const t = useTranslations("telecom.import.columns");
  const format = useFormat();
  const { separator, encoding, decimals, headerRow, lines, totals } = view.settings;
  const suppliers = new Set(
    documents.flatMap((one) =>
      one.kind === "ready" || one.kind === "imported"
        ? [one.supplier.name]
        : one.kind === "unknown-supplier"
          ? [one.seller.name || "—"]
          : [],
    ),
  );
  return (
    <dl className="columns-settings" aria-label={t("settings")}>
      <div>
        <dt>{t("supplier")}</dt>
        <dd>{[...suppliers].join(", ") || "—"}</dd>
      </div>
      {separator !== null && (
        <Setting
          label={t("separator")}
          value={separator}
          options={separators.map((sign) => [sign, t(`separators.${separatorNames[sign]}`)])}
          onChoose={(text) => onAnswer({ separator: separators.find((sign) => sign === text) })}
        />
      )}
      {encoding !== null && (
        <Setting
          label={t("encoding")}
          value={encoding}
          options={textEncodings.map((name) => [name, t(`encodings.${name}`)])}
          onChoose={(text) => onAnswer({ encoding: textEncodings.find((name) => name === text) })}
        />
      )}
      <Setting
        label={t("headerRow")}
        value={String(headerRow)}
        options={Array.from({ length: Math.max(20, headerRow + 5) + 1 }, (_, row) => [
          String(row),
          row === 0 ? t("noHeader") : t("rowNumber", { row }),
        ])}
        onChoose={(text) => onAnswer({ headerRow: Number(text), columns: {} })}
      />
      <Setting
        label={t("decimals")}
        value={decimals}
        options={decimalMarks.map((sign) => [sign, t(sign === "," ? "comma" : "point")])}
        onChoose={(text) => onAnswer({ decimals: decimalMarks.find((sign) => sign === text) })}
      />
      <div>
        <dt>{t("lines")}</dt>
        <dd>
          {format.count(lines)} {totals > 0 && <small>{t("totals", { count: totals })}</small>}
        </dd>
      </div>
    </dl>
  );
}

const separatorNames = { ";": "semicolon", "\t": "tab", ",": "comma", "|": "bar" } as const;

function Setting({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}) {
  return (
    <div>
      <dt aria-hidden>{label}</dt>
      <dd>
        <select className="select" aria-label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
          {options.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      </dd>
    </div>
  );
}
