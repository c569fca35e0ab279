"use client";
import {
  createColumnHelper,
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  columnVisibilityFeature,
} from "@tanstack/react-table";
import { ValueEditor, FieldStateMark } from "@/base/editing/editable-field";
import { useField } from "@/base/editing/use-field";
import type { Format } from "@/base/format/format";
import { formatNumber } from "@/base/format/format";
import {
  type Can,
  columnField,
  type FieldDescription,
  mayView,
  type RecordDescription,
} from "@/base/records/description";
import { columnChoices, type ColumnChoice } from "@/base/records/column-menu";
import { cellText, isMoney } from "@/base/records/value-text";
import type { RecordRow } from "@/base/records/rows";
import type { LineRow } from "./server";

export const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns,
});

const helper = createColumnHelper<typeof features, LineRow>();

export interface ColumnContext {
  readonly t: (key: "number" | "user" | "site" | "plan" | "sell" | "buy" | "margin") => string;
  readonly format: Format;
  readonly siteName: (id: string | null) => string;
  readonly planName: (id: string | null) => string;
  readonly editable: boolean;
  readonly description: RecordDescription | undefined;
  /** What the park's own rows don't hold, by line. */
  readonly values: ReadonlyMap<string, RecordRow["values"]>;
}

/** Columns that the park draws of its own rows, and their width in the grid's template. */
const ownWidths: Readonly<Record<string, string>> = {
  number: "minmax(124px, 1fr)",
  user_name: "minmax(106px, 2fr)",
  site: "minmax(62px, 1fr)",
  plan: "minmax(114px, 1.3fr)",
  sell_price: "minmax(60px, 72px)",
  buy_price: "minmax(60px, 72px)",
  margin: "minmax(88px, 96px)",
};

export const isOwnColumn = (column: string): boolean => column in ownWidths;
export const columnWidth = (column: string): string => ownWidths[column] ?? "minmax(92px, 1fr)";

/** Those of a park as it comes: with one site there is nothing to tell apart by site. */
export const parkColumns = (severalSites: boolean): readonly string[] =>
  Object.keys(ownWidths).filter((column) => column !== "site" || severalSites);

/** Of what isn't in service as it should be; what has ended or will is red. */
const statusTones: Readonly<Record<string, string>> = { suspended: "warn", ordered: "note", cancelled: "" };

const margin = (label: string): ColumnChoice => ({
  name: "margin",
  label: { fr: label, en: label },
  viewPermission: "view margin",
});

/** What a person can put into a column; the number is always there, and whose lines they are is where they stand. */
export const parkColumnChoices = (description: RecordDescription, marginLabel: string): ColumnChoice[] => [
  ...columnChoices(description).filter(({ name }) => name !== "number" && !name.startsWith("park")),
  margin(marginLabel),
];

/** The columns asked for that exist and are the person's to see. */
export function shownColumns(asked: readonly string[], description: RecordDescription | undefined, can: Can): string[] {
  const choices = description ? parkColumnChoices(description, "") : [];
  const seen = asked.filter((name) => choices.some((choice) => choice.name === name && mayView(choice, can)));
  return ["number", ...seen];
}

type LineColumn = ReturnType<typeof helper.columns>[number];

export function lineColumns(names: readonly string[], context: ColumnContext): LineColumn[] {
  const { t, format, siteName, planName, editable, description, values } = context;
  const own: LineColumn[] = helper.columns([
    helper.accessor("number", {
      id: "number",
      header: t("number"),
      cell: ({ row }) => (
        <>
          <span
            className={`dot ${row.original.status}`}
            title={format.valueLabel("sw_line", "status", row.original.status)}
          />
          {formatNumber(row.original.number)}
        </>
      ),
    }),
    helper.accessor((row) => row.userName ?? "", {
      id: "user_name",
      header: t("user"),
      cell: ({ row }) => <UserCell line={row.original} editable={editable} format={format} />,
    }),
    helper.accessor((row) => siteName(row.siteId), { id: "site", header: t("site") }),
    helper.accessor((row) => planName(row.planId), { id: "plan", header: t("plan") }),
    helper.accessor((row) => Number(row.sell ?? 0), {
      id: "sell_price",
      header: t("sell"),
      cell: ({ row }) => format.money(row.original.sell),
    }),
    helper.accessor((row) => Number(row.buy ?? 0), {
      id: "buy_price",
      header: t("buy"),
      cell: ({ row }) => <span className="soft">{format.money(row.original.buy)}</span>,
    }),
    helper.accessor((row) => Number(row.sell ?? 0) - Number(row.buy ?? 0), {
      id: "margin",
      header: t("margin"),
      cell: ({ row, getValue }) => {
        const sell = Number(row.original.sell ?? 0);
        return (
          <>
            {format.money(getValue())}{" "}
            <small className="quiet">{sell > 0 ? `${Math.round((getValue() / sell) * 100)} %` : ""}</small>
          </>
        );
      },
    }),
  ]);
  return names.flatMap((name): LineColumn[] => {
    const drawn = own.find(({ id }) => id === name);
    const field = description && columnField(description, name);
    if (drawn) return [drawn];
    if (!description || !field) return [];
    const text = ({ id, version, number }: LineRow): string => {
      const read = values.get(id);
      return read ? cellText(description, name, { id, version, label: number, values: read }, format) : "…";
    };
    // Empty ones come last either way: what is looked for is what is there.
    const sorted = (line: LineRow) => {
      const value = values.get(line.id)?.[name];
      if (value === null || value === undefined || value === "") return undefined;
      return isNumeric(field) ? Number(value) : field.type === "date" ? String(value) : text(line);
    };
    return helper.columns([
      helper.accessor(sorted, {
        id: name,
        header: field.label[format.language],
        sortUndefined: "last",
        cell: ({ row }) => <span className="soft">{text(row.original)}</span>,
      }),
    ]);
  });
}

const isNumeric = ({ type }: FieldDescription): boolean => type === "integer" || type === "decimal";

/** Stands at the right, figures under figures. */
export function isAmount(column: string, description: RecordDescription | undefined): boolean {
  const field = description && columnField(description, column);
  return column === "margin" || Boolean(field && (isMoney(field) || isNumeric(field)));
}

/** The line's user, edited in the grid itself. A line that is not simply active says so here. */
function UserCell({ line, editable, format }: { line: LineRow; editable: boolean; format: Format }) {
  const field = useField({
    type: "sw_line",
    id: line.id,
    field: "user_name",
    value: line.userName,
    version: line.version,
  });
  const shown = String(field.value ?? "") || "—";
  return (
    <span className="cell-line">
      {editable ? (
        <ValueEditor
          label={format.fieldLabel("sw_line", "user_name")}
          shown={shown}
          source={field}
          className="cell-value"
          inGrid
        />
      ) : (
        <span className="ellipsis">{shown}</span>
      )}
      {line.status !== "active" && (
        <span className={`tag ${statusTones[line.status] ?? "bad"}`}>
          {format.valueLabel("sw_line", "status", line.status)}
        </span>
      )}
      <FieldStateMark state={field.state} />
    </span>
  );
}
