import { useTranslations } from "next-intl";
import Link from "next/link";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import type { ControlReport } from "./control-report";
import { gapsLink } from "./links";

export function BiggestGaps({ gaps }: { gaps: NonNullable<ControlReport["money"]>["biggest"] }) {
  const t = useTranslations("telecom.steering.biggest");
  const format = useFormat();
  const panels = usePanels();
  return (
    <section>
      <h2>
        {t("title")}
        <span className="grow" />
        <Link href={gapsLink({ state: "unsettled" })} className="link">
          {t("all")}
        </Link>
      </h2>
      <ul>
        {gaps.map(({ id, check, status, supplier, account, amount }) => (
          <li key={id}>
            <span className="ellipsis">
              <b>{format.valueLabel("sw_anomaly", "check", check)}</b>
              <small className="ellipsis">{[supplier, account].filter(Boolean).join(" · ")}</small>
            </span>
            <span className="end">
              <button type="button" className="figure" onClick={() => void panels.open({ kind: "anomaly", id })}>
                {format.money(amount)}
              </button>
              <small>{format.valueLabel("sw_anomaly", "status", status)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
