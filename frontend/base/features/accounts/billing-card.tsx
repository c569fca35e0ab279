"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import { useContactDrop } from "@/base/assigning/contact-drag";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { usePanels } from "@/base/panels/use-panels";
import { AddRecord } from "@/base/records/add-record";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

/** Billing sites with the id each has in the billing system. */
export function BillingCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("accounts");
  const query = useQuery(api.accounts.billingSites.queryOptions({ accountId }));
  return (
    <Card
      title={t("billing")}
      aside={
        <AddRecord type="sw_billing_site" fixed={{ account: { id: accountId, type: "sw_account", label: null } }} />
      }
    >
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data?.length === 0 && <p className="quiet">{t("noBillingSite")}</p>}
      <ul className="card-rows">
        {query.data?.map((site) => (
          <BillingRow
            key={site.id}
            id={site.id}
            name={site.name ?? ""}
            detail={[site.billing_system, site.external_id].filter(Boolean).join(" ")}
          />
        ))}
      </ul>
    </Card>
  );
}

function BillingRow({ id, name, detail }: { id: string; name: string; detail: string }) {
  const panels = usePanels();
  const drop = useContactDrop({ type: "sw_billing_site", id, name });
  return (
    <li {...drop}>
      <button type="button" className="link ellipsis" onClick={() => void panels.open({ kind: "sw_billing_site", id })}>
        {name}
      </button>
      <small className="quiet ellipsis">{detail}</small>
    </li>
  );
}
