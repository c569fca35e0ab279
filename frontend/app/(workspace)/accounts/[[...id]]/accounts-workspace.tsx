"use client";
import { useQuery } from "@tanstack/react-query";
import { redirect, usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { createParser, parseAsBoolean, useQueryState } from "nuqs";
import { useEffect, useMemo } from "react";
import { api, errorCode } from "@/base/api/browser";
import { AccountHeader, AccountList, rememberAccount } from "@/base/features/accounts";
import { FollowAccount } from "@/base/features/notifications";
import { useAccountBlocks } from "@/base/layouts/account-blocks";
import { rowsOf } from "@/base/layouts/block-rows";
import { layoutOf } from "@/base/layouts/resolve";
import { PanelStack } from "@/base/panels/panel-stack";
import { usePanelComponents } from "@/base/panels/use-panel-components";
import { usePanels } from "@/base/panels/use-panels";
import { useCan, useViewer } from "@/base/viewer/viewer";
import { AccountActions } from "./account-actions";
import { Home } from "./home";
import { ErrorNotice } from "@/ui/error-notice";

const idList = createParser<string[]>({
  parse: (text) => text.split(",").filter((id) => /^[0-9a-f-]{36}$/.test(id)),
  serialize: (ids) => ids.join(","),
  eq: (a, b) => a.join() === b.join(),
});

/** List, account and panels side by side. What is where is in the address. */
export function AccountsWorkspace() {
  const can = useCan();
  // From the address rather than from the page: the list changes the address without asking the server for the page again.
  const accountId = usePathname().split("/")[2];
  // On a phone the list has the screen for itself; else home or the account does.
  const [list] = useQueryState("list", parseAsBoolean.withDefault(false));
  const { panels } = usePanels();
  const components = usePanelComponents();
  // Those who run the platform belong to no brand and have no customers.
  if (!can("view sw_account") && can("administer platform")) redirect("/administration");
  const classes = ["columns", accountId || !list ? "has-object" : "", panels.length > 0 ? "with-panel" : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={classes}>
      <AccountList currentId={accountId} />
      {accountId ? <Account accountId={accountId} /> : <Home />}
      <PanelStack components={components} />
    </div>
  );
}

function Account({ accountId }: { accountId: string }) {
  const t = useTranslations("accounts");
  const [siteIds, setSiteIds] = useQueryState("sites", idList.withDefault([]));
  const account = useQuery(api.accounts.get.queryOptions({ id: accountId }));
  const sites = useQuery(api.sites.ofAccount.queryOptions({ accountId }));
  const viewer = useViewer();
  const can = useCan();
  const blocks = layoutOf(useAccountBlocks(), viewer.roles, viewer.layouts.account, can);
  const names = useMemo(() => (sites.data ?? []).map((site) => ({ id: site.id, name: site.name ?? "" })), [sites.data]);
  const opened = account.data?.account.id;
  useEffect(() => {
    if (opened) rememberAccount(viewer.id, opened);
  }, [opened, viewer.id]);
  if (account.isError) {
    const gone = ["NOT_FOUND", "FORBIDDEN", "BAD_REQUEST"].includes(errorCode(account.error));
    return (
      <main className="centre" id="zone-centre" data-zone="centre">
        {gone ? (
          <div className="empty">
            <h1>{t("notFound")}</h1>
          </div>
        ) : (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={account.error}
            onRetry={() => void account.refetch()}
          />
        )}
      </main>
    );
  }
  return (
    <main className="centre" id="zone-centre" key={accountId}>
      <div className="centre-scroll">
        <AccountHeader
          accountId={accountId}
          follow={<FollowAccount accountId={accountId} />}
          actions={<AccountActions accountId={accountId} />}
        />
        {rowsOf(blocks).map((row) => {
          const [first] = row;
          const drawn = row.map(({ name, Component }) => (
            <Component
              key={name}
              accountId={accountId}
              siteIds={siteIds}
              sites={names}
              onSitesChange={(ids) => void setSiteIds(ids.length > 0 ? [...ids] : null)}
            />
          ));
          return first?.size === "card" ? (
            <div key={first.name} className="cards">
              {drawn}
            </div>
          ) : (
            drawn
          );
        })}
      </div>
    </main>
  );
}
