"use client";
import {
  type PasswordProblem,
  passwordProblem,
  passwordStrength,
  passwordWords,
} from "@softwhere/services/platform/password-rule";
import { roleLabels } from "@softwhere/services/model/generated/labels";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useMemo } from "react";
import { queryClient } from "@/base/api/browser";
import { useBrandName } from "@/base/viewer/viewer";

const steps = ["weak", "fair", "good", "strong"] as const;

/** The passwords that everybody tries first: read when a password is set, never before. */
const loadCommon = async () => (await import("@softwhere/services/model/generated/common-passwords")).commonPasswords;

/** What is wrong with a password that is being written; undefined while it is empty. */
export function usePasswordProblem(password: string, name: string): PasswordProblem | undefined {
  const common = useCommon();
  const brand = useBrandName();
  const words = useMemo(() => passwordWords(roleLabels, brand), [brand]);
  return password === "" ? undefined : passwordProblem(password, { name, common, words });
}

function useCommon(): ReadonlySet<string> {
  // The sign-in pages have no provider.
  const { data } = useQuery(
    { queryKey: ["common-passwords"], queryFn: loadCommon, staleTime: Number.POSITIVE_INFINITY },
    queryClient,
  );
  return data ?? new Set<string>();
}

/** A new password, and while it is written how good it is or what it lacks. */
export function PasswordInput({
  id,
  value,
  name,
  required,
  help,
  onChange,
}: {
  /** Of the input, for its label. */
  readonly id: string;
  readonly value: string;
  readonly name: string;
  readonly required: boolean;
  readonly help: string;
  onChange(value: string): void;
}) {
  const t = useTranslations("password");
  const told = useId();
  const common = useCommon();
  const problem = usePasswordProblem(value, name);
  const strength = value === "" || problem ? undefined : passwordStrength(value, { name, common });
  return (
    <>
      <input
        id={id}
        className="input"
        type="password"
        autoComplete="new-password"
        required={required}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={told}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={told} className={problem ? "bad" : "quiet"} aria-live="polite">
        {problem ? t(`problems.${problem}`) : strength ? t(`strength.${strength}`) : help}
      </small>
      {value !== "" && (
        <span className={`strength ${strength ?? "none"}`} aria-hidden>
          {steps.map((step, index) => (
            <i key={step} className={strength && index <= steps.indexOf(strength) ? "on" : undefined} />
          ))}
        </span>
      )}
    </>
  );
}
