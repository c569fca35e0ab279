"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { MonthSum } from "./anomaly-groups";

interface Props {
  readonly months: readonly MonthSum[];
  /** The month that is shown below, if one is. */
  readonly chosen: string;
  readonly onChoose: (month: string) => void;
}

/** Twelve months, what was found in each and what of it came back. A bar opens its month. */
export function MonthsChart({ months, chosen, onChoose }: Props) {
  const t = useTranslations("telecom.billingControl.months");
  const format = useFormat();
  const top = niceTop(Math.max(...months.map(({ found }) => found)));
  const share = (amount: number) => `${Math.min(100, (amount / top) * 100)}%`;
  return (
    <div className="months">
      <div className="months-legend">
        <span className="medium grow">{t("title")}</span>
        <span>
          <i className="found" /> {t("found")}
        </span>
        <span>
          <i className="recovered" /> {t("recovered")}
        </span>
      </div>
      <div className="months-chart">
        <div className="months-scale" aria-hidden>
          {[top, top / 2, 0].map((amount) => (
            <span key={amount}>{format.roundMoney(amount)}</span>
          ))}
        </div>
        <ol>
          {months.map(({ month, found, recovered }) => (
            <li key={month}>
              <button
                type="button"
                aria-pressed={month === chosen}
                aria-label={t("bar", {
                  month: format.month(month),
                  found: format.money(found),
                  recovered: format.money(recovered),
                })}
                title={t("bar", {
                  month: format.month(month),
                  found: format.money(found),
                  recovered: format.money(recovered),
                })}
                onClick={() => onChoose(month)}
              >
                <span className="months-bar">
                  <i className="found" style={{ height: share(found) }} />
                  <i className="recovered" style={{ height: share(recovered) }} />
                </span>
                <small>{format.monthName(month)}</small>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** The next of 1, 2, 4, 6, 8 times a power of ten, so that its half is a plain number too. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 10)));
  return ([1, 2, 4, 6, 8, 10].find((times) => times * power >= most) ?? 10) * power;
}
