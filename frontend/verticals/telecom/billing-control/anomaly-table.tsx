"use client";
import { sumOfEuros } from "@softwhere/services/platform/money";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { type KeyboardEvent, useRef } from "react";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
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
  const onKeyDown = (event: KeyboardEvent) => {
    if (mayAct && event.key === "a" && (event.ctrlKey || event.metaKey)) onSelect(new Set(rows.map((row) => row.id)));
    else if (event.key === "Escape" && selected.size > 0) onSelect(new Set());
    else return;
    event.preventDefault();
  };
  return (
    <table className="anomaly-table" onKeyDown={onKeyDown}>
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
            <tr className="group">
              {mayAct && (
                <td className="amount">
                  <Checkbox
                    label={t("selectGroup")}
                    checked={count === 0 ? false : count === ids.length ? true : "mixed"}
                    onClick={() => toggle(ids)}
                  />
                </td>
              )}
              <td className="sentence">
                <button
                  type="button"
                  className="grid-group-name"
                  aria-expanded={!closed}
                  onClick={() => void setFolded(closed ? folded.filter((other) => other !== key) : [...folded, key])}
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
                  aria-selected={selected.has(row.id)}
                  className={panels.isOpen("anomaly", row.id) ? "opened" : ""}
                >
                  {mayAct && (
                    <td className="amount">
                      <Checkbox
                        label={t("selectOne", { number: row.number ? format.number(row.number) : "" })}
                        checked={selected.has(row.id)}
                        onClick={(event) => choose(row.id, event.shiftKey)}
                      />
                    </td>
                  )}
                  <td className="sentence">
                    <button
                      type="button"
                      className="anomaly-sentence"
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
                            <Button size="small" onClick={() => onDispute(row)}>
                              {t("dispute")}
                            </Button>
                          )
                        : row.status !== "credited" && (
                            <Button size="small" onClick={() => onReopen(row)}>
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
