"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { plain } from "@/base/format/plain-text";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import type { ManagedUser } from "./server";
import { UserDialog } from "./user-dialog";

export function UsersSection() {
  const t = useTranslations("administration.users");
  const format = useFormat();
  const can = useCan();
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<ManagedUser | "new" | null>(null);
  const users = useQuery(api.administration.users.queryOptions());
  const shown = (users.data ?? []).filter((user) =>
    plain(`${user.fullName} ${user.name} ${user.mail}`).includes(plain(search)),
  );
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <span className="quiet">{users.data?.length}</span>
        <span className="grow" />
        <div className="input-with-icon">
          <Search className="icon small" aria-hidden />
          <input
            className="input"
            type="search"
            placeholder={t("search")}
            aria-label={t("search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <Button size="small" tone="primary" onClick={() => setEditing("new")}>
          <Plus className="icon small" aria-hidden /> {t("add")}
        </Button>
      </div>
      <div className="table-scroll">
        {users.isPending && <SkeletonRows rows={8} />}
        {users.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={users.error}
            onRetry={() => void users.refetch()}
          />
        )}
        {users.isSuccess && (
          <table className="preview-table roomy">
            <thead>
              <tr>
                <th>{t("name")}</th>
                <th>{t("signInName")}</th>
                <th>{t("roles")}</th>
                <th>{t("type")}</th>
                {can("administer platform") && <th>{t("brand")}</th>}
                <th>{t("state")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((user) => (
                <tr key={user.id}>
                  <td>
                    <button type="button" className="link" onClick={() => setEditing(user)}>
                      {user.fullName || user.name}
                    </button>
                    <br />
                    <small className="quiet">{user.mail}</small>
                  </td>
                  <td className="soft">{user.name}</td>
                  <td>{user.roles.map(format.roleLabel).join(", ") || "—"}</td>
                  <td>
                    {format.valueLabel("user", "user_type", user.userType)}
                    {user.accounts.length > 0 && (
                      <small className="quiet"> · {user.accounts.map((account) => account.name).join(", ")}</small>
                    )}
                  </td>
                  {can("administer platform") && <td>{user.brand ?? "—"}</td>}
                  <td>
                    {user.active ? (
                      <span className="tag good">{t("active")}</span>
                    ) : (
                      <span className="tag">{t("blocked")}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {users.isSuccess && shown.length === 0 && <p className="empty">{t("none")}</p>}
      </div>
      {editing && <UserDialog user={editing === "new" ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}
