import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { addDays } from "@softwhere/services/platform/day";
import { marginRate, useFormat } from "@/base/format/format";
import { Change } from "./change";
import { Figure } from "./figure";
import { commitmentsLink, linesLink } from "./links";
import type { CustomerChoice, MarginReport } from "./margin-report";
import { whichCustomers } from "./margins";
import { Sparkline } from "../money/sparkline";

interface Props {
  readonly report: MarginReport;
  readonly choice: Omit<CustomerChoice, "customers">;
  readonly more: boolean;
  readonly onChoice: (change: Partial<Omit<CustomerChoice, "customers">>) => void;
  readonly onMore: () => void;
}

/** The customers that bring most, or those that fall or have a low rate, in the order that a head says. */
export function CustomerTable({ report, choice, more, onChoice, onMore }: Props) {
  const t = useTranslations("telecom.steering");
  const format = useFormat();
  const { customers, others, today, total } = report;
  const most = Math.max(...customers.map(({ margin }) => Math.abs(margin)), 1);
  const soon = addDays(today, 90);
  const rateOf = (sell: number, margin: number) => {
    const rate = marginRate(sell, sell - margin);
    return rate === undefined ? "—" : format.percent(rate);
  };
  const head = (by: CustomerChoice["by"], label: string, className = "") => {
    const sorted = choice.by === by;
    const Arrow = choice.up ? ArrowUp : ArrowDown;
    return (
      <th scope="col" className={className} aria-sort={sorted ? (choice.up ? "ascending" : "descending") : "none"}>
        <button type="button" className="sort-button" onClick={() => onChoice({ by, up: sorted && !choice.up })}>
          {label}
          {sorted && <Arrow className="icon" aria-hidden />}
        </button>
      </th>
    );
  };
  return (
    <section aria-labelledby="steering-customers">
      <div className="grid-toolbar">
        <h2 id="steering-customers">{t("byCustomer")}</h2>
        <fieldset className="chips">
          <legend className="visually-hidden">{t("which")}</legend>
          {whichCustomers.map((which) => (
            <button
              key={which}
              type="button"
              className="chip"
              aria-pressed={choice.which === which}
              onClick={() => onChoice({ which })}
            >
              {which === "all" && t("all")}
              {which === "falling" && t("falling", { count: report.fallingCount })}
              {which === "low" && t("low", { rate: format.percent(report.lowRate), count: report.lowCount })}
            </button>
          ))}
        </fieldset>
      </div>
      <table className="steering-table customers">
        <thead>
          <tr>
            <th scope="col">{t("customer")}</th>
            {head("sell", t("sell"), "wide")}
            {head("margin", t("marginColumn"))}
            <th scope="col" className="wide">
              <span className="visually-hidden">{t("share")}</span>
            </th>
            {head("rate", t("rate"))}
            <th scope="col" className="wide">
              <span className="visually-hidden">{t("trend.title")}</span>
            </th>
            {head("change", t(`over.${report.with}`))}
            <th scope="col" className="wide">
              {t("commitmentEnd")}
            </th>
          </tr>
        </thead>
        <tbody>
          {customers.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="ellipsis">
                <Link href={`/accounts/${one.id}`}>{one.name}</Link>
              </th>
              <td className="wide soft">{format.roundMoney(one.sell)}</td>
              <td className="medium">
                <Figure href={linesLink(report, "park.account", one.id)} label={t("linesOf", { count: one.lines })}>
                  {format.roundMoney(one.margin)}
                </Figure>
              </td>
              <td className="wide bar-column" aria-hidden>
                <i
                  className={one.margin < 0 ? "below" : ""}
                  style={{ width: `${(Math.abs(one.margin) / most) * 100}%` }}
                />
              </td>
              <td className="soft">{rateOf(one.sell, one.margin)}</td>
              <td className="wide">
                <Sparkline values={one.months} />
              </td>
              <td>
                <Change now={one.margin} before={one.before} />
              </td>
              <td className="wide">
                {one.commitmentEnd && one.commitmentEnd <= soon && one.id ? (
                  <Figure href={commitmentsLink(today, soon, one.id)}>
                    <span className="warn medium">{format.day(one.commitmentEnd)}</span>
                  </Figure>
                ) : (
                  <span className="soft">{format.day(one.commitmentEnd)}</span>
                )}
              </td>
            </tr>
          ))}
          {others.count > 0 && (
            <tr className="soft">
              <th scope="row">
                {more ? (
                  t("others", { count: others.count })
                ) : (
                  <button type="button" className="link" onClick={onMore}>
                    {t("others", { count: others.count })}
                  </button>
                )}
              </th>
              <td className="wide">{format.roundMoney(others.sell)}</td>
              <td>{format.roundMoney(others.margin)}</td>
              <td className="wide" />
              <td>{rateOf(others.sell, others.margin)}</td>
              <td className="wide" />
              <td />
              <td className="wide" />
            </tr>
          )}
        </tbody>
        {choice.which === "all" && (
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              <td className="wide">
                <Figure href={linesLink(report)}>{format.roundMoney(total.sell)}</Figure>
              </td>
              <td>
                <Figure href={linesLink(report)}>{format.roundMoney(total.margin)}</Figure>
              </td>
              <td className="wide" />
              <td>{rateOf(total.sell, total.margin)}</td>
              <td className="wide" />
              <td>
                <Change now={total.margin} before={report.compared?.margin ?? 0} />
              </td>
              <td className="wide" />
            </tr>
          </tfoot>
        )}
      </table>
      {customers.length === 0 && <p className="quiet steering-none">{t("noneOf", { which: choice.which })}</p>}
    </section>
  );
}
