import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { scaleOf } from "./scale";
import "./trend-chart.css";

interface Point {
  readonly month: string;
  readonly margin: number;
}

/** The margin over twelve months as a line; the last value is written out, all of them are in the table that readers aloud find. */
export function TrendChart({ points }: { readonly points: readonly Point[] }) {
  const t = useTranslations("telecom.steering.trend");
  const format = useFormat();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const { ticks, share } = scaleOf(points.map(({ margin }) => margin));
  const across = (index: number) => ((index + 0.5) / points.length) * 100;
  return (
    <figure
      className="trend-chart"
      aria-label={t("label", {
        from: format.month(first.month),
        first: format.money(first.margin),
        to: format.month(last.month),
        last: format.money(last.margin),
      })}
    >
      <div className="trend-scale" aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ bottom: `${share(tick)}%` }}>
            {format.count(tick)}
          </span>
        ))}
      </div>
      <div className="trend-plot" aria-hidden>
        {ticks.map((tick) => (
          <i key={tick} className="trend-grid" style={{ bottom: `${share(tick)}%` }} />
        ))}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
          <polyline points={points.map(({ margin }, index) => `${across(index)} ${100 - share(margin)}`).join(" ")} />
        </svg>
        {points.map(({ month, margin }, index) => (
          <i
            key={month}
            className={index === points.length - 1 ? "trend-dot last" : "trend-dot"}
            style={{ left: `${across(index)}%`, bottom: `${share(margin)}%` }}
            data-tooltip={`${format.month(month)} : ${format.money(margin)}`}
          />
        ))}
        <b className="trend-last" style={{ bottom: `${share(last.margin)}%` }}>
          {format.roundMoney(last.margin)}
        </b>
      </div>
      <div className="trend-months" aria-hidden>
        {points.map(({ month }) => (
          <span key={month}>{format.monthName(month)}</span>
        ))}
      </div>
      <table className="visually-hidden">
        <caption>{t("title")}</caption>
        <tbody>
          {points.map(({ month, margin }) => (
            <tr key={month}>
              <th scope="row">{format.month(month)}</th>
              <td>{format.money(margin)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
