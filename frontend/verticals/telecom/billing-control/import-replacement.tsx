"use client";
import type { Replacement } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useFormat } from "@/base/format/format";
import "./import-replacement.css";

/** Changes that are shown at once. */
const shown = 8;

interface Props {
  readonly replacement: Replacement;
  readonly totalNet: string;
  readonly currency: string;
  /** Whether the person wants it; undefined where it has happened. */
  readonly agreed: boolean | undefined;
  readonly onAgree: (agreed: boolean) => void;
}

/** What a corrected invoice changes of the one that is there. It takes its place only where the person says so. */
export function ImportReplacement({ replacement, totalNet, currency, agreed, onAgree }: Props) {
  const t = useTranslations("telecom.import.replacement");
  const format = useFormat();
  const money = (text: string | null) => (text === null ? "" : format.moneyIn(text, currency));
  const { added, removed, changed, changes } = replacement;
  const more = added + removed + changed - Math.min(changes.length, shown);
  const table = useId();
  return (
    <div className="import-replacement">
      <p className="warn medium" id={table}>
        {t("there", {
          edition: replacement.edition,
          before: money(replacement.totalNet),
          after: money(totalNet),
          added,
          removed,
          changed,
        })}
      </p>
      {changes.length > 0 && (
        <table aria-labelledby={table}>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              <th scope="col" className="num">
                {t("before")}
              </th>
              <th scope="col" className="num">
                {t("after")}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shown).map((row, at) => (
              <tr key={`${row.name}/${at}`}>
                <td>
                  {row.description} {row.name && <span className="quiet">{format.number(row.name)}</span>}
                </td>
                <td className="num">
                  {row.before === null ? <i className="quiet">{t("added")}</i> : money(row.before)}
                </td>
                <td className="num">
                  {row.after === null ? <i className="quiet">{t("removed")}</i> : money(row.after)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p className="quiet">{t("more", { count: more })}</p>}
      {agreed !== undefined && (
        <label className="medium">
          <input type="checkbox" checked={agreed} onChange={(event) => onAgree(event.target.checked)} /> {t("agree")}
        </label>
      )}
    </div>
  );
}
