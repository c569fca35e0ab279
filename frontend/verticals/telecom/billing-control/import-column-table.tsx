"use client";
import type { DocumentReport, Problem } from "@softwhere/services/verticals/telecom/billing-control/contract";
import {
  type TableAnswer,
  type TableColumn,
  type TableField,
  type TableRow,
  type TableView,
  tableFields,
} from "@softwhere/services/verticals/telecom/billing-control/read/table/contract";
import { AlertTriangle, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { useFormat } from "@/base/format/format";
import { useProblemText } from "./import-problems";

interface Props {
  readonly view: TableView;
  readonly answer: TableAnswer | undefined;
  readonly documents: readonly DocumentReport[];
  readonly onField: (column: number, field: TableField | null) => void;
}

const amounts: ReadonlySet<TableField | null> = new Set(["quantity", "unitPrice", "gross", "discount", "net"]);

/** Of what is merely odd; anything else keeps the document from being imported. */
const odd: ReadonlySet<Problem["code"]> = new Set([
  "digits_lost",
  "no_key",
  "discount_mismatch",
  "line_number_given",
  "total_mismatch",
  "row_set_aside",
  "row_left_out",
]);

/** The columns with the field of each, over the rows that show what they hold and what is wrong in them. */
export function ColumnTable({ view, answer, documents, onField }: Props) {
  const t = useTranslations("telecom.import.columns");
  const { columns, settings, rows } = view;
  const noted = notesByRow(documents);
  return (
    <section className="columns-scroll" aria-label={t("preview")}>
      <table className="columns-table">
        <thead>
          <tr>
            <th scope="row">{t("field")}</th>
            {columns.map((column, at) => (
              <td key={`${at}/${column.name}`}>
                <select
                  className={`select ${column.confidence === "asked" ? "asked" : ""}`}
                  aria-label={t("fieldOf", { column: column.name || t("unnamed", { number: at + 1 }) })}
                  value={column.field ?? ""}
                  onChange={(event) => onField(at, tableFields.find((field) => field === event.target.value) ?? null)}
                >
                  <option value="">{t("ignore")}</option>
                  {tableFields.map((field) => (
                    <option key={field} value={field}>
                      {t(`fields.${field}`)}
                    </option>
                  ))}
                </select>
              </td>
            ))}
          </tr>
          <tr>
            <td />
            {columns.map((column, at) => (
              <td key={`${at}/${column.name}`}>
                <ConfidenceOf column={column} said={answer?.columns?.[String(at)] !== undefined} />
              </td>
            ))}
          </tr>
          <tr className="columns-names">
            <td>{settings.headerRow || ""}</td>
            {columns.map(({ name, field }, at) => (
              <th key={`${at}/${name}`} scope="col" className={amounts.has(field) ? "number" : ""} title={name}>
                {name || t("unnamed", { number: at + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.row}>
              <Gap from={rows[at - 1]?.row ?? settings.headerRow} to={row.row} width={columns.length + 1} />
              <PreviewRow row={row} columns={columns} notes={noted.get(row.row) ?? []} />
            </Fragment>
          ))}
          <Gap
            from={rows.at(-1)?.row ?? settings.headerRow}
            to={settings.headerRow + settings.lines + settings.totals + 1}
            width={columns.length + 1}
          />
        </tbody>
      </table>
    </section>
  );
}

/** What the documents say of single rows. */
function notesByRow(documents: readonly DocumentReport[]): ReadonlyMap<number, readonly Problem[]> {
  const notes = new Map<number, Problem[]>();
  for (const document of documents) {
    const said = document.kind === "rejected" ? document.problems : document.kind === "ready" ? document.warnings : [];
    for (const problem of said)
      if (problem.row !== undefined) notes.set(problem.row, [...(notes.get(problem.row) ?? []), problem]);
  }
  return notes;
}

function ConfidenceOf({ column, said }: { column: TableColumn; said: boolean }) {
  const t = useTranslations("telecom.import.columns");
  const levels = { sure: column.destroyed > 0 ? 3 : 4, probable: 3, asked: 1, unused: 0 };
  const level = levels[column.field === null ? "unused" : column.confidence];
  const text =
    column.field !== null && column.destroyed > 0
      ? t("destroyed", { count: column.destroyed })
      : column.field === null
        ? t("confidence.unused")
        : t(`confidence.${said ? "said" : column.confidence}`);
  return (
    <span className={`confidence ${column.confidence}`}>
      <span className="confidence-marks" aria-hidden>
        {[1, 2, 3, 4].map((mark) => (
          <i key={mark} className={mark <= level ? "on" : ""} />
        ))}
      </span>
      {text}
    </span>
  );
}

function Gap({ from, to, width }: { from: number; to: number; width: number }) {
  const t = useTranslations("telecom.import.columns");
  const count = to - from - 1;
  if (count < 1) return null;
  return (
    <tr className="columns-gap">
      <td />
      <td colSpan={width - 1}>{t("gap", { count })}</td>
    </tr>
  );
}

function PreviewRow({
  row,
  columns,
  notes,
}: {
  row: TableRow;
  columns: readonly TableColumn[];
  notes: readonly Problem[];
}) {
  const t = useTranslations("telecom.import.columns");
  const format = useFormat();
  const textOf = useProblemText();
  const said = new Map([...row.problems, ...notes].map((problem) => [`${problem.code}/${problem.field}`, problem]));
  const faulty = new Set([...said.values()].map(({ field }) => field));
  return (
    <>
      <tr className={`columns-row ${row.kind}`}>
        <td>{format.count(row.row)}</td>
        {row.cells.map((cell, at) => {
          const column = columns[at];
          const bad = column !== undefined && cell !== "" && column.field !== null && faulty.has(column.name);
          return (
            <td
              key={`${at}/${column?.name}`}
              className={`${amounts.has(column?.field ?? null) ? "number" : ""} ${bad ? "faulty" : ""}`}
              title={cell}
            >
              {cell}
            </td>
          );
        })}
      </tr>
      {row.kind !== "line" && (
        <tr className="columns-note aside">
          <td />
          <td colSpan={row.cells.length}>
            <p>
              <Minus className="icon small" aria-hidden />
              {t(row.kind === "total" ? "totalRow" : "asideRow")}
            </p>
          </td>
        </tr>
      )}
      {[...said.values()].map((problem) => (
        <tr
          key={`${problem.code}/${problem.field}`}
          className={`columns-note ${odd.has(problem.code) ? "warn" : "bad"}`}
        >
          <td />
          <td colSpan={row.cells.length}>
            <p>
              <AlertTriangle className="icon small" aria-hidden />
              {textOf(problem)}
            </p>
          </td>
        </tr>
      ))}
    </>
  );
}
