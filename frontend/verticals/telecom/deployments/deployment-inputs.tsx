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
  type ArticleWork,
  type DeploymentOrder,
  isArticleWork,
  lineActionKinds,
} from "@softwhere/services/verticals/telecom/domain/deployment-order";

/** What the person has filled in so far. */
export interface DeploymentDraft extends CommonDraft {
  readonly kind: ActionKind;
  readonly details: string;
  /** Of the article that is added; empty: it is described in words. */
  readonly code: string;
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
      : isArticleWork(draft.kind)
        ? { kind: draft.kind, code: draft.code || null, quantity: draft.quantity, details: draft.details }
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
                  code: "",
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
          {isArticleWork(draft.kind) && (
            <ArticleInputs kind={draft.kind} draft={draft} lineIds={lineIds} disabled={disabled} onChange={onChange} />
          )}
          <label className="field-label">
            {t(draft.code ? "detailsIfAny" : "details")}
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
          <QuantityInput most={10} draft={draft} disabled={disabled} onChange={onChange} />
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

type ArticleInputsProps = Pick<DeploymentInputsProps, "draft" | "lineIds" | "disabled" | "onChange">;

/** What of the catalogue is added, and how many of it: its price is the catalogue's. */
function ArticleInputs({ kind, draft, lineIds, disabled, onChange }: ArticleInputsProps & { kind: ArticleWork }) {
  const t = useTranslations("telecom.deployments.inputs");
  const format = useFormat();
  const articles = useQuery(
    telecomApi.deployments.articles.queryOptions(
      { kind, lineIds: lineIds.slice(0, 400), on: draft.plannedOn },
      { enabled: draft.plannedOn !== "", staleTime: 60_000 },
    ),
  );
  const offered = articles.data ?? [];
  const labelOf = ({ name, code, sell }: (typeof offered)[number]) =>
    [
      name,
      code,
      sell === undefined
        ? null
        : sell
          ? t("price", { amount: format.money(Number(sell.net)), kind, period: sell.period })
          : t("noPrice"),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <label className="field-label two-columns">
        {t("article")}
        <select
          className="select"
          value={draft.code}
          disabled={disabled || articles.isPending}
          onChange={(event) => onChange({ ...draft, code: event.target.value })}
        >
          <option value="">{t(articles.isError ? "articlesFailed" : "inWords")}</option>
          {offered.map((article) => (
            <option key={article.code} value={article.code}>
              {labelOf(article)}
            </option>
          ))}
        </select>
      </label>
      <QuantityInput most={100_000} draft={draft} disabled={disabled} onChange={onChange} />
    </>
  );
}

type QuantityInputProps = Pick<DeploymentInputsProps, "draft" | "disabled" | "onChange"> & { readonly most: number };

function QuantityInput({ most, draft, disabled, onChange }: QuantityInputProps) {
  const t = useTranslations("telecom.deployments.inputs");
  return (
    <label className="field-label">
      {t("quantity")}
      <input
        className="input"
        type="number"
        min={1}
        max={most}
        value={draft.quantity}
        disabled={disabled}
        onChange={(event) => onChange({ ...draft, quantity: Number(event.target.value) })}
      />
    </label>
  );
}
