import type { EntityModel, Field, RowView } from "../entity-model.ts";
import { allTypes, banner, importPart, importParts, type ModuleStep, partSource, wholeSource } from "./source.ts";

/** What lists, panels and forms for any type are made of: fields in their order, rights by name, workflow. For the console's server side. */
export function recordTypesSource(step: ModuleStep): string {
  return `${banner}\n${importPart}\n${partSource("recordTypes", step, recordTypes)}`;
}

function recordTypes(model: EntityModel) {
  return Object.fromEntries(
    allTypes(model).map(({ name, module: own, fields }) => {
      const type = model.types[name];
      return [
        name,
        {
          labelField: type?.labelField ?? (name === "user" ? "display_name" : "filename"),
          writable: type?.writable ?? false,
          access: type?.access ?? {
            view: "authenticated",
            create: "administer brand",
            edit: "administer brand",
            delete: "administer brand",
          },
          ...(type?.journal === false && { journal: false }),
          ...(type?.ownerPath && { ownerPath: type.ownerPath }),
          ...rowPermissionsOf(type?.rowView),
          ...(type?.searchRank !== undefined && { searchRank: type.searchRank }),
          fields: fields.map((field) => recordField(field, own)),
          ...(type?.workflow && {
            workflow: {
              field: type.workflow.field,
              initial: type.workflow.initial,
              transitions: type.workflow.transitions,
            },
          }),
        },
      ];
    }),
  );
}

function rowPermissionsOf(view: RowView | undefined): { readonly rowPermissions?: readonly string[] } {
  if (view?.kind === "flag") return { rowPermissions: [view.permission] };
  return view?.kind === "value" ? { rowPermissions: [...new Set(Object.values(view.permissions))] } : {};
}

export function allRecordTypesSource(modules: readonly string[]): string {
  return `${banner}
import type { Label } from "../entity-model.ts";
${importParts(modules, "record-types")}
export interface RecordField {
  readonly name: string;
  readonly type: string;
  readonly label: Label;
  readonly help?: Label;
  readonly required?: boolean;
  readonly immutable?: boolean;
  readonly multiple?: boolean;
  readonly secret?: boolean;
  readonly target?: string;
  readonly maxLength?: number;
  readonly scale?: number;
  readonly extensions?: readonly string[];
  readonly options?: readonly RecordOption[];
  readonly viewPermission?: string;
  readonly editPermission?: string;
  readonly search?: string;
  /** How texts of the field are normalised, where its type alone doesn't say it. */
  readonly format?: string;
  readonly default?: string | number | boolean;
  /** The field of the row whose last change it is the day of. */
  readonly stamp?: string;
  /** The module that adds the field to another one's type. */
  readonly module?: string;
}

export interface RecordOption {
  readonly value: string;
  readonly label: Label;
  /** The module that adds the value to another one's list. */
  readonly module?: string;
}

export interface RecordTransition {
  readonly name: string;
  readonly label: Label;
  readonly from: readonly string[];
  readonly to: string;
  readonly permission?: string;
  readonly requires: readonly string[];
  /** A screen of its own knows who may and for whom. */
  readonly by?: string;
  readonly notBy?: string;
  readonly atMost?: object;
  readonly writes?: readonly string[];
}

export interface RecordType {
  readonly labelField: string;
  readonly writable: boolean;
  readonly access: Readonly<Record<"view" | "create" | "edit" | "delete", string>>;
  /** Absent: changes are in the journal. */
  readonly journal?: false;
  readonly ownerPath?: string;
  /** What seeing some of its rows needs besides. */
  readonly rowPermissions?: readonly string[];
  readonly searchRank?: number;
  readonly fields: readonly RecordField[];
  readonly workflow?: {
    readonly field: string;
    /** States a new row may begin in. */
    readonly initial: readonly string[];
    readonly transitions: readonly RecordTransition[];
  };
}

${wholeSource("recordTypes", "RecordType", modules)}`;
}

/** `own`: the type's module. Fields of Drupal core are everybody's. */
function recordField(field: Field, own: string): Record<string, unknown> {
  const {
    name,
    type,
    label,
    help,
    required,
    immutable,
    multiple,
    secret,
    target,
    maxLength,
    scale,
    extensions,
    viewPermission,
    editPermission,
    search,
    format,
  } = field;
  return {
    name,
    type,
    label,
    ...(help && { help }),
    ...(required && { required }),
    ...(immutable && { immutable }),
    ...(multiple && { multiple }),
    ...(secret && { secret }),
    ...(target && { target }),
    ...(maxLength && { maxLength }),
    ...(scale !== undefined && { scale }),
    ...(extensions && { extensions }),
    ...(field.values && { options: optionsOf(field) }),
    ...(viewPermission && { viewPermission }),
    ...(editPermission && { editPermission }),
    ...(search && { search }),
    ...((format === "phone" || format === "code") && { format }),
    ...(field.default !== undefined && { default: field.default }),
    ...(field.stamp !== undefined && { stamp: field.stamp }),
    ...(field.module !== own && field.module !== "core" && { module: field.module }),
  };
}

function optionsOf({ values = {}, valueModules = {} }: Field) {
  return Object.entries(values).map(([value, label]) => {
    const module = valueModules[value];
    return { value, label, ...(module && { module }) };
  });
}
