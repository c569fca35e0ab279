"use client";
import type { PasswordProblem } from "@softwhere/services/platform/password-rule";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { PasswordInput, usePasswordProblem } from "./password-input";

/** A new password and its repetition, as they are being written for the account with that sign-in name. */
export function useNewPassword(name: string) {
  const [value, setValue] = useState("");
  const [repeated, setRepeated] = useState("");
  const [compared, setCompared] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const lacks = usePasswordProblem(value, name);
  const differs = compared && value !== repeated;
  /** Otherwise the first field at fault has the cursor, and says why. */
  const isGood = (): boolean => {
    setCompared(true);
    const [first, second] = [...(fields.current?.querySelectorAll("input") ?? [])];
    if (lacks || value === "") first?.focus();
    else if (value !== repeated) second?.focus();
    return !lacks && value !== "" && value === repeated;
  };
  return { name, value, setValue, repeated, setRepeated, differs, isGood, fields };
}

export function NewPasswordFields({
  password,
  refused,
}: {
  readonly password: ReturnType<typeof useNewPassword>;
  /** What the backend found. */
  readonly refused: PasswordProblem | undefined;
}) {
  const t = useTranslations("password");
  const id = useId();
  const { name, value, setValue, repeated, setRepeated, differs, fields } = password;
  return (
    <div ref={fields} className="login-form">
      <div className="field-label">
        <label htmlFor={id}>{t("new")}</label>
        <PasswordInput id={id} value={value} name={name} required help={t("help")} onChange={setValue} />
        {refused && (
          <p className="field-reason" role="alert">
            {t(`problems.${refused}`)}
          </p>
        )}
      </div>
      <label className="field-label">
        {t("repeat")}
        <input
          className="input"
          type="password"
          autoComplete="new-password"
          required
          value={repeated}
          aria-invalid={differs}
          onChange={(event) => setRepeated(event.target.value)}
        />
        {differs && (
          <p className="field-reason" role="alert">
            {t("differs")}
          </p>
        )}
      </label>
    </div>
  );
}
