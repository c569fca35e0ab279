"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { FinancialSummary } from "@/base/invoices/financial-summary";
import { Card } from "@/ui/card";

/** What the account was invoiced, has paid and owes, and the way to its invoices. */
export function FinancialCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("invoices");
  const summary = useQuery(api.invoices.summary.queryOptions({ accountId }));
  const told = useQuery(api.invoices.told.queryOptions({ accountId }));
  const count = summary.data?.count ?? 0;
  // A brand that bills elsewhere has nothing here on each of its accounts; a billing site says why.
  if (count === 0 && !summary.isError && !told.data?.isConnected) return null;
  const filters = [{ field: "account", op: "is", value: [accountId] }];
  return (
    <Card
      title={t("title")}
      aside={
        count > 0 && (
          <Link className="link" href={`/lists/sw_customer_invoice?f=${encodeURIComponent(JSON.stringify(filters))}`}>
            {t("all", { count })}
          </Link>
        )
      }
    >
      <FinancialSummary accountId={accountId} isShort />
    </Card>
  );
}
