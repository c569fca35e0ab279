"use client";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useRef } from "react";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { useGridKeys } from "@/ui/use-grid-keys";
import { type Grouping, groupAnomalies } from "./anomaly-groups";
import { AnomalySentence } from "./anomaly-sentence";
import { mayClaim } from "./may-claim";
import type { AnomalyRow } from "./server";

export const anomalyTones: Readonly<Record<AnomalyRow["status"], string>> = {
  open: "warn",
  disputed: "note",
  credited: "good",
  corrected: "good",
  explained: "",
  accepted: "",
  false_positive: "",
};

/** A group, or a row of one. */
interface Item {
  readonly group: ReturnType<typeof groupAnomalies>[number];
  readonly row?: AnomalyRow;
}

interface Props {
  readonly rows: readonly AnomalyRow[];
  readonly grouping: Grouping;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly mayAct: boolean;
  readonly onDispute: (row: AnomalyRow) => void;
  readonly onReopen: (row: AnomalyRow) => void;
}

export function AnomalyTable({ rows, grouping, selected, onSelect, mayAct, onDispute, onReopen }: Props) {
  const t = useTranslations("telecom.billingControl");
  const format = useFormat();
  const panels = usePanels();
  const [folded, setFolded] = useQueryState("folded", parseAsArrayOf(parseAsString).withDefault([]));
  const groups = groupAnomalies(rows, grouping);
  const nameOf = ([first]: readonly AnomalyRow[]) =>
    (grouping === "cause"
      ? first && format.valueLabel("sw_anomaly", "check", first.check)
      : grouping === "supplier"
        ? first?.supplierName
        : first?.accountName) || t("noCustomer");
  const last = useRef<string | null>(null);
  const money = rows.some((row) => row.amount !== undefined);
  const toggle = (ids: readonly string[]) => {
    const next = new Set(selected);
    const all = ids.every((id) => next.has(id));
    for (const id of ids) all ? next.delete(id) : next.add(id);
    onSelect(next);
  };
  const order = groups.flatMap((group) => (folded.includes(group.key) ? [] : group.rows.map((row) => row.id)));
  /** With Shift from the last one to this one, as in every list. */
  const choose = (id: string, extend: boolean) => {
    const [from, to] = [last.current ? order.indexOf(last.current) : -1, order.indexOf(id)];
    if (extend && from >= 0)
      onSelect(new Set([...selected, ...order.slice(Math.min(from, to), Math.max(from, to) + 1)]));
    else toggle([id]);
    last.current = id;
  };
  const items = groups.flatMap((group): Item[] => [
    { group },
    ...(folded.includes(group.key) ? [] : group.rows.map((row) => ({ group, row }))),
  ]);
  const fold = (key: string, closed: boolean) =>
    void setFolded(closed ? [...new Set([...folded, key])] : folded.filter((other) => other !== key));
  const { focused, setFocused, rowId, grid } = useGridKeys({
    count: items.length,
    scrollTo: (index) => document.getElementById(rowId(index))?.scrollIntoView({ block: "nearest" }),
    onOpen: (index) => {
      const item = items[index];
      if (item?.row) void panels.open({ kind: "anomaly", id: item.row.id });
      else if (item) fold(item.group.key, !folded.includes(item.group.key));
    },
    ...(mayAct && {
      onToggle: (index: number, extend: boolean) => {
        const item = items[index];
        if (item?.row) choose(item.row.id, extend);
        else if (item) toggle(item.group.rows.map((row) => row.id));
      },
      onExtend: (from: number, to: number) =>
        onSelect(new Set([...selected, ...[from, to].flatMap((index) => items[index]?.row?.id ?? [])])),
      onSelectAll: () => onSelect(new Set(rows.map((row) => row.id))),
      onClear: () => {
        if (selected.size === 0) return false;
        onSelect(new Set());
        return true;
      },
    }),
    onFold: (index, closed) => {
      const item = items[index];
      if (item && !item.row) fold(item.group.key, closed);
    },
  });
  const places = new Map(items.map((item, index) => [item.row?.id ?? item.group.key, index]));
  const placeOf = (key: string) => {
    const index = places.get(key) ?? 0;
    return {
      row: { id: rowId(index), "aria-rowindex": index + 2, onClickCapture: () => setFocused(index) },
      focus: index === focused ? "focus-target" : "",
    };
  };
  return (
    <table
      className="anomaly-table"
      data-zone="grid"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table to look at, a grid to the keyboard
      role="grid"
      {...grid}
      aria-label={t("title")}
      aria-rowcount={items.length + 1}
      aria-multiselectable={mayAct}
    >
      <thead>
        <tr>
          {mayAct && (
            <th style={{ width: 36 }}>
              <span className="visually-hidden">{t("choice")}</span>
            </th>
          )}
          <th>{t("gap")}</th>
          {money && <th className="amount">{t("perMonth")}</th>}
          {money && <th className="amount">{t("cumulated")}</th>}
          <th>{t("state")}</th>
          {mayAct && (
            <th>
              <span className="visually-hidden">{t("actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      {groups.map(({ key, rows: group }) => {
        const ids = group.map((row) => row.id);
        const count = ids.filter((id) => selected.has(id)).length;
        const closed = folded.includes(key);
        return (
          <tbody key={key}>
            <tr className={`group ${placeOf(key).focus}`} {...placeOf(key).row}>
              {mayAct && (
                <td className="amount">
                  <Checkbox
                    label={t("selectGroup")}
                    checked={count === 0 ? false : count === ids.length ? true : "mixed"}
                    tabIndex={-1}
                    onClick={() => toggle(ids)}
                  />
                </td>
              )}
              <td className="sentence">
                <button
                  type="button"
                  className="grid-group-name"
                  aria-expanded={!closed}
                  tabIndex={-1}
                  onClick={() => fold(key, !closed)}
                >
                  {closed ? (
                    <ChevronRight className="icon small" aria-hidden />
                  ) : (
                    <ChevronDown className="icon small" aria-hidden />
                  )}
                  <b>{nameOf(group)}</b>{" "}
                  <span className="quiet" style={{ fontWeight: 400 }}>
                    — {t("count", { count: group.length })}
                  </span>
                </button>
              </td>
              {money && (
                <td className="amount per-month">{format.money(sumOfEuros(group.map((row) => row.perMonth)))}</td>
              )}
              {money && <td className="amount">{format.money(sumOfEuros(group.map((row) => row.cumulated)))}</td>}
              <td className="quiet" style={{ fontWeight: 400 }}>
                {t("toHandle", { count: group.filter((row) => row.status === "open").length })}
              </td>
              {mayAct && <td />}
            </tr>
            {!closed &&
              group.map((row) => (
                <tr
                  key={row.id}
                  {...placeOf(row.id).row}
                  aria-selected={selected.has(row.id)}
                  className={`${panels.isOpen("anomaly", row.id) ? "opened" : ""} ${placeOf(row.id).focus}`}
                >
                  {mayAct && (
                    <td className="amount">
                      <Checkbox
                        label={t("selectOne", { number: row.number ? format.number(row.number) : "" })}
                        checked={selected.has(row.id)}
                        tabIndex={-1}
                        onClick={(event) => choose(row.id, event.shiftKey)}
                      />
                    </td>
                  )}
                  <td className="sentence">
                    <button
                      type="button"
                      className="anomaly-sentence"
                      tabIndex={-1}
                      onClick={() => void panels.open({ kind: "anomaly", id: row.id })}
                    >
                      <AnomalySentence row={row} />
                      <small>
                        {[
                          row.accountName,
                          row.invoiceNumber && t("invoice", { supplier: row.supplierName, number: row.invoiceNumber }),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </small>
                    </button>
                  </td>
                  {money && <td className="amount per-month">{format.money(row.perMonth)}</td>}
                  {money && <td className="amount medium">{format.money(row.cumulated)}</td>}
                  <td>
                    <span className={`tag ${anomalyTones[row.status]}`}>
                      {format.valueLabel("sw_anomaly", "status", row.status)}
                    </span>
                    {row.disputeReference && <small className="quiet"> {row.disputeReference}</small>}
                  </td>
                  {mayAct && (
                    <td className="amount">
                      {row.status === "open"
                        ? mayClaim(row) && (
                            <Button size="small" tabIndex={-1} onClick={() => onDispute(row)}>
                              {t("dispute")}
                            </Button>
                          )
                        : row.status !== "credited" && (
                            <Button size="small" tabIndex={-1} onClick={() => onReopen(row)}>
                              {t("reopen")}
                            </Button>
                          )}
                    </td>
                  )}
                </tr>
              ))}
          </tbody>
        );
      })}
    </table>
  );
}
