"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Building2, Clock, CreditCard, Users } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { api } from "@/base/api/browser";
import { ValueEditor, FieldStateMark, Conflict, RefusedReason } from "@/base/editing/editable-field";
import { useField } from "@/base/editing/use-field";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { useCan } from "@/base/viewer/viewer";
import { SkeletonRows } from "@/ui/error-notice";

const tones = { active: "good", prospect: "note", suspended: "warn", closed: "" } as const;

interface AccountHeaderProps {
  readonly accountId: string;
  /** Handed in: features don't know each other. */
  readonly follow: ReactNode;
  readonly actions: ReactNode;
}

export function AccountHeader({ accountId, follow, actions }: AccountHeaderProps) {
  const t = useTranslations("accounts");
  const format = useFormat();
  const panels = usePanels();
  const query = useQuery(api.accounts.get.queryOptions({ id: accountId }));
  if (!query.data)
    return (
      <div className="object-head">
        <SkeletonRows rows={2} />
      </div>
    );
  const { account, salesperson, counts } = query.data;
  const status = account.status ?? "prospect";
  const related = [
    { kind: "sw_account", icon: Building2, label: t("details"), count: undefined },
    { kind: "contacts", icon: Users, label: t("contacts"), count: counts.contacts },
    { kind: "billing-sites", icon: CreditCard, label: t("billing"), count: counts.billingSites },
    { kind: "history", icon: Clock, label: t("history"), count: undefined },
  ];
  return (
    <section className="object-head" data-zone="head" aria-label={account.legal_name ?? ""}>
      <div className="object-title">
        <Link href="/accounts?list=true" className="button ghost small square mobile-only" aria-label={t("backToList")}>
          <ArrowLeft className="icon" aria-hidden />
        </Link>
        <AccountName accountId={accountId} name={account.legal_name ?? ""} version={account.version ?? 1} />
        <span className={`tag ${tones[status]}`}>{format.valueLabel("sw_account", "status", status)}</span>
        <span className="grow" />
        {actions}
      </div>
      <p className="object-meta">
        <span>{account.softwhere_id}</span>
        {account.siren && (
          <span>
            SIREN <b>{account.siren.replace(/(\d{3})(?=\d)/g, "$1 ")}</b>
          </span>
        )}
        {salesperson && (
          <span>
            {t("salesperson")} <b>{salesperson}</b>
          </span>
        )}
        {account.customer_since && (
          <span>
            {t("since")} <b>{format.month(account.customer_since)}</b>
          </span>
        )}
      </p>
      <nav className="related" aria-label={t("related")}>
        {related.map(({ kind, icon: Icon, label, count }) => (
          <button
            key={kind}
            type="button"
            className="related-link"
            aria-expanded={panels.isOpen(kind, accountId)}
            onClick={() => void panels.open({ kind, id: accountId })}
          >
            <Icon className="icon small" aria-hidden />
            {label} {count !== undefined && <span>{count}</span>}
          </button>
        ))}
        {follow}
      </nav>
    </section>
  );
}

function AccountName({ accountId, name, version }: { accountId: string; name: string; version: number }) {
  const t = useTranslations("accounts");
  const can = useCan();
  const field = useField({ type: "sw_account", id: accountId, field: "legal_name", value: name, version });
  const shown = String(field.value ?? "");
  if (!can("edit sw_account")) return <h1>{shown}</h1>;
  return (
    <>
      <h1 className="editable-title">
        <ValueEditor label={t("legalName")} shown={shown} source={field} className="title-value" />
      </h1>
      <FieldStateMark state={field.state} />
      {field.state?.kind === "refused" && <RefusedReason state={field.state} />}
      {field.state?.kind === "conflict" && <Conflict fieldKey={field.key} state={field.state} />}
    </>
  );
}
