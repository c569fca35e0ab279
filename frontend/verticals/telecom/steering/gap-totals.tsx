import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { ControlReport } from "./control-report";
import { Figure } from "./figure";
import { gapsLink } from "./links";

const parts = ["recovered", "disputed", "open"] as const;
const tones = { recovered: "var(--good-mark)", disputed: "var(--note-mark)", open: "var(--warn-mark)" } as const;

/** Found, recovered, claimed and to be handled, of the year and of its latest billed month. */
export function GapTotals({ found: { year, money, causes } }: { found: ControlReport }) {
  const t = useTranslations("telecom.steering");
  const format = useFormat();
  if (!money) {
    const open = causes.reduce((sum, { byAge }) => sum + Object.values(byAge).reduce((a, b) => a + b, 0), 0);
    return (
      <section aria-label={t("gaps.title")}>
        <h2>{t("gaps.unsettled")}</h2>
        <p className="steering-big">
          <Figure href={gapsLink({ state: "unsettled" })}>{format.count(open)}</Figure>
        </p>
      </section>
    );
  }
  const share = (part: (typeof parts)[number]) => (money.year.total > 0 ? money.year[part] / money.year.total : 0);
  const rows = [
    { key: year, name: year, ...money.year },
    ...(money.month ? [{ key: money.month.month, name: format.month(money.month.month), ...money.month }] : []),
  ];
  return (
    <section aria-label={t("gaps.title")}>
      <h2>{t("gaps.since", { year })}</h2>
      <p className="steering-big">
        <Figure href={gapsLink({ month: year })} label={t("gaps.rows", { period: year })}>
          {format.money(money.year.total)}
        </Figure>
        <span className="quiet">{t("gaps.recoveredShare", { share: format.percent(share("recovered")) })}</span>
      </p>
      <div
        className="steering-bar"
        role="img"
        aria-label={parts.map((part) => `${t(`gaps.${part}`)} ${format.percent(share(part))}`).join(", ")}
      >
        {parts.map(
          (part) => share(part) > 0 && <i key={part} style={{ background: tones[part], flexGrow: share(part) }} />,
        )}
      </div>
      <table className="steering-table totals">
        <caption className="visually-hidden">{t("gaps.title")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("gaps.period")}</span>
            </th>
            <th scope="col">{t("gaps.found")}</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                <i className="key" style={{ background: tones[part] }} />
                {t(`gaps.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td data-label={t("gaps.found")}>
                <Figure href={gapsLink({ month: row.key })}>{format.money(row.total)}</Figure>
              </td>
              {parts.map((part) => (
                <td key={part} data-label={t(`gaps.${part}`)}>
                  <Figure href={gapsLink({ month: row.key, state: part })}>{format.money(row[part])}</Figure>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
