import type { FieldType, JsonSchema, Label, SchemaChoice, ValueChoice } from "./entity-model.ts";

/** A model file as written, after its JSON Schema accepted it. Every key is explained in entity_model.schema.json. */
export interface ModelSource {
  permissions?: Record<string, { label: Label; includes?: string[] }>;
  bundles?: Record<string, BundleSource>;
  roles?: Record<string, RoleSource>;
  entity_types?: Record<string, EntityTypeSource>;
  extend?: Record<string, ExtensionSource>;
  event_kinds?: Record<string, EventKindSource>;
  json_schemas?: Record<string, JsonSchema>;
}

export interface ExtensionSource {
  scope?: "tenant";
  owner_sees?: { field: string; values: string[] };
  fields: Record<string, FieldSource>;
  values?: Record<string, Record<string, Label>>;
  schema_by?: Record<string, Record<string, string>>;
  values_by?: Record<string, Record<string, string[]>>;
  row_view?: Record<string, string>;
  equal_paths?: [string, string][];
  fill_from?: Record<string, string>;
}

export interface EventKindSource {
  label: Label;
  on?: { type: string; operations: ("create" | "update")[]; field?: string; to?: string[] };
  due?: { type: string; field: string; when: "today" | "past"; while: { field: string; value: string } };
  digest?: { type: string; every: "week" };
  audience: { field?: string; account?: true; permission?: string };
  channels: { console: boolean; mail: boolean };
  open?: { page?: string; panel?: string };
  one: Label;
  many: Label;
}

export type Operation = "view" | "create" | "edit" | "delete";

/** Lists of types that several roles share. */
export type BundleSource = Partial<Record<Operation, string[]>>;

export interface RoleSource {
  label?: Label;
  types?: Partial<Record<Operation, "all" | string[]>> & { bundles?: string[] };
  permissions?: string[];
}

export interface FieldSource {
  type: FieldType;
  label: Label;
  help?: Label;
  required?: boolean;
  multiple?: boolean;
  immutable?: boolean;
  secret?: boolean;
  default?: string | number | boolean;
  max_length?: number;
  pattern?: string;
  format?: "time_zone" | "module" | "phone" | "code";
  stamp?: string;
  names?: "roles" | "event_kinds";
  country?: string[];
  min?: number;
  max?: number;
  precision?: number;
  scale?: number;
  values?: Record<string, Label>;
  extensible?: true;
  values_by?: ValueChoice;
  was?: string;
  values_were?: Record<string, string>;
  target?: string;
  extensions?: string[];
  max_size?: string;
  view?: string;
  edit?: string;
  search?: "text" | "phone";
  schema?: string;
  schema_by?: SchemaChoice;
}

export interface TransitionSource {
  label: Label;
  from: string[];
  to: string;
  permission?: string;
  requires?: string[];
  writes?: string[];
  by?: string;
  not_by?: string;
  at_most?: { setting: string; of: string; by: string; sum: string; where: Record<string, string[]> };
}

export interface EntityTypeSource {
  label: Label & { fr_plural?: string; en_plural?: string };
  description?: Label;
  label_field: string;
  label_pattern?: string;
  search_rank?: number;
  scope: "tenant" | "platform";
  owner_path?: string;
  owner_sees?: "used";
  access?: Partial<Record<Operation, string>>;
  writable?: boolean;
  journal?: boolean;
  row_view?:
    | { flag: string; permission: string }
    | { field: string; permissions: Record<string, string> }
    | { permission_field: string }
    | { user_field: string; permission?: string };
  fields: Record<string, FieldSource>;
  unique?: string[][];
  indexes?: string[][];
  equal_paths?: [string, string][];
  periods?: Record<string, { type: string; parent: string; applied?: string; until?: string }>;
  workflow?: {
    field: string;
    initial: string[];
    transitions: Record<string, TransitionSource>;
  };
}
