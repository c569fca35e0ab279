"use client";
import { linkMinutes } from "@softwhere/services/platform/password-rule";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { apiClient } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { SignInNameField } from "./sign-in-name-field";

type State = "idle" | "sending" | "sent" | "tooMany" | "unreachable";

/** Asks for a link to a new password. Whether the name is somebody's is not told. */
export function ForgottenForm() {
  const t = useTranslations("session");
  const [state, setState] = useState<State>("idle");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    setState("sending");
    try {
      const result = await apiClient.base.session.askForPassword.mutate({ name });
      setState(result === "asked" ? "sent" : "tooMany");
    } catch {
      setState("unreachable");
    }
  };
  if (state === "sent")
    return (
      <div role="status" className="login-form">
        <p className="notice good">{t("reset.sent", { minutes: linkMinutes })}</p>
        <p className="quiet">{t("reset.notArrived")}</p>
      </div>
    );
  return (
    <form onSubmit={(event) => void submit(event)} className="login-form">
      <p className="quiet">{t("reset.help")}</p>
      <SignInNameField maxLength={254} />
      {(state === "tooMany" || state === "unreachable") && (
        <p className="notice bad" role="alert">
          {t(`reset.${state}`)}
        </p>
      )}
      <Button type="submit" tone="primary" working={state === "sending"}>
        {t(state === "sending" ? "reset.sending" : "reset.send")}
      </Button>
    </form>
  );
}
