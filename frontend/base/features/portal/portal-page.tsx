"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api, errorCode } from "@/base/api/browser";
import { useVerticals } from "@/base/extension-points/verticals";
import { useFormat } from "@/base/format/format";
import { useBusinessDay, useViewer } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { CustomerList } from "./customer-list";
import { headingOf, usePortalSections } from "./sections";

/** The customer's account; without one in the address, the only one there is, or the list of them. */
export function PortalPage({ accountId }: { accountId?: string | undefined }) {
  const t = useTranslations("portal");
  const accounts = useQuery(api.portal.accounts.queryOptions());
  const only = accounts.data?.length === 1 ? accounts.data[0]?.id : undefined;
  const id = accountId ?? only;
  return (
    <main className="portal-main" id="zone-centre" tabIndex={-1}>
      {accountId && (accounts.data?.length ?? 0) > 1 && (
        <Link href="/portal" className="portal-back link">
          {t("customers.back")}
        </Link>
      )}
      {id ? (
        <AccountPortal key={id} accountId={id} />
      ) : accounts.isError ? (
        <ErrorNotice message={t("failed")} retryLabel={t("retry")} onRetry={() => void accounts.refetch()} />
      ) : accounts.data ? (
        <CustomerList accounts={accounts.data} />
      ) : (
        <SkeletonRows />
      )}
    </main>
  );
}

function AccountPortal({ accountId }: { accountId: string }) {
  const t = useTranslations("portal");
  const account = useQuery(api.portal.account.queryOptions({ id: accountId }));
  const sections = usePortalSections();
  if (account.isError) {
    const gone = ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"].includes(errorCode(account.error));
    if (!gone)
      return <ErrorNotice message={t("failed")} retryLabel={t("retry")} onRetry={() => void account.refetch()} />;
    return (
      <div className="empty">
        <h1>{t("notFound")}</h1>
        <Link href="/portal" className="link">
          {t("toHome")}
        </Link>
      </div>
    );
  }
  return (
    <>
      <Greeting accountId={accountId} accountName={account.data?.name ?? ""} />
      <div className="portal-columns">
        {(["main", "side"] as const).map((place) => (
          <div key={place} className="portal-column">
            {sections
              .filter((section) => section.place === place)
              .map((section) => (
                <section key={section.name} className="portal-block" aria-labelledby={headingOf(section)}>
                  <section.Component accountId={accountId} headingId={headingOf(section)} />
                </section>
              ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** Whose portal it is, and what they have, module by module. */
function Greeting({ accountId, accountName }: { accountId: string; accountName: string }) {
  const t = useTranslations("portal");
  const viewer = useViewer();
  return (
    <div className="portal-hello">
      <h1>{t("hello", { name: viewer.name.split(/\s+/)[0] ?? viewer.name })}</h1>
      <p className="portal-account medium">{accountName}</p>
      {useVerticals().map(({ name, portal }) => (
        <SummaryLine key={name} useSummary={portal.useSummary} accountId={accountId} />
      ))}
    </div>
  );
}

function SummaryLine({
  useSummary,
  accountId,
}: {
  useSummary: ReturnType<typeof useVerticals>[number]["portal"]["useSummary"];
  accountId: string;
}) {
  const t = useTranslations("portal");
  const format = useFormat();
  const day = useBusinessDay();
  const summary = useSummary(accountId);
  if (!summary) return <p className="portal-sum"> </p>;
  const rich = {
    b: (text: React.ReactNode) => <b>{text}</b>,
    services: summary.services,
    sites: summary.sites,
  };
  return (
    <p className="portal-sum">
      {summary.price === undefined
        ? t.rich("sum", rich)
        : t.rich("sumWithPrice", { ...rich, price: format.price(summary.price), day: format.day(day()) })}
    </p>
  );
}
