"use client";
import type { PasswordProblem } from "@softwhere/services/platform/password-rule";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { NewPasswordFields, useNewPassword } from "@/base/passwords/new-password-fields";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";

/** One's own password, changed with the present one. */
export function PasswordSection() {
  const t = useTranslations("ownAccount.password");
  const name = useQuery(api.ownAccount.signInName.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  // A new form after each change: nothing of a password stays in it.
  const [changes, setChanges] = useState(0);
  const changed = () => {
    setChanges(changes + 1);
    toast.success(t("changed"));
    void queryClient.invalidateQueries(api.ownAccount.sessions.queryFilter());
  };
  return (
    <section aria-labelledby="own-password">
      <h2 id="own-password">{t("title")}</h2>
      <p className="quiet">{t("help")}</p>
      <PasswordForm key={changes} name={name.data ?? ""} onChanged={changed} />
    </section>
  );
}

function PasswordForm({ name, onChanged }: { name: string; onChanged: () => void }) {
  const t = useTranslations("ownAccount.password");
  const [present, setPresent] = useState("");
  const [presentIsWrong, setPresentIsWrong] = useState(false);
  const [refused, setRefused] = useState<PasswordProblem>();
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const presentField = useRef<HTMLInputElement>(null);
  const password = useNewPassword(name);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPresentIsWrong(false);
    setRefused(undefined);
    if (!password.isGood()) return;
    setState("sending");
    try {
      const result = await apiClient.base.ownAccount.changePassword.mutate({ present, value: password.value });
      setState("idle");
      if (result.kind === "changed") return onChanged();
      if (result.field === "new") return setRefused(result.problem);
      setPresentIsWrong(true);
      presentField.current?.focus();
    } catch {
      setState("failed");
    }
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      {/* Password keepers look for whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <label className="field-label">
        {t("present")}
        <input
          ref={presentField}
          className="input"
          type="password"
          autoComplete="current-password"
          required
          maxLength={255}
          value={present}
          aria-invalid={presentIsWrong}
          onChange={(event) => setPresent(event.target.value)}
        />
        {presentIsWrong && (
          <p className="field-reason" role="alert">
            {t("presentIsWrong")}
          </p>
        )}
      </label>
      <NewPasswordFields password={password} refused={refused} />
      {state === "failed" && (
        <p className="notice bad" role="alert">
          {t("failed")}
        </p>
      )}
      <div>
        <Button type="submit" tone="primary" working={state === "sending"}>
          {t(state === "sending" ? "saving" : "save")}
        </Button>
      </div>
    </form>
  );
}
