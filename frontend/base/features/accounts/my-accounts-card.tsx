"use client";
import { useQuery } from "@tanstack/react-query";
import { BellRing, Clock } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useViewer } from "@/base/viewer/viewer";
import { Card } from "@/ui/card";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { recentAccounts } from "./recent-accounts";

/** The accounts a person comes back to: those followed, then those opened last. */
export function MyAccountsCard() {
  const t = useTranslations("home");
  const { id } = useViewer();
  const [recent] = useState(() => recentAccounts(id));
  const query = useQuery(api.accounts.close.queryOptions({ recent }));
  const empty = query.data && query.data.followed.length + query.data.recent.length === 0;
  return (
    <Card title={t("accounts")}>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && (
        <ErrorNotice message={t("loadFailed")} retryLabel={t("retry")} onRetry={() => void query.refetch()} />
      )}
      {empty && <p className="quiet">{t("noAccounts")}</p>}
      {(["followed", "recent"] as const).map((kind) => {
        const accounts = query.data?.[kind] ?? [];
        const Icon = kind === "followed" ? BellRing : Clock;
        return accounts.length === 0 ? null : (
          <div key={kind}>
            <h3 className="card-group">{t(kind)}</h3>
            <ul className="card-rows">
              {accounts.map((account) => (
                <li key={account.id}>
                  <Icon className="icon small quiet" aria-hidden />
                  <Link href={`/accounts/${account.id}`} className="link ellipsis" prefetch={false}>
                    {account.name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Card>
  );
}
