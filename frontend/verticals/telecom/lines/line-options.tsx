"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { LineOption } from "./server";

/** What a line has beside its plan, with what each price pays for: they stand side by side. */
export function LineOptions({ options, today }: { options: readonly LineOption[]; today: string }) {
  const t = useTranslations("telecom.line");
  const format = useFormat();
  if (options.length === 0) return null;
  return (
    <div className="section">
      <h3>{t("options")}</h3>
      <ul>
        {options.map(({ id, name, quantity, from, to, sell, buy }) => (
          <li key={id} className="soft">
            {name}
            {quantity > 1 && ` × ${format.count(quantity)}`}{" "}
            <span className="quiet">
              {[
                ...(sell ? [format.moneyPer(sell.net, sell.period)] : []),
                ...(buy ? [t("optionBuy", { amount: format.moneyPer(buy.net, buy.period) })] : []),
                to
                  ? t("period", { from: format.day(from), to: format.day(to) })
                  : t(from > today ? "from" : "since", { from: format.day(from) }),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
