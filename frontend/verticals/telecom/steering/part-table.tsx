import { useTranslations } from "next-intl";
import { marginRate, useFormat } from "@/base/format/format";
import { Change } from "./change";
import { Figure } from "./figure";
import { linesLink } from "./links";
import type { MarginReport } from "./margin-report";

interface Props {
  readonly report: Pick<MarginReport, "month" | "with">;
  readonly title: string;
  readonly head: string;
  readonly parts: MarginReport["plans"]["parts"];
  readonly others: MarginReport["plans"]["others"];
  readonly field: "park.kind" | "park.operator" | "plan";
  readonly nameOf?: (name: string) => string;
}

/** The margin by one of its parts. */
export function PartTable({ report, title, head, parts, others, field, nameOf = (name) => name }: Props) {
  const t = useTranslations("telecom.steering");
  const format = useFormat();
  const most = Math.max(...parts.map(({ margin }) => Math.abs(margin)), 1);
  const rows = [
    ...parts.map((part) => ({ ...part, key: part.id ?? "", label: part.name ? nameOf(part.name) : t("none") })),
    ...(others.count > 0
      ? [{ ...others, id: null, key: "others", label: t("moreParts", { count: others.count }) }]
      : []),
  ];
  return (
    <section>
      <table className="steering-table parts">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t("marginColumn")}</th>
            <th scope="col" className="bar-column">
              <span className="visually-hidden">{t("share")}</span>
            </th>
            <th scope="col">{t("rate")}</th>
            <th scope="col">{t(`over.${report.with}`)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((part) => {
            const rate = marginRate(part.sell, part.sell - part.margin);
            const amount = format.roundMoney(part.margin);
            return (
              <tr key={part.key}>
                <th scope="row" className="ellipsis">
                  {part.label}
                </th>
                <td className="medium">
                  {part.key === "others" ? (
                    amount
                  ) : (
                    <Figure href={linesLink(report, field, part.id)} label={t("linesOf", { count: part.lines })}>
                      {amount}
                    </Figure>
                  )}
                </td>
                <td className="bar-column" aria-hidden>
                  <i
                    className={part.margin < 0 ? "below" : ""}
                    style={{ width: `${Math.min(1, Math.abs(part.margin) / most) * 100}%` }}
                  />
                </td>
                <td className="soft">{rate === undefined ? "—" : format.percent(rate)}</td>
                <td>
                  <Change now={part.margin} before={part.before} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
