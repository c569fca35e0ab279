"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { ReferenceEditor } from "@/base/records/reference-editor";
import { PasswordInput, usePasswordProblem } from "@/base/passwords/password-input";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { roleNames } from "./role-names";
import type { ManagedUser } from "./server";

const userTypes = ["internal", "client", "partner", "reseller", "technician"] as const;
type UserType = (typeof userTypes)[number];

interface Draft {
  readonly fullName: string;
  readonly name: string;
  readonly mail: string;
  readonly password: string;
  readonly userType: UserType;
  readonly roles: readonly string[];
  readonly language: "fr" | "en";
  readonly active: boolean;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly brandId: string;
}

const emptyDraft: Draft = {
  fullName: "",
  name: "",
  mail: "",
  password: "",
  userType: "internal",
  roles: [],
  language: "fr",
  active: true,
  accounts: [],
  brandId: "",
};

function draftOf(user: ManagedUser): Draft {
  return {
    ...emptyDraft,
    fullName: user.fullName,
    name: user.name,
    mail: user.mail,
    userType: userTypes.find((type) => type === user.userType) ?? "client",
    roles: user.roles,
    language: user.language === "en" ? "en" : "fr",
    active: user.active,
    accounts: user.accounts,
  };
}

/** A person of the brand: who they are, what they may do, which accounts they see. */
export function UserDialog({ user, onClose }: { user: ManagedUser | null; onClose: () => void }) {
  const t = useTranslations("administration.users");
  const refusal = useRefusal();
  const format = useFormat();
  const can = useCan();
  const ofPlatform = can("administer platform");
  const [id] = useState(() => user?.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState<Draft>(() => (user ? draftOf(user) : emptyDraft));
  const [choosing, setChoosing] = useState(false);
  const [problems, setProblems] = useState<readonly { field: string | null; detail: string }[]>([]);
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const brands = useQuery(api.administration.brands.queryOptions(undefined, { enabled: ofPlatform && !user }));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const passwordLacks = usePasswordProblem(draft.password, user?.name ?? draft.name);
  const passwordField = useRef<HTMLDivElement>(null);
  const passwordId = useId();
  const restricted = draft.userType === "client" || draft.userType === "partner";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // Said beside the field already.
    if (passwordLacks) return passwordField.current?.querySelector("input")?.focus();
    setState("sending");
    setProblems([]);
    const { fullName, mail, userType, language, active, password } = draft;
    const common = {
      id,
      fullName,
      mail,
      userType,
      roles: [...draft.roles],
      language,
      active,
      accountIds: restricted ? draft.accounts.map((account) => account.id) : [],
    };
    try {
      const result = user
        ? await apiClient.base.administration.updateUser.mutate({ ...common, password })
        : await apiClient.base.administration.createUser.mutate({
            ...common,
            name: draft.name,
            password,
            brandId: draft.brandId || null,
          });
      if (result.kind === "refused") {
        setProblems(result.problems);
        setState("idle");
        return;
      }
      await queryClient.invalidateQueries(api.administration.pathFilter());
      onClose();
    } catch {
      setState("failed");
    }
  };
  const problem = (field: string) =>
    problems
      .filter((one) => one.field === field)
      .map((one) => (
        <p key={one.detail} className="field-reason" role="alert">
          {refusal(one.detail)}
        </p>
      ));
  const named = new Set(["name", "mail", "full_name", "business_roles", "accounts", "pass", "user_type", "brand"]);
  return (
    <Dialog
      open
      narrow
      title={user ? user.fullName || user.name : t("add")}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow">
            {state === "failed" && (
              <span className="bad" role="alert">
                {t("failed")}
              </span>
            )}
          </span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" type="submit" form="user-form" working={state === "sending"}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id="user-form" className="form" onSubmit={(event) => void submit(event)}>
        {problems
          .filter((one) => !named.has(one.field ?? ""))
          .map((one) => (
            <p key={one.detail} className="notice bad" role="alert">
              {refusal(one.detail)}
            </p>
          ))}
        <label className="field-label">
          {t("fullName")}
          <input
            className="input"
            required
            maxLength={160}
            value={draft.fullName}
            onChange={(event) => set({ fullName: event.target.value })}
          />
          {problem("full_name")}
        </label>
        {!user && (
          <label className="field-label">
            {t("signInName")}
            <input
              className="input"
              required
              maxLength={60}
              autoComplete="off"
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
            {problem("name")}
          </label>
        )}
        <label className="field-label">
          {t("mail")}
          <input
            className="input"
            type="email"
            value={draft.mail}
            onChange={(event) => set({ mail: event.target.value })}
          />
          {problem("mail")}
        </label>
        <div className="field-label" ref={passwordField}>
          <label htmlFor={passwordId}>{user ? t("newPassword") : t("password")}</label>
          <PasswordInput
            id={passwordId}
            value={draft.password}
            name={user?.name ?? draft.name}
            required={false}
            help={t(user ? "passwordKept" : "passwordHelp")}
            onChange={(password) => set({ password })}
          />
          {problem("pass")}
        </div>
        {ofPlatform && !user && (
          <label className="field-label">
            {t("brand")}
            <select
              className="select"
              required
              value={draft.brandId}
              onChange={(event) => set({ brandId: event.target.value })}
            >
              <option value="">—</option>
              {brands.data?.map((brand) => (
                <option key={brand.id} value={brand.id}>
                  {brand.name}
                </option>
              ))}
            </select>
            {problem("brand")}
          </label>
        )}
        <div className="form-pair">
          <label className="field-label">
            {t("type")}
            <select
              className="select"
              value={draft.userType}
              onChange={(event) =>
                set({ userType: userTypes.find((type) => type === event.target.value) ?? "internal" })
              }
            >
              {userTypes.map((type) => (
                <option key={type} value={type}>
                  {format.valueLabel("user", "user_type", type)}
                </option>
              ))}
            </select>
          </label>
          <label className="field-label">
            {t("language")}
            <select
              className="select"
              value={draft.language}
              onChange={(event) => set({ language: event.target.value === "en" ? "en" : "fr" })}
            >
              <option value="fr">Français</option>
              <option value="en">English</option>
            </select>
          </label>
        </div>
        <fieldset className="form-field">
          <legend className="form-label">{t("roles")}</legend>
          <div className="check-grid">
            {roleNames.map((role) => (
              <label key={role}>
                <input
                  type="checkbox"
                  checked={draft.roles.includes(role)}
                  onChange={(event) =>
                    set({
                      roles: event.target.checked
                        ? [...draft.roles, role]
                        : draft.roles.filter((other) => other !== role),
                    })
                  }
                />{" "}
                {format.roleLabel(role)}
              </label>
            ))}
          </div>
          {problem("business_roles")}
        </fieldset>
        {restricted && (
          <div className="form-field">
            <span className="form-label">{t("accounts")}</span>
            <ul className="chip-list">
              {draft.accounts.map((account) => (
                <li key={account.id} className="tag">
                  {account.name}
                  <button
                    type="button"
                    aria-label={t("removeAccount", { name: account.name })}
                    onClick={() => set({ accounts: draft.accounts.filter((other) => other.id !== account.id) })}
                  >
                    <X className="icon small" aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
            {choosing ? (
              <ReferenceEditor
                label={t("accounts")}
                value={null}
                target="sw_account"
                required
                onChosen={(linked) =>
                  set({
                    accounts: [
                      ...draft.accounts.filter((other) => other.id !== linked.id),
                      { id: linked.id, name: linked.label ?? "…" },
                    ],
                  })
                }
                onSave={() => setChoosing(false)}
                onCancel={() => setChoosing(false)}
              />
            ) : (
              <Button size="small" onClick={() => setChoosing(true)}>
                {t("addAccount")}
              </Button>
            )}
            {problem("accounts")}
          </div>
        )}
        <label>
          <input type="checkbox" checked={draft.active} onChange={(event) => set({ active: event.target.checked })} />{" "}
          {t("maySignIn")}
        </label>
      </form>
    </Dialog>
  );
}
