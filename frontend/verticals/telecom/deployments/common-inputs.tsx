"use client";
import { useTranslations } from "next-intl";
import { DayInput } from "@/base/editing/day-input";
import type { CommonDraft } from "./common-draft";

interface CommonInputsProps {
  readonly draft: CommonDraft;
  readonly example: "deployment" | "sim";
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly me: string | null;
  readonly disabled: boolean;
  readonly onChange: (changes: Partial<CommonDraft>) => void;
}

export function CommonInputs({ draft, example, owners, me, disabled, onChange }: CommonInputsProps) {
  const t = useTranslations("telecom.deployments.inputs");
  return (
    <>
      <label className="field-label">
        {t("name")}
        <input
          className="input"
          maxLength={160}
          placeholder={t(`nameExample.${example}`)}
          value={draft.name}
          disabled={disabled}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </label>
      <label className="field-label">
        {t("plannedOn")}
        <DayInput
          value={draft.plannedOn}
          disabled={disabled}
          onValue={(day, isDay) => onChange({ plannedOn: isDay ? day : "" })}
        />
      </label>
      <label className="field-label">
        {t("owner")}
        <select
          className="select"
          value={draft.owner === "me" ? (me ?? "") : draft.owner}
          disabled={disabled}
          onChange={(event) => onChange({ owner: event.target.value })}
        >
          <option value="">{t("nobody")}</option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
