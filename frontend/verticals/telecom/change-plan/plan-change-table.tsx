"use client";
import { AlertTriangle, Check, ChevronDown, ChevronRight, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { addDays } from "@softwhere/services/platform/day";
import { useFormat } from "@/base/format/format";
import { Checkbox } from "@/ui/checkbox";
import type { PlanChangeRow } from "@softwhere/services/verticals/telecom/domain/plan-change";
import type { RowResult } from "@/base/bulk/run-store";

interface Props {
  readonly rows: readonly PlanChangeRow[];
  readonly excluded: ReadonlySet<string>;
  readonly results: ReadonlyMap<string, RowResult>;
  readonly running: boolean;
  /** For a day to come: prices are those of that day. */
  readonly scheduled: boolean;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly onToggle: (id: string) => void;
  /** The next step for a line that can change later. */
  readonly onSchedule: (row: PlanChangeRow) => void;
  /** The next step for a suspended line; absent for who may not. */
  readonly onResume?: ((row: PlanChangeRow) => void) | undefined;
}

/** One row per line: what it is, what it becomes, or why it stays. */
export function PlanChangeTable(props: Props) {
  const { rows, excluded, results, running, scheduled, siteNames, onToggle, onSchedule, onResume } = props;
  const t = useTranslations("telecom.changePlan");
  const blocked = rows.filter((row) => row.blocked);
  const changing = rows.filter((row) => !row.blocked);
  // What stays is told below what changes; where nothing changes it is what there is to read.
  const [unfolded, setUnfolded] = useState(changing.length === 0);
  const money = rows.some((row) => row.newSell !== undefined);
  const margin = money && rows.some((row) => row.newBuy !== undefined);
  const columns = 5 + (money ? 1 : 0) + (margin ? 3 : 0) + (running ? 1 : 0);
  return (
    <table className="preview-table">
      <thead>
        <tr>
          <th>
            <span className="visually-hidden">{t("choice")}</span>
          </th>
          <th>{t("number")}</th>
          <th>{t("user")}</th>
          <th>{t("site")}</th>
          <th>{t("currentPlan")}</th>
          {money && <th className="amount">{t("sellBeforeAfter")}</th>}
          {margin && <th className="amount">{t("buy")}</th>}
          {margin && <th className="amount">{t("margin")}</th>}
          {margin && <th className="amount">{t("effect")}</th>}
          {running && <th>{t("result")}</th>}
        </tr>
      </thead>
      <tbody>
        <tr className="heading">
          <td colSpan={columns}>
            {t("changingTitle", { count: changing.length })} {!running && <span>{t("changingHelp")}</span>}
          </td>
        </tr>
        {changing.map((row) => (
          <ChangingRow
            key={row.id}
            row={row}
            money={money}
            margin={margin}
            running={running}
            scheduled={scheduled}
            result={results.get(row.id)}
            checked={!excluded.has(row.id)}
            siteNames={siteNames}
            onToggle={onToggle}
          />
        ))}
        {blocked.length > 0 && (
          <tr className="heading">
            <td colSpan={columns}>
              <button type="button" className="fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                {unfolded ? (
                  <ChevronDown className="icon small" aria-hidden />
                ) : (
                  <ChevronRight className="icon small" aria-hidden />
                )}
                {t("blockedTitle", { count: blocked.length })}
              </button>{" "}
              <span>{t("blockedHelp")}</span>
            </td>
          </tr>
        )}
        {unfolded &&
          blocked.map((row) => (
            <BlockedRow
              key={row.id}
              row={row}
              columns={columns}
              siteNames={siteNames}
              {...(!running && { onSchedule, onResume })}
            />
          ))}
      </tbody>
    </table>
  );
}

interface BlockedRowProps extends Pick<Props, "siteNames"> {
  readonly row: PlanChangeRow;
  readonly columns: number;
  readonly onSchedule?: Props["onSchedule"];
  readonly onResume?: Props["onResume"];
}

