"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { api } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { EditableField } from "@/base/editing/editable-field";
import { useFormat } from "@/base/format/format";
import { PanelFrame } from "@/base/panels/panel-frame";
import { AddRecord } from "@/base/records/add-record";
import { useCan } from "@/base/viewer/viewer";
import { SkeletonRows } from "@/ui/error-notice";
import { BilledCustomer } from "./billed-customer";

const fields = [
  "name",
  "billing_system",
  "external_id",
  "payment_terms",
  "invoice_email",
  "address_line1",
  "postal_code",
  "city",
] as const;

export function BillingSitesPanel({ id, onClose }: PanelProps) {
  const t = useTranslations("accounts");
  const format = useFormat();
  const can = useCan();
  const query = useQuery(api.accounts.billingSites.queryOptions({ accountId: id }));
  return (
    <PanelFrame title={t("billing")} onClose={onClose}>
      <div className="panel-actions">
        <AddRecord type="sw_billing_site" fixed={{ account: { id, type: "sw_account", label: null } }} />
      </div>
      {query.isPending && <SkeletonRows />}
      {query.data?.length === 0 && <p className="empty">{t("noBillingSite")}</p>}
      {query.data?.map((site) => (
        <section key={site.id} className="billing-site" aria-label={site.name ?? ""}>
          <dl className="fields">
            {fields
              .filter((field) => site[field] !== undefined)
              .map((field) => (
                <EditableField
                  key={field}
                  type="sw_billing_site"
                  id={site.id}
                  field={field}
                  value={site[field] ?? null}
                  version={site.version ?? 1}
                  label={format.fieldLabel("sw_billing_site", field)}
                  readOnly={!can("edit sw_billing_site")}
                />
              ))}
          </dl>
          <BilledCustomer accountId={id} site={site} />
        </section>
      ))}
    </PanelFrame>
  );
}
