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
}

/** Width of each column in the grid's template; the ones that money rights hide are left out with them. */
export const columnWidths: Readonly<Record<string, string>> = {
  number: "minmax(124px, 1fr)",
  user: "minmax(106px, 2fr)",
  site: "minmax(62px, 1fr)",
  plan: "minmax(114px, 1.3fr)",
  sell: "64px",
  buy: "64px",
  margin: "96px",
};

export function lineColumns({ t, format, siteName, planName, editable }: ColumnContext) {
  return helper.columns([
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
      id: "user",
      header: t("user"),
      cell: ({ row }) => <UserCell line={row.original} editable={editable} format={format} />,
    }),
    helper.accessor((row) => siteName(row.siteId), { id: "site", header: t("site") }),
    helper.accessor((row) => planName(row.planId), { id: "plan", header: t("plan") }),
    helper.accessor((row) => Number(row.sell ?? 0), {
      id: "sell",
      header: t("sell"),
      cell: ({ row }) => format.money(row.original.sell),
    }),
    helper.accessor((row) => Number(row.buy ?? 0), {
      id: "buy",
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
        />
      ) : (
        <span className="ellipsis">{shown}</span>
      )}
      {line.status !== "active" && (
        <span className={`tag ${line.status === "suspended" ? "warn" : line.status === "ordered" ? "note" : "bad"}`}>
          {format.valueLabel("sw_line", "status", line.status)}
        </span>
      )}
      <FieldStateMark state={field.state} />
    </span>
  );
}