function BlockedRow({ row, columns, siteNames, onSchedule, onResume }: BlockedRowProps) {
  const t = useTranslations("telecom.changePlan");
  const format = useFormat();
  return (
    <tr>
      <td />
      <td className="medium">{format.number(row.number)}</td>
      <td>{row.userName}</td>
      <td>{shortSite(row, siteNames)}</td>
      <td className="soft">{row.planName}</td>
      <td colSpan={columns - 5}>
        <AlertTriangle className="icon small warn" aria-hidden style={{ verticalAlign: "-2px", marginRight: 6 }} />
        {row.blocked && t(`reasons.${row.blocked.reason}`, { until: format.day(row.blocked.until) })}{" "}
        {row.blocked?.until && onSchedule && (
          <button type="button" className="link" onClick={() => onSchedule(row)}>
            {t("scheduleOn", { day: format.day(addDays(row.blocked.until, 1)) })}
          </button>
        )}
        {row.blocked?.reason === "suspended" && onResume && (
          <button type="button" className="link" onClick={() => onResume(row)}>
            {t("resume")}
          </button>
        )}
      </td>
    </tr>
  );
}

interface ChangingRowProps {
  readonly row: PlanChangeRow;
  readonly money: boolean;
  readonly margin: boolean;
  readonly running: boolean;
  readonly scheduled: boolean;
  readonly result: RowResult | undefined;
  readonly checked: boolean;
  readonly siteNames: ReadonlyMap<string, string>;
  readonly onToggle: (id: string) => void;
}

function ChangingRow({
  row,
  money,
  margin,
  running,
  scheduled,
  result,
  checked,
  siteNames,
  onToggle,
}: ChangingRowProps) {
  const t = useTranslations("telecom.changePlan");
  const format = useFormat();
  const before = (row.sell ?? 0) - (row.buy ?? 0);
  const after = (row.newSell ?? 0) - (row.newBuy ?? 0);
  return (
    <tr className={result?.kind === "refused" ? "refused" : ""}>
      <td>
        {!running && (
          <Checkbox
            label={t("include", { number: format.number(row.number) })}
            checked={checked}
            onClick={() => onToggle(row.id)}
          />
        )}
      </td>
      <td className="medium">{format.number(row.number)}</td>
      <td>
        {row.userName} {row.negotiated && <span className="tag">{t("negotiated")}</span>}
      </td>
      <td>{shortSite(row, siteNames)}</td>
      <td className="soft">
        {row.planName}
        {[
          ...(row.follows ? [t("follows", { day: format.day(row.follows.day), plan: row.follows.plan })] : []),
          ...row.replaces.map((one) => t("replaces", { day: format.day(one.day), plan: one.plan })),
        ].map((note) => (
          <small key={note} className="warn plan-note">
            {note}
          </small>
        ))}
      </td>
      {money && (
        <td className="amount">
          <span className="quiet">{format.money(row.sell)}</span> →{" "}
          <b className="medium">{format.money(row.newSell)}</b>
        </td>
      )}
      {margin && (
        <td className="amount">
          <span className="quiet">{format.money(row.buy)}</span> → <b className="medium">{format.money(row.newBuy)}</b>
        </td>
      )}
      {margin && (
        <td className="amount">
          <span className="quiet">{format.money(before)}</span> → <b className="medium">{format.money(after)}</b>
        </td>
      )}
      {margin && (
        <td className={`amount ${after - before >= 0 ? "good" : "bad"}`}>{format.signedMoney(after - before)}</td>
      )}
      {running && (
        <td>
          {!result && checked && <span className="quiet">{t("queued")}</span>}
          {!result && !checked && <span className="quiet">{t("leftOut")}</span>}
          {result?.kind === "changed" && (
            <span className="good">
              <Check className="icon small" aria-hidden style={{ verticalAlign: "-2px" }} />{" "}
              {t(scheduled ? "scheduled" : "changed")}
            </span>
          )}
          {result?.kind === "refused" && (
            <span className="bad">
              <X className="icon small" aria-hidden style={{ verticalAlign: "-2px" }} />{" "}
              {t(`refusals.${refusalKey(result.reason)}`)}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

function refusalKey(reason: string): "changed-since" | "forbidden" | "missing" | "blocked" | "backend" {
  if (reason === "changed-since" || reason === "forbidden" || reason === "missing" || reason === "backend")
    return reason;
  return "blocked";
}

function shortSite(row: PlanChangeRow, names: ReadonlyMap<string, string>): string {
  return (row.siteId && names.get(row.siteId)?.split(" — ")[0]) || "—";
}
