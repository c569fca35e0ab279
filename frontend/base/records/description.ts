import type { RecordField, RecordType } from "@softwhere/services/model/generated/record-types";
import type { SiteField } from "@softwhere/services/platform/backend/documents";

/** One field as screens need it: the model's and the site's own alike. */
export interface FieldDescription extends RecordField {
  /** Added by a site builder in Drupal, not in the model. */
  readonly ofSite?: boolean;
  /** For fields of the site: whether the backend lets the viewer change it. */
  readonly editable?: boolean;
}

export interface RecordDescription {
  readonly type: string;
  readonly labelField: string;
  readonly writable: boolean;
  readonly access: RecordType["access"];
  readonly ownerPath?: string;
  readonly fields: readonly FieldDescription[];
  /** Fields of rows that this type refers to, as lists may show them; their names are paths such as `park.account`. */
  readonly reached: readonly FieldDescription[];
  readonly workflow?: RecordType["workflow"];
}

export function describeSiteField(field: SiteField): FieldDescription {
  return {
    name: field.name,
    type: field.kind,
    label: field.labels,
    ofSite: true,
    editable: field.editable,
    ...(field.help && { help: field.help }),
    ...(field.required && { required: true }),
    ...(field.multiple && { multiple: true }),
    ...(field.kind === "list" &&
      field.options && { options: field.options.map(({ value, labels }) => ({ value, label: labels })) }),
    ...(typeof field.scale === "number" && { scale: field.scale }),
    ...(typeof field.max_length === "number" && { maxLength: field.max_length }),
  };
}

export function columnField(description: RecordDescription, path: string): FieldDescription | undefined {
  return (
    description.fields.find((field) => field.name === path) ?? description.reached.find((field) => field.name === path)
  );
}

export type Can = (permission: string) => boolean;

export function mayView(field: Pick<FieldDescription, "viewPermission">, can: Can): boolean {
  return !field.viewPermission || can(field.viewPermission);
}

/** Written with a change of state, by whoever makes it: who that was, and when. */
export function isMadeByTransition({ workflow }: RecordDescription, field: FieldDescription): boolean {
  const names = (workflow?.transitions ?? []).flatMap(({ by, writes }) => [...(by ? [by] : []), ...(writes ?? [])]);
  return names.includes(field.name) || (field.stamp !== undefined && names.includes(field.stamp));
}

/** Screens hide by it; the backend decides anyway. */
export function mayEdit(description: RecordDescription, field: FieldDescription, can: Can): boolean {
  if (!description.writable || field.immutable || field.name === description.workflow?.field) return false;
  if (field.type === "json" || isMadeByTransition(description, field)) return false;
  if (!can(description.access.edit)) return false;
  if (field.ofSite) return field.editable === true;
  return !field.editPermission || can(field.editPermission);
}

/** Kinds that a list can show and a person can sort by. */
export const sortable = (field: FieldDescription): boolean =>
  !field.multiple && !field.secret && !["file", "external_id", "change", "text", "json"].includes(field.type);
