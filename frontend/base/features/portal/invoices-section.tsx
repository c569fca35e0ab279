"use client";
import { useTranslations } from "next-intl";
import type { PortalSectionProps } from "@/base/extension-points/define-vertical";
import { FinancialSummary } from "@/base/invoices/financial-summary";

/** What the customer was invoiced, has paid and owes. */
export function InvoicesSection({ accountId, headingId }: PortalSectionProps) {
  const t = useTranslations("invoices");
  return (
    <>
      <header>
        <h2 id={headingId}>{t("portalTitle")}</h2>
      </header>
      <div className="portal-finance">
        <FinancialSummary accountId={accountId} />
      </div>
    </>
  );
}
