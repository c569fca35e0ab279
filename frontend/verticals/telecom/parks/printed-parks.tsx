"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { groupByPark } from "./groups";
import type { LineRow, ParkRow } from "./server";

interface PrintedParksProps {
  readonly parks: readonly ParkRow[];
  readonly lines: readonly LineRow[];
  readonly siteName: (id: string | null) => string;
  readonly planName: (id: string | null) => string;
}

/** The parks on paper: every line, each park's heading again on every sheet. */
export function PrintedParks({ parks, lines, siteName, planName }: PrintedParksProps) {
  const t = useTranslations("telecom.grid");
  const format = useFormat();
  const sell = lines.some((line) => line.sell !== undefined);
  const buy = lines.some((line) => line.buy !== undefined);
  return groupByPark(parks, lines).map((group) => (
    <table key={group.key} className="printed-park">
      <colgroup>
        {["16%", "24%", "14%", "20%", undefined, sell && "10%", buy && "10%"].map((width, index) =>
          width === false ? null : <col key={index} style={{ width }} />,
        )}
      </colgroup>
      <thead>
        <tr>
          <th colSpan={5 + (sell ? 1 : 0) + (buy ? 1 : 0)}>
            {format.valueLabel("sw_park", "kind", group.kind)} / {group.operator}{" "}
            <small>— {t("lines", { count: group.lines.length })}</small>
          </th>
        </tr>
        <tr>
          <th>{t("number")}</th>
          <th>{t("user")}</th>
          <th>{t("site")}</th>
          <th>{t("plan")}</th>
          <th>{format.fieldLabel("sw_line", "status")}</th>
          {sell && <th className="amount">{t("sell")}</th>}
          {buy && <th className="amount">{t("buy")}</th>}
        </tr>
      </thead>
      <tbody>
        {group.lines.map((line) => (
          <tr key={line.id}>
            <td>{format.number(line.number)}</td>
            <td>{line.userName}</td>
            <td>{siteName(line.siteId)}</td>
            <td>{planName(line.planId)}</td>
            <td>{format.valueLabel("sw_line", "status", line.status)}</td>
            {sell && <td className="amount">{format.money(line.sell)}</td>}
            {buy && <td className="amount">{format.money(line.buy)}</td>}
          </tr>
        ))}
      </tbody>
      {sell && (
        <tfoot>
          <tr>
            <td colSpan={5} />
            <td className="amount">{format.money(group.sell)}</td>
            {buy && <td className="amount">{format.money(group.buy)}</td>}
          </tr>
        </tfoot>
      )}
    </table>
  ));
}
