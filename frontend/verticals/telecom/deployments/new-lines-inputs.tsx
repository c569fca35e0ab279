"use client";
import { useTranslations } from "next-intl";
import { DayInput } from "@/base/editing/day-input";
import { useFormat } from "@/base/format/format";
import type { NamedChoice, NewLinesDraft } from "./new-lines-draft";

interface NewLinesInputsProps {
  readonly draft: NewLinesDraft;
  readonly owners: readonly NamedChoice[];
  readonly me: string | null;
  readonly parks: readonly {
    readonly id: string;
    readonly kind: string;
    readonly operator: string;
    readonly site: string | null;
  }[];
  readonly billingSites: readonly NamedChoice[];
  readonly disabled: boolean;
  readonly onChange: (draft: NewLinesDraft) => void;
}

/** What all new lines of a deployment have in common. */
export function NewLinesInputs({ draft, owners, me, parks, billingSites, disabled, onChange }: NewLinesInputsProps) {
  const t = useTranslations("telecom.deployments.newLines");
  const inputs = useTranslations("telecom.deployments.inputs");
  const format = useFormat();
  return (
    <div className="plan-inputs">
      <label className="field-label">
        {inputs("name")}
        <input
          className="input"
          maxLength={160}
          placeholder={inputs("nameExample.deployment")}
          value={draft.name}
          disabled={disabled}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </label>
      <label className="field-label">
        {inputs("plannedOn")}
        <DayInput
          value={draft.plannedOn}
          disabled={disabled}
          onValue={(day, isDay) => onChange({ ...draft, plannedOn: isDay ? day : "" })}
        />
      </label>
      <label className="field-label">
        {inputs("owner")}
        <select
          className="select"
          value={draft.owner === "me" ? (me ?? "") : draft.owner}
          disabled={disabled}
          onChange={(event) => onChange({ ...draft, owner: event.target.value })}
        >
          <option value="">{inputs("nobody")}</option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field-label">
        {t("park")}
        <select
          className="select"
          value={draft.parkId}
          disabled={disabled}
          onChange={(event) => onChange({ ...draft, parkId: event.target.value })}
        >
          <option value="">{t("choose")}</option>
          {parks.map(({ id, kind, operator, site }) => (
            <option key={id} value={id}>
              {[format.valueLabel("sw_park", "kind", kind), operator, site].filter(Boolean).join(" / ")}
            </option>
          ))}
        </select>
      </label>
      <label className="field-label">
        {t("billingSite")}
        <select
          className="select"
          value={draft.billingSiteId}
          disabled={disabled}
          onChange={(event) => onChange({ ...draft, billingSiteId: event.target.value })}
        >
          <option value="">{t("notBilled")}</option>
          {billingSites.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
