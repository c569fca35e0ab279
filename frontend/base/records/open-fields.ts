import type { RecordField } from "@softwhere/services/model/generated/record-types";
import { isOpen } from "@softwhere/services/model/open-modules";
import type { Viewer } from "@softwhere/services/platform/backend/viewers";

/** Without what closed modules add to the type: fields, and values of its lists. */
export function openFields(
  fields: readonly RecordField[],
  { brandId, modules }: Pick<Viewer, "brandId" | "modules">,
): RecordField[] {
  if (brandId === null) return [...fields];
  const has = ({ module }: { readonly module?: string }) =>
    module === undefined || module === "sw_base" || modules.includes(module);
  return fields
    .filter((field) => has(field) && (field.target === undefined || isOpen(field.target, modules)))
    .map((field) => (field.options ? { ...field, options: field.options.filter(has) } : field));
}
