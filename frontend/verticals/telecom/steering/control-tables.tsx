import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { ages } from "../billing-control/ages";
import type { ControlReport } from "./control-report";
import { Figure } from "./figure";
import { gapsLink, invoicesLink } from "./links";

/** What waits, by its cause and how long ago it was found: in euros, or counted for who may see none. */
export function CausesByAge({ found: { causes, money } }: { found: ControlReport }) {
  const t = useTranslations("telecom.steering.causes");
  const format = useFormat();
  const rows = money?.causes ?? causes;
  const shown = (figure: number) => (money ? format.money(figure) : format.count(figure));
  const counts = new Map(causes.map(({ check, byAge }) => [check, byAge]));
  return (
    <section>
      <table className="steering-table causes">
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("cause")}</th>
            {ages.map((age) => (
              <th key={age} scope="col">
                {t(`ages.${age}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ check, byAge }) => (
            <tr key={check}>
              <th scope="row">{format.valueLabel("sw_anomaly", "check", check)}</th>
              {ages.map((age) => {
                const count = counts.get(check)?.[age] ?? 0;
                return (
                  <td key={age}>
                    {count === 0 ? (
                      <span className="quiet">—</span>
                    ) : (
                      <Figure href={gapsLink({ state: "unsettled", check, age })} label={t("gaps", { count })}>
                        {shown(byAge[age])}
                      </Figure>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="quiet steering-none">{t("none")}</p>}
    </section>
  );
}

/** How much of what suppliers billed this year could be checked. */
export function CoverageBySupplier({ found: { coverage, money, year } }: { found: ControlReport }) {
  const t = useTranslations("telecom.steering.coverage");
  const format = useFormat();
  return (
    <section>
      <table className="steering-table parts covered">
        <caption>{t("title", { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("supplier")}</th>
            <th scope="col">{t("invoices")}</th>
            <th scope="col">{money ? t("checkedNet") : t("checkedRows")}</th>
            <th scope="col" className="bar-column">
              <span className="visually-hidden">{t("share")}</span>
            </th>
            <th scope="col">{t("share")}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map(({ supplierId, name, invoices, rows, checked }) => {
            const net = money?.coverage[supplierId];
            const share = net ? ratio(net.checked, net.net) : ratio(checked, rows);
            return (
              <tr key={supplierId}>
                <th scope="row" className="ellipsis">
                  {name}
                </th>
                <td>{format.count(invoices)}</td>
                <td>
                  <Figure href={invoicesLink(year, supplierId)} label={t("rows", { checked, rows })}>
                    {net ? format.money(net.checked) : format.count(checked)}
                  </Figure>
                </td>
                <td className="bar-column" aria-hidden>
                  <i style={{ width: `${share * 100}%` }} />
                </td>
                <td className={share === 0 ? "bad medium" : "soft"}>{format.percent(share)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {coverage.length === 0 && <p className="quiet steering-none">{t("none")}</p>}
    </section>
  );
}

/** In whole tenths of a percent, rounded down: what isn't all never reads as all. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, Math.max(0, Math.floor((part / whole) * 1000 + 1e-9) / 1000)) : 0;
}
