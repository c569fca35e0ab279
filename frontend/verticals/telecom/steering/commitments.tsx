import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import type { CommitmentReport } from "./commitment-report";
import { Figure } from "./figure";
import { commitmentsLink } from "./links";

export function Commitments({ ending: { lines, today, until, spans, soonest } }: { ending: CommitmentReport }) {
  const t = useTranslations("telecom.steering.commitments");
  const format = useFormat();
  return (
    <section>
      <h2>
        {t("title")} <small>{format.count(lines)}</small>
        <span className="grow" />
        {lines > 0 && (
          <Link href={commitmentsLink(today, until)} className="link">
            {t("all")}
          </Link>
        )}
      </h2>
      {lines === 0 ? (
        <p className="quiet steering-none">{t("none")}</p>
      ) : (
        <div className="steering-spans">
          {spans.map(({ first, last, from, to, lines: some, margin }) => (
            <Link key={last} href={commitmentsLink(from, to)} className="figure">
              <b>{format.count(some)}</b>
              <small>{t("span", { first, last })}</small>
              {margin !== null && <small>{t("perMonth", { amount: format.roundMoney(margin) })}</small>}
            </Link>
          ))}
        </div>
      )}
      <ul>
        {soonest.map(({ accountId, name, day, lines: some, margin }) => (
          <li key={`${accountId}/${day}`}>
            <span className="ellipsis">
              <b>{name}</b>
              {margin !== null && <small>{t("lines", { count: some })}</small>}
            </span>
            <span className="end">
              <Figure href={commitmentsLink(day, day, accountId)} label={t("linesOf", { name, day: format.day(day) })}>
                {margin === null ? t("lines", { count: some }) : format.roundMoney(margin)}
              </Figure>
              <small>{format.day(day)}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
