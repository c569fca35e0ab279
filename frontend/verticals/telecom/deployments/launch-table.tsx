"use client";
import { AlertTriangle, FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { Checkbox } from "@/ui/checkbox";
import type { Lacking, LaunchBlock, LaunchRow } from "@softwhere/services/verticals/telecom/domain/launch";
import { type Way, whyNot } from "./way";

type Row = LaunchRow & { readonly way: Way };

interface LaunchTableProps {
  readonly rows: readonly Row[];
  /** Those that a person leaves for later. */
  readonly left: ReadonlySet<string>;
  /** Which amounts may be seen. */
  readonly sell: boolean;
  readonly buy: boolean;
  readonly onToggle: (id: string) => void;
}

/** The actions of a deployment before it is launched: chosen or not, by whom they are carried out, what they change. */
export function LaunchTable({ rows, left, sell, buy, onToggle }: LaunchTableProps) {
  const t = useTranslations("telecom.deployments.launch");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <div className="launch-scroll" tabIndex={0} role="region" aria-label={t("actions")}>
      <table className="launch-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("choice")}</span>
            </th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("operation")}</th>
            <th scope="col">{t("where")}</th>
            {sell && (
              <th scope="col" className="figure-cell">
                {t("sell")}
              </th>
            )}
            {buy && (
              <th scope="col" className="figure-cell">
                {t("buy")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LaunchTableRow
              key={row.id}
              row={row}
              isLeft={left.has(row.id)}
              sell={sell}
              buy={buy}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LaunchTableRowProps extends Pick<LaunchTableProps, "sell" | "buy" | "onToggle"> {
  readonly row: Row;
  readonly isLeft: boolean;
}

function LaunchTableRow({ row, isLeft, sell, buy, onToggle }: LaunchTableRowProps) {
  const t = useTranslations("telecom.deployments.launch");
  const format = useFormat();
  const { line, way } = row;
  const why = whyNot(row);
  const operation = format.valueLabel("sw_action", "operation", row.operation);
  const name = line ? format.number(line.number) : operation;
  const change = (amount: string | undefined) => (Number(amount ?? 0) !== 0 ? format.signedMoney(Number(amount)) : "—");
  return (
    <tr className={why || isLeft ? "quiet" : undefined}>
      <td>
        <Checkbox
          checked={!why && !isLeft}
          disabled={why !== null}
          label={t("choose", { name })}
          onClick={() => onToggle(row.id)}
        />
      </td>
      <th scope="row">
        {name}
        {line?.userName && <small>{line.userName}</small>}
      </th>
      <td>
        {operation}
        {row.article ? (
          <small>
            {t("article", { quantity: row.article.quantity, name: row.article.name })}
            {row.sellOnce && ` · ${t("once", { amount: format.money(Number(row.sellOnce)) })}`}
          </small>
        ) : (
          line?.planName && <small>{line.planName}</small>
        )}
      </td>
      {why ? (
        <td colSpan={1 + Number(sell) + Number(buy)} className="launch-why">
          <AlertTriangle className="icon small" aria-hidden />{" "}
          {why === "unable" && way.kind === "unable"
            ? t("unable", { vendor: way.label })
            : t(`blocks.${why as LaunchBlock | Lacking}`)}
        </td>
      ) : (
        <>
          <td>
            {(row.capability === "supplier" && line?.operatorName) ||
              format.valueLabel("sw_action", "capability", row.capability)}
            <small>
              {way.kind === "vendor" && way.isSimulator && <FlaskConical className="icon small" aria-hidden />}
              {way.kind === "vendor"
                ? [
                    t(way.isSimulator ? "bySimulator" : "byVendor", { vendor: way.label }),
                    ...(way.isPaused ? [t("paused")] : []),
                  ].join(" · ")
                : t(way.kind === "person" ? "byPerson" : "unchecked")}
            </small>
          </td>
          {sell && <td className="figure-cell">{change(row.sell)}</td>}
          {buy && <td className="figure-cell">{change(row.buy)}</td>}
        </>
      )}
    </tr>
  );
}
