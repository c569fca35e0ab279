"use client";
import { monthlyText, type PeriodPrice } from "@softwhere/services/verticals/telecom/domain/billing-period";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { errorCode } from "@/base/api/browser";
import { EditableField } from "@/base/editing/editable-field";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { Future, Timeline } from "@/base/features/timeline";
import { marginRate, useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { SiteFields } from "@/base/records/site-fields";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { ActionList } from "../deployments/action-list";
import { LineCards } from "./line-cards";
import { LineOptions } from "./line-options";
import { ScheduledPlan } from "../change-plan/scheduled-plan";

const takesCards: ReadonlySet<string> = new Set(["ordered", "active", "suspended"]);

export function LinePanel({ id, onClose }: PanelProps) {
  const t = useTranslations("telecom.line");
  const format = useFormat();
  const can = useCan();
  const today = useBusinessDay()();
  const query = useQuery(telecomApi.lines.get.queryOptions({ id }));
  if (!query.data) {
    return (
      <PanelFrame title={t("title")} onClose={onClose}>
        {query.isError && errorCode(query.error) === "NOT_FOUND" && <p className="empty">{t("notFound")}</p>}
        {query.isError && errorCode(query.error) !== "NOT_FOUND" && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.isPending && <SkeletonRows />}
      </PanelFrame>
    );
  }
  const { line, sims, terms, options, planPrices } = query.data;
  const version = line.version ?? 1;
  const mayEdit = can("edit sw_line");
  const common = { type: "sw_line" as const, id, version };
  const label = (field: string) => format.fieldLabel("sw_line", field);
  const sell = line.sell_price === undefined ? undefined : Number(line.sell_price ?? 0);
  const buy = line.buy_price === undefined ? undefined : Number(line.buy_price ?? 0);
  const rate = sell !== undefined && buy !== undefined ? marginRate(sell, buy) : undefined;
  const isPlanMonthly = [planPrices.sell, planPrices.buy].every((price) => !price || price.period === "month");
  const money = (amount: string | number | null) =>
    amount === null || isPlanMonthly ? format.price(amount) : format.moneyPer(amount, "month");
  /** A line's price is a month's; where it is a part of the plan's price, that is said as well. */
  const priced = (amount: string | null, price: PeriodPrice | null | undefined) =>
    price && price.period !== "month" && monthlyText(price) === amount
      ? `${money(Number(amount))} · ${format.moneyPer(price.net, price.period)}`
      : money(amount);
  const park = line.park
    ? `${format.valueLabel("sw_park", "kind", line.park.kind ?? "")} / ${line.park.operator?.name ?? ""}`
    : "";
  return (
    <PanelFrame
      title={
        <>
          <span className={`dot ${line.status}`} /> <span className="ellipsis">{format.number(line.number ?? "")}</span>
          {line.status !== "active" && (
            <span className="tag warn">{format.valueLabel("sw_line", "status", line.status ?? "")}</span>
          )}
        </>
      }
      subtitle={[park, line.site?.name].filter(Boolean).join(" · ")}
      onClose={onClose}
    >
      {terms
        .filter((term) => (term.valid_from ?? "") > today)
        .reverse()
        .map((term) => (
          <ScheduledPlan
            key={term.id}
            termId={term.id}
            version={term.version ?? 1}
            day={term.valid_from ?? ""}
            plan={term.plan?.name ?? ""}
          />
        ))}
      <dl className="fields">
        <EditableField
          {...common}
          field="user_name"
          value={line.user_name ?? null}
          label={label("user_name")}
          readOnly={!mayEdit}
        />
        <EditableField {...common} field="plan" value={line.plan?.name ?? null} label={label("plan")} readOnly />
        {sell !== undefined && (
          <EditableField
            {...common}
            field="sell_price"
            value={line.sell_price ?? null}
            label={label("sell_price")}
            kind="money"
            readOnly={!mayEdit || !can("edit prices")}
            display={(value) => priced(value === null ? null : String(value), planPrices.sell)}
          />
        )}
        {buy !== undefined && (
          <EditableField
            {...common}
            field="buy_price"
            value={line.buy_price ?? null}
            label={label("buy_price")}
            readOnly
            display={(value) => priced(value === null ? null : String(value), planPrices.buy)}
          />
        )}
        {sell !== undefined && buy !== undefined && (
          <div className="field">
            <dt>{t("margin")}</dt>
            <dd>
              <span className="field-value">
                {money(sell - buy)} {rate !== undefined && <span className="quiet">· {format.percent(rate)}</span>}
              </span>
            </dd>
          </div>
        )}
        <EditableField
          {...common}
          field="service_id"
          value={line.service_id ?? null}
          label={label("service_id")}
          readOnly={!mayEdit}
        />
        <ReadOnlyRow label={label("billing_site")} value={line.billing_site?.name ?? null} />
        <EditableField
          {...common}
          field="activated_on"
          value={line.activated_on ?? null}
          label={label("activated_on")}
          readOnly
          display={(value) => format.day(value === null ? null : String(value))}
        />
        {line.end_date && (
          <EditableField
            {...common}
            field="end_date"
            value={line.end_date}
            label={label("end_date")}
            readOnly
            display={(value) => format.day(String(value))}
          />
        )}
        <EditableField
          {...common}
          field="commitment_end"
          value={line.commitment_end ?? null}
          label={t("commitment")}
          kind="date"
          readOnly={!mayEdit}
          display={(value) => format.day(value === null ? null : String(value))}
        />
        <LineCards
          sims={sims}
          line={
            line.park?.account && line.park.kind === "mobile" && takesCards.has(line.status ?? "")
              ? { id, version, number: line.number ?? "", accountId: line.park.account.id }
              : null
          }
        />
        {line.comment !== undefined && (
          <EditableField
            {...common}
            field="comment"
            value={line.comment ?? null}
            label={label("comment")}
            readOnly={!mayEdit}
          />
        )}
      </dl>
      <SiteFields type="sw_line" id={id} />
      {terms.length > 0 && (
        <div className="section">
          <h3>{t("terms")}</h3>
          <ul>
            {terms.map((term) => (
              <li key={term.id} className="soft">
                {term.plan?.name}{" "}
                <span className="quiet">
                  {term.valid_to
                    ? t("period", { from: format.day(term.valid_from), to: format.day(term.valid_to) })
                    : t((term.valid_from ?? "") > today ? "from" : "since", {
                        from: format.day(term.valid_from),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <LineOptions options={options} today={today} />
      {can("view sw_action") && <ActionList title={t("deployments")} lineId={id} />}
      <Future scope={{ type: "sw_line", id }} />
      <div className="section">
        <h3>{t("timeline")}</h3>
        {can("view sw_journal_entry") ? (
          <Timeline type="sw_line" subjectId={id} />
        ) : (
          <p className="quiet">{t("noTimeline")}</p>
        )}
      </div>
    </PanelFrame>
  );
}

function ReadOnlyRow({ label, value }: { label: string; value: string | null }) {
  return (
    <div className="field">
      <dt>{label}</dt>
      <dd>
        <span className="field-value">{value ?? "—"}</span>
      </dd>
    </div>
  );
}
