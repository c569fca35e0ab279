"use client";
import { useTranslations } from "next-intl";
import "./progress.css";

/** As many parts are told apart at a glance; more actions share them. */
const parts = 6;

/** How many of a deployment's actions are over. */
export function Progress({
  done,
  total,
  troubled,
}: {
  readonly done: number;
  readonly total: number;
  readonly troubled: boolean;
}) {
  const t = useTranslations("telecom.deployments");
  const cells = Math.min(parts, total);
  const full = total > 0 ? Math.floor((done / total) * cells) : 0;
  const said = t("progress", { done, total });
  if (total === 0) return <span className="quiet actions-none">{t("noActions")}</span>;
  return (
    <span className="actions-done">
      <span className={done === total ? "actions-bar whole" : "actions-bar"} role="img" aria-label={said}>
        {Array.from({ length: cells }, (_, index) => (
          <i key={index} className={index < full ? "done" : troubled && index === full ? "held" : ""} />
        ))}
      </span>
      <span aria-hidden>
        {done}/{total}
      </span>
    </span>
  );
}
