"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/base/format/format";
import type { ListedInvoice } from "./server";

const few = 5;

interface InvoiceRowsProps {
  readonly invoices: readonly ListedInvoice[];
  /** How many there are in all. */
  readonly count: number;
  readonly onOpen: ((invoice: string) => void) | undefined;
}

/** The latest invoices, a word for how each is; more of them when they are asked for. */
export function InvoiceRows({ invoices, count, onOpen }: InvoiceRowsProps) {
  const t = useTranslations("invoices");
  const [whole, setWhole] = useState(false);
  const shown = whole || invoices.length <= few + 1 ? invoices : invoices.slice(0, few);
  if (invoices.length === 0) return null;
  return (
    <>
      <ul className="finance-invoices">
        {shown.map((invoice) => (
          <Row key={invoice.id} invoice={invoice} onOpen={onOpen} />
        ))}
      </ul>
      {shown.length < invoices.length && (
        <button type="button" className="link finance-more" onClick={() => setWhole(true)}>
          {t("others", { count: invoices.length - shown.length })}
        </button>
      )}
      {shown.length === invoices.length && count > invoices.length && (
        <p className="quiet finance-more">{t("older", { count: count - invoices.length })}</p>
      )}
    </>
  );
}

function Row({ invoice, onOpen }: { readonly invoice: ListedInvoice; readonly onOpen: InvoiceRowsProps["onOpen"] }) {
  const t = useTranslations("invoices");
  const format = useFormat();
  const { id, number, kind, status, issuedOn, dueOn, currency, gross, remaining, lateDays } = invoice;
  const isPart = status === "partly_paid" || (lateDays > 0 && remaining !== gross);
  return (
    <li>
      {onOpen ? (
        <button type="button" className="link ellipsis" onClick={() => onOpen(id)}>
          {number}
        </button>
      ) : (
        <span className="ellipsis">{number}</span>
      )}
      <small className="quiet ellipsis">
        {kind === "credit_note" && `${format.valueLabel("sw_customer_invoice", "kind", kind)} · `}
        {issuedOn && format.day(issuedOn)}
        {dueOn && kind === "invoice" && status !== "paid" && ` · ${t("due", { day: format.day(dueOn) })}`}
      </small>
      <span className={`finance-state ${toneOf(invoice)}`}>
        {lateDays > 0 ? t("late", { days: lateDays }) : format.valueLabel("sw_customer_invoice", "status", status)}
      </span>
      <span className="amount">
        {status === "cancelled" ? <s>{format.moneyIn(gross, currency)}</s> : format.moneyIn(gross, currency)}
        {isPart && <small className="quiet"> {t("left", { amount: format.moneyIn(remaining, currency) })}</small>}
      </span>
    </li>
  );
}

function toneOf({ status, lateDays }: ListedInvoice): string {
  if (lateDays > 0) return "warn";
  return status === "paid" ? "good" : status === "cancelled" ? "quiet" : "";
}
