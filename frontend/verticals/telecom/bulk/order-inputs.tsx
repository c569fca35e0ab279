"use client";
import { DayInput } from "@/base/editing/day-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { telecomApi } from "../api";
import {
  contactPurposes,
  type LineAction,
  type LineOrder,
} from "@softwhere/services/verticals/telecom/domain/line-order";

/** What the person has filled in so far. */
export interface OrderDraft {
  readonly on: string;
  /** A chosen row's id; `none` takes the reference away. */
  readonly target: string;
  /** What a contact is assigned for. */
  readonly purpose: (typeof contactPurposes)[number];
}

/** The order that a draft makes, or nothing while something is missing. */
export function orderOf(action: LineAction, draft: OrderDraft): LineOrder | null {
  const { on, target } = draft;
  const reference = target === "none" ? null : target;
  switch (action) {
    case "suspend":
    case "resume":
    case "keep":
      return { action };
    case "terminate":
      return on ? { action, on } : null;
    case "move-site":
      return target ? { action, siteId: reference } : null;
    case "move-billing-site":
      return target ? { action, billingSiteId: reference } : null;
    case "move-park":
      return target ? { action, parkId: target } : null;
    case "add-option":
      return target && on ? { action, itemId: target, from: on } : null;
    case "remove-option":
      return target && on ? { action, itemId: target, on } : null;
    case "assign-contact":
      return target ? { action, contactId: target, purpose: draft.purpose } : null;
  }
}

interface OrderInputsProps {
  readonly action: LineAction;
  readonly lineIds: readonly string[];
  readonly draft: OrderDraft;
  readonly disabled: boolean;
  readonly onChange: (draft: OrderDraft) => void;
}

export function OrderInputs({ action, lineIds, draft, disabled, onChange }: OrderInputsProps) {
  const t = useTranslations("telecom.bulk.inputs");
  const format = useFormat();
  const needsTarget = action.startsWith("move-") || action.endsWith("-option") || action === "assign-contact";
  const needsDay = action === "terminate" || action.endsWith("-option");
  const choices = useQuery(
    telecomApi.bulk.choices.queryOptions({ lineIds: [...lineIds] }, { enabled: needsTarget, staleTime: 60_000 }),
  );
  if (!needsTarget && !needsDay) return null;
  const { label, rows, none } = {
    "move-site": { label: t("site"), rows: choices.data?.sites ?? [], none: true },
    "move-billing-site": { label: t("billingSite"), rows: choices.data?.billingSites ?? [], none: true },
    "move-park": {
      label: t("park"),
      rows: (choices.data?.parks ?? []).map((park) => ({
        id: park.id,
        name: [`${format.valueLabel("sw_park", "kind", park.kind)} / ${park.operator}`, park.site]
          .filter(Boolean)
          .join(" · "),
      })),
      none: false,
    },
    "add-option": { label: t("option"), rows: choices.data?.options ?? [], none: false },
    "remove-option": { label: t("option"), rows: choices.data?.options ?? [], none: false },
    "assign-contact": {
      label: t("contact"),
      rows: (choices.data?.contacts ?? []).map((contact) => ({
        id: contact.id,
        name: [contact.name, contact.role, contact.account].filter(Boolean).join(" · "),
      })),
      none: false,
    },
  }[action as "move-site"] ?? { label: "", rows: [], none: false };
  return (
    <div className="plan-inputs">
      {needsTarget && (
        <label className="field-label">
          {label}
          <select
            className="select"
            value={draft.target}
            disabled={disabled || choices.isPending}
            onChange={(event) => onChange({ ...draft, target: event.target.value })}
          >
            <option value="">{t("choose")}</option>
            {none && <option value="none">{t("none")}</option>}
            {rows.map((row) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {action === "assign-contact" && (
        <label className="field-label">
          {t("purpose")}
          <select
            className="select"
            value={draft.purpose}
            disabled={disabled}
            onChange={(event) =>
              onChange({
                ...draft,
                purpose: contactPurposes.find((purpose) => purpose === event.target.value) ?? "site",
              })
            }
          >
            {contactPurposes.map((purpose) => (
              <option key={purpose} value={purpose}>
                {format.valueLabel("sw_assignment", "purpose", purpose)}
              </option>
            ))}
          </select>
        </label>
      )}
      {needsDay && (
        <label className="field-label">
          {action === "add-option" ? t("from") : t("on")}
          <DayInput
            value={draft.on}
            disabled={disabled}
            onValue={(day, isDay) => onChange({ ...draft, on: isDay ? day : "" })}
          />
        </label>
      )}
    </div>
  );
}
