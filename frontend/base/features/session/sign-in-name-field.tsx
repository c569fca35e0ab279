import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

/** Under which name a person signs in, for the forms that nobody is signed in for. */
export function SignInNameField(own: Pick<ComponentProps<"input">, "defaultValue" | "maxLength">) {
  const t = useTranslations("session");
  return (
    <label className="field-label">
      {t("name")}
      <input
        className="input"
        name="name"
        autoComplete="username"
        required
        autoCapitalize="none"
        spellCheck={false}
        {...own}
      />
    </label>
  );
}
