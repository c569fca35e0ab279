"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { toast } from "@/ui/toast";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { whileWorking } from "@/ui/while-working";

const operations = ["view", "create", "edit", "delete"] as const;

/** Level 2 to level 3: per role, what it may do in this brand. A change writes the brand's own list; it can always go back to the default. */
export function RolesSection() {
  const t = useTranslations("administration.roles");
  const refusal = useRefusal();
  const format = useFormat();
  const query = useQuery(api.administration.roles.queryOptions());
  const [chosen, setChosen] = useState("manager");
  const [saving, setSaving] = useState(false);
  const role = query.data?.roles.find((one) => one.name === chosen);
  // What was just chosen shows at once; the backend's answer replaces it.
  const [chosenRights, setChosenRights] = useState<{ granted: readonly string[]; denied: readonly string[] } | null>(
    null,
  );
  const granted = useMemo(
    () => new Set(chosenRights?.granted ?? role?.own?.granted ?? role?.standard ?? []),
    [role, chosenRights],
  );
  const denied = useMemo(() => new Set(chosenRights?.denied ?? role?.own?.denied ?? []), [role, chosenRights]);
  const general = query.data?.permissions.filter((permission) => !permission.type) ?? [];
  const types = [...new Set(query.data?.permissions.flatMap((permission) => permission.type ?? []))];
  const save = async (rights: { granted: string[]; denied: string[] } | null) => {
    if (!role) return;
    setSaving(true);
    setChosenRights(rights);
    try {
      const result = await apiClient.base.administration.saveRole.mutate({
        role: role.name,
        id: role.own?.id ?? null,
        version: role.own?.version ?? 1,
        newId: crypto.randomUUID(),
        rights,
      });
      if (result.kind === "refused") toast.error(`${t("refused")} ${refusal(result.problems[0]?.detail ?? "")}`);
    } catch {
      toast.error(t("failed"));
    }
    await queryClient.invalidateQueries(api.administration.roles.pathFilter());
    setChosenRights(null);
    setSaving(false);
  };
  const toggle = (permission: string, on: boolean) => {
    const next = new Set(granted);
    if (on) next.add(permission);
    else next.delete(permission);
    void save({ granted: [...next].sort(), denied: [...denied].filter((other) => !(on && other === permission)) });
  };
  const toggleDenied = (permission: string, on: boolean) =>
    void save({
      granted: [...granted].sort(),
      denied: on ? [...denied, permission].sort() : [...denied].filter((other) => other !== permission),
    });
  const box = (permission: string, label: string) => (
    <input
      type="checkbox"
      aria-label={label}
      {...whileWorking(saving)}
      checked={granted.has(permission) && !denied.has(permission)}
      onChange={(event) => toggle(permission, event.target.checked)}
    />
  );
  const differs = (permission: string) =>
    role !== undefined && granted.has(permission) !== role.standard.includes(permission);
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <span className="grow" />
        <label className="field-inline">
          <span className="visually-hidden">{t("role")}</span>
          <select className="select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {query.data?.roles.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label[format.language]} {one.own ? `(${t("changed")})` : ""}
              </option>
            ))}
          </select>
        </label>
        {role?.own && (
          <Button size="small" working={saving} onClick={() => void save(null)}>
            <RotateCcw className="icon small" aria-hidden /> {t("reset")}
          </Button>
        )}
      </div>
      <p className="list-note quiet">{role?.own ? t("ownHelp") : t("standardHelp")}</p>
      <div className="table-scroll">
        {query.isPending && <SkeletonRows rows={10} />}
        {query.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {role && (
          <>
            <table className="preview-table roomy rights-table">
              <thead>
                <tr>
                  <th>{t("permission")}</th>
                  <th>{t("granted")}</th>
                  <th>{t("denied")}</th>
                </tr>
              </thead>
              <tbody>
                {general.map((permission) => (
                  <tr key={permission.name} className={differs(permission.name) ? "differs" : ""}>
                    <td>{permission.label[format.language]}</td>
                    <td>{box(permission.name, `${t("granted")} : ${permission.label[format.language]}`)}</td>
                    <td>
                      <input
                        type="checkbox"
                        aria-label={`${t("denied")} : ${permission.label[format.language]}`}
                        {...whileWorking(saving)}
                        checked={denied.has(permission.name)}
                        onChange={(event) => toggleDenied(permission.name, event.target.checked)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table className="preview-table roomy rights-table">
              <thead>
                <tr>
                  <th>{t("type")}</th>
                  {operations.map((operation) => (
                    <th key={operation}>{t(`operations.${operation}`)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {types.map((type) => (
                  <tr key={type}>
                    <td>{format.typePlural(type)}</td>
                    {operations.map((operation) => {
                      const name = `${operation} ${type}`;
                      const known = query.data?.permissions.some((permission) => permission.name === name);
                      return (
                        <td key={operation} className={differs(name) ? "differs" : ""}>
                          {known && box(name, `${t(`operations.${operation}`)} : ${format.typePlural(type)}`)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </div>
    </>
  );
}
