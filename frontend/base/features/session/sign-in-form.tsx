"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { apiClient, errorCode } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { SignInNameField } from "./sign-in-name-field";

type Problem = "credentials" | "too-many" | "unreachable";

export function SignInForm({ onSignedIn, initialName = "" }: { onSignedIn: () => void; initialName?: string }) {
  const t = useTranslations("session");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const result = await apiClient.base.session.signIn.mutate({
        name: String(data.get("name") ?? ""),
        pass: String(data.get("pass") ?? ""),
      });
      if (result.ok) return onSignedIn();
      setProblem(result.reason);
    } catch (error) {
      setProblem(errorCode(error) === "BAD_REQUEST" ? "credentials" : "unreachable");
    }
    setBusy(false);
  };
  return (
    <form onSubmit={submit} className="login-form">
      <SignInNameField defaultValue={initialName} />
      <label className="field-label">
        {t("password")}
        <input className="input" name="pass" type="password" autoComplete="current-password" required />
      </label>
      {problem && (
        <p className="notice bad" role="alert">
          {t(`problems.${problem}`)}
        </p>
      )}
      <Button type="submit" tone="primary" working={busy}>
        {busy ? t("signingIn") : t("signIn")}
      </Button>
    </form>
  );
}
