"use client";
import { linkMinutes, type PasswordProblem } from "@softwhere/services/platform/password-rule";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { apiClient } from "@/base/api/browser";
import { NewPasswordFields, useNewPassword } from "@/base/passwords/new-password-fields";
import { Button } from "@/ui/button";
import { SignInForm } from "./sign-in-form";

type State = "checking" | "valid" | "sending" | "invalid" | "done" | "tooMany" | "unreachable";

/** Sets a new password with the link that came by mail, then signs in with it. */
export function NewPassword({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations("session");
  const [state, setState] = useState<State>("checking");
  const [refused, setRefused] = useState<PasswordProblem>();
  const password = useNewPassword("");
  const token = useRef("");
  const send = async (pass?: string) => {
    try {
      const result = await apiClient.base.session.setPassword.mutate({ token: token.current, pass });
      if (result.kind === "set") return setState("done");
      if (result.kind === "too-many") return setState("tooMany");
      if (result.kind === "link-invalid") return setState("invalid");
      if (pass !== undefined) setRefused(result.problem);
      setState("valid");
    } catch {
      setState("unreachable");
    }
  };
  const check = () => {
    setState("checking");
    if (token.current === "") setState("invalid");
    else void send();
  };
  const begin = useRef(check);
  begin.current = check;
  useEffect(() => {
    const read = () => {
      const found = window.location.hash.slice(1);
      if (found === "") return;
      token.current = found;
      // Out of the address, the history and whatever is copied from them.
      window.history.replaceState(window.history.state, "", window.location.pathname);
    };
    const again = () => {
      read();
      begin.current();
    };
    again();
    window.addEventListener("hashchange", again);
    return () => window.removeEventListener("hashchange", again);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefused(undefined);
    if (!password.isGood()) return;
    setState("sending");
    void send(password.value);
  };
  switch (state) {
    case "checking":
      return <p className="quiet">{t("reset.checking")}</p>;
    case "done":
      return (
        <div className="login-form">
          <p className="notice good" role="status">
            {t("reset.done")}
          </p>
          <SignInForm onSignedIn={onSignedIn} />
        </div>
      );
    case "invalid":
    case "tooMany":
    case "unreachable":
      return (
        <div className="login-form">
          <p className="notice bad" role="alert">
            {t(`reset.${state}`, { minutes: linkMinutes })}
          </p>
          {state === "invalid" ? (
            <Link className="button primary" href="/login/forgotten">
              {t("reset.askAgain")}
            </Link>
          ) : (
            <Button onClick={check}>{t("reset.retry")}</Button>
          )}
        </div>
      );
    default:
      return (
        <form onSubmit={submit} className="login-form">
          <NewPasswordFields password={password} refused={refused} />
          <Button type="submit" tone="primary" working={state === "sending"}>
            {t(state === "sending" ? "reset.saving" : "reset.save")}
          </Button>
        </form>
      );
  }
}
