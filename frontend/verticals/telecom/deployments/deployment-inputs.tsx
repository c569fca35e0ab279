"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { telecomApi } from "../api";
import { type CommonDraft, ownerOf } from "./common-draft";
import { CommonInputs } from "./common-inputs";
import {
  deploymentOrder,
  type ActionKind,
  type DeploymentOrder,
  lineActionKinds,
} from "@softwhere/services/verticals/telecom/domain/deployment-order";

/** What the person has filled in so far. */
export interface DeploymentDraft extends CommonDraft {
  readonly kind: ActionKind;
  readonly details: string;
  readonly sim: "sim" | "esim";
  readonly quantity: number;
  readonly deliverySite: string;
  readonly deliveryContact: string;
}

/** The order that a draft makes, or nothing while something is missing. */
export function orderOf(draft: DeploymentDraft, me: string | null): DeploymentOrder | null {
  const work =
    draft.kind === "order_sim"
      ? {
          kind: draft.kind,
          sim: draft.sim,
          quantity: draft.quantity,
          deliverySiteId: draft.deliverySite || null,
          deliveryContactId: draft.deliveryContact || null,
        }
      : { kind: draft.kind, details: draft.details };
  return (
    deploymentOrder.safeParse({
      name: draft.name,
      plannedOn: draft.plannedOn,
      ownerId: ownerOf(draft, me),
      work,
    }).data ?? null
  );
}

interface DeploymentInputsProps {
  readonly mode: "deployment" | "sim";
  readonly draft: DeploymentDraft;
  readonly owners: readonly { readonly id: string; readonly name: string }[];
  readonly me: string | null;
  readonly lineIds: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (draft: DeploymentDraft) => void;
}

export function DeploymentInputs({ mode, draft, owners, me, lineIds, disabled, onChange }: DeploymentInputsProps) {
  const t = useTranslations("telecom.deployments.inputs");
  const format = useFormat();
  const places = useQuery(
    telecomApi.bulk.choices.queryOptions({ lineIds: [...lineIds] }, { enabled: mode === "sim", staleTime: 60_000 }),
  );
  const oneAccount = places.data?.accounts === 1;
  return (
    <div className="plan-inputs">
      <CommonInputs
        draft={draft}
        example={mode}
        owners={owners}
        me={me}
        disabled={disabled}
        onChange={(changes) => onChange({ ...draft, ...changes })}
      />
      {mode === "deployment" && (
        <>
          <label className="field-label">
            {t("kind")}
            <select
              className="select"
              value={draft.kind}
              disabled={disabled}
              onChange={(event) =>
                onChange({
                  ...draft,
                  kind: lineActionKinds.find((kind) => kind === event.target.value) ?? "modify_line",
                })
              }
            >
              {lineActionKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {format.valueLabel("sw_action", "operation", kind)}
                </option>
              ))}
            </select>
          </label>
          <label className="field-label wide">
            {t("details")}
            <textarea
              className="input"
              rows={2}
              maxLength={2000}
              value={draft.details}
              disabled={disabled}
              onChange={(event) => onChange({ ...draft, details: event.target.value })}
            />
          </label>
        </>
      )}
      {mode === "sim" && (
        <>
          <label className="field-label">
            {t("sim")}
            <select
              className="select"
              value={draft.sim}
              disabled={disabled}
              onChange={(event) => onChange({ ...draft, sim: event.target.value === "esim" ? "esim" : "sim" })}
            >
              {(["sim", "esim"] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {format.valueLabel("sw_sim", "kind", kind)}
                </option>
              ))}
            </select>
          </label>
          <label className="field-label">
            {t("quantity")}
            <input
              className="input"
              type="number"
              min={1}
              max={10}
              value={draft.quantity}
              disabled={disabled}
              onChange={(event) => onChange({ ...draft, quantity: Number(event.target.value) })}
            />
          </label>
          <label className="field-label">
            {t("deliverySite")}
            <select
              className="select"
              value={draft.deliverySite}
              disabled={disabled || !oneAccount}
              onChange={(event) => onChange({ ...draft, deliverySite: event.target.value })}
            >
              <option value="">{t("ownSite")}</option>
              {oneAccount &&
                places.data?.sites.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
          <label className="field-label">
            {t("deliveryContact")}
            <select
              className="select"
              value={draft.deliveryContact}
              disabled={disabled || !oneAccount}
              onChange={(event) => onChange({ ...draft, deliveryContact: event.target.value })}
            >
              <option value="">{t("nobody")}</option>
              {oneAccount &&
                places.data?.contacts.map(({ id, name, role }) => (
                  <option key={id} value={id}>
                    {[name, role].filter(Boolean).join(" · ")}
                  </option>
                ))}
            </select>
          </label>
        </>
      )}
    </div>
  );
}
