import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwCheckSetting } from "../../../../model/generated/entities.ts";
import { amountOf } from "../../../../platform/money.ts";
import type { CheckSetting } from "../../../../base/control/index.ts";
import { type CheckId, isCheck } from "../check/rules/check.ts";

export const settingFields = (params: DrupalJsonApiParams): DrupalJsonApiParams =>
  params
    .addFields("sw_check_setting--sw_check_setting", [
      "check",
      "supplier",
      "line",
      "account",
      "valid_from",
      "valid_to",
      "enabled",
      "tolerance",
    ])
    .addSort("id");

/** Of one supplier, and of all. */
export const ofSupplier = (params: DrupalJsonApiParams, supplierId: string): DrupalJsonApiParams =>
  params
    .addGroup("supplier", "OR")
    .addFilter("supplier.id", null, "IS NULL", "supplier")
    .addFilter("supplier.id", supplierId, "=", "supplier");

/** Settings of these lines, or those for all lines; of one supplier and of all, or of every one. */
export function settingRead(supplierId?: string, lineIds?: readonly string[]) {
  const params = settingFields(new DrupalJsonApiParams()).addCustomParam({ page: { limit: 500 } });
  if (supplierId) ofSupplier(params, supplierId);
  if (lineIds) params.addFilter("line.id", [...lineIds], "IN");
  else params.addFilter("line.id", null, "IS NULL");
  return { type: "sw_check_setting" as const, params };
}

export function toSetting(setting: SwCheckSetting): CheckSetting<CheckId>[] {
  const { check, supplier, line, account, valid_from: from, valid_to: to, enabled, tolerance } = setting;
  if (!isCheck(check) || !from) return [];
  return [
    {
      check,
      supplierId: supplier?.id ?? null,
      subjectId: line?.id ?? null,
      accountId: account?.id ?? null,
      from,
      to: to ?? null,
      enabled: enabled ?? true,
      tolerance: tolerance ? amountOf(tolerance) : null,
    },
  ];
}
