"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { CommonInputs } from "./common-inputs";
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
  const format = useFormat();
  return (
    <div className="plan-inputs">
      <CommonInputs
        draft={draft}
        example="deployment"
        owners={owners}
        me={me}
        disabled={disabled}
        onChange={(changes) => onChange({ ...draft, ...changes })}
      />
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
