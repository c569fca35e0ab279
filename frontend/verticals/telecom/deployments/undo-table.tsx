"use client";
import { AlertTriangle, FlaskConical } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { UndoRow } from "@softwhere/services/verticals/telecom/domain/undo";
import type { Way } from "./way";

export type UndoTableRow = UndoRow & { readonly way: Way };

interface UndoTableProps {
  readonly rows: readonly UndoTableRow[];
  /** Which amounts may be seen. */
  readonly sell: boolean;
  readonly buy: boolean;
}

/** The actions of a deployment before it is undone: what was done, what becomes of it, and through whom. */
export function UndoTable({ rows, sell, buy }: UndoTableProps) {
  const t = useTranslations("telecom.deployments.goBack");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <div className="launch-scroll" tabIndex={0} role="region" aria-label={t("rows")}>
      <table className="launch-table">
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("planned")}</th>
            <th scope="col">{t("back")}</th>
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
            <Row key={row.id} row={row} sell={sell} buy={buy} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, sell, buy }: { readonly row: UndoTableRow } & Pick<UndoTableProps, "sell" | "buy">) {
  const format = useFormat();
  const { line } = row;
  const operation = format.valueLabel("sw_action", "operation", row.operation);
  const detail = row.articleName ?? line?.planName;
  const change = (amount: string | undefined) => (Number(amount ?? 0) !== 0 ? format.signedMoney(Number(amount)) : "—");
  return (
    <tr className={row.step.kind === "undone" ? "quiet" : undefined}>
      <th scope="row">
        {line ? format.number(line.number) : operation}
        {line?.userName && <small>{line.userName}</small>}
      </th>
      <td>
        {operation}
        <small>{[format.valueLabel("sw_action", "status", row.status), detail].filter(Boolean).join(" · ")}</small>
      </td>
      <Back row={row} />
      {sell && <td className="figure-cell">{change(row.sell)}</td>}
      {buy && <td className="figure-cell">{change(row.buy)}</td>}
    </tr>
  );
}

function Back({ row: { step, way } }: { readonly row: UndoTableRow }) {
  const t = useTranslations("telecom.deployments.goBack");
  const format = useFormat();
  const locale = useLocale();
  if (step.kind === "stays")
    return (
      <td className="launch-why undo-back">
        <AlertTriangle className="icon small" aria-hidden />{" "}
        {step.why?.[locale === "en" ? "en" : "fr"] ?? t("byNobody")}
      </td>
    );
  if (step.kind !== "reverse" && step.kind !== "cancel")
    return <td className="undo-back">{t(`steps.${step.kind as "await"}`)}</td>;
  const by =
    way.kind === "vendor"
      ? [
          t(way.isSimulator ? "bySimulator" : "byVendor", { vendor: way.label }),
          ...(way.isPaused ? [t("paused")] : []),
        ].join(" · ")
      : t(way.kind === "unable" ? "unable" : way.kind === "person" ? "byPerson" : "unchecked", {
          vendor: way.kind === "unable" ? way.label : "",
        });
  return (
    <td className="undo-back">
      {step.kind === "reverse" ? format.valueLabel("sw_action", "operation", step.by) : t("steps.cancel")}
      <small className={way.kind === "unable" ? "warn" : undefined}>
        {way.kind === "vendor" && way.isSimulator && <FlaskConical className="icon small" aria-hidden />}
        {step.kind === "reverse" && step.waits ? t("later", { by }) : by}
      </small>
    </td>
  );
}
