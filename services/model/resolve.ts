import { checkEntityModel } from "./check.ts";
import { extendedType, withRowPermissions } from "./extend.ts";
import type { CoreType, EntityModel, EntityType, EventKind, Field, Label, Role, RowView } from "./entity-model.ts";
import type {
  BundleSource,
  EntityTypeSource,
  FieldSource,
  ModelSource,
  Operation,
  RoleSource,
} from "./model-source.ts";

interface NamedSource {
  readonly module: string;
  readonly source: ModelSource;
}

const operations: readonly Operation[] = ["view", "create", "edit", "delete"];

/** Merges model files into one model with every default filled in. Throws `Error` on contradictions, naming the place. */
export function resolveEntityModel(sources: readonly NamedSource[]): EntityModel {
  const types: Record<string, EntityType> = {};
  const coreTypes: Record<string, CoreType> = {};
  const permissions: Record<string, Label> = {};
  const permissionModules: Record<string, string> = {};
  const permissionIncludes: Record<string, readonly string[]> = {};

  for (const { module, source } of sources) {
    for (const [name, type] of Object.entries(source.entity_types ?? {})) {
      if (types[name]) throw new Error(`${module}: entity type ${name} is already declared by ${types[name].module}`);
      types[name] = resolveType(module, name, type);
    }
    for (const [name, permission] of Object.entries(source.permissions ?? {})) {
      permissions[name] = permission.label;
      if (permission.includes) permissionIncludes[name] = permission.includes;
      permissionModules[name] ??= module;
    }
  }
  for (const { module, source } of sources) {
    for (const [name, extension] of Object.entries(source.extend ?? {})) {
      const fields = resolveFields(module, extension.fields);
      const own = types[name];
      if (own) types[name] = extendedType(own, { module, extension, fields });
      else {
        const before = coreTypes[name];
        const ownerSees = extension.owner_sees ?? before?.ownerSees;
        coreTypes[name] = {
          scope: "tenant",
          fields: { ...before?.fields, ...fields },
          ...(ownerSees && { ownerSees }),
        };
      }
    }
  }
  for (const [name, type] of Object.entries(types)) types[name] = withRowPermissions(type);
  for (const type of Object.values(types)) {
    for (const operation of operations) {
      const name = `${operation} ${type.name}`;
      if (type.access[operation] !== name) continue;
      permissions[name] = permissionLabel(operation, type);
      permissionModules[name] = type.module;
    }
  }
  const model: EntityModel = {
    modules: sources.map(({ module }) => module),
    types,
    coreTypes,
    permissions,
    permissionIncludes,
    permissionModules,
    roles: resolveRoles(sources, types),
    eventKinds: resolveEventKinds(sources),
    jsonSchemas: resolveJsonSchemas(sources),
  };
  checkEntityModel(model);
  return model;
}

function resolveType(module: string, name: string, type: EntityTypeSource): EntityType {
  const writable = type.writable ?? true;
  const access = Object.fromEntries(operations.map((op) => [op, type.access?.[op] ?? `${op} ${name}`]));
  return {
    name,
    label: { fr: type.label.fr, en: type.label.en },
    pluralLabel: { fr: type.label.fr_plural ?? type.label.fr, en: type.label.en_plural ?? type.label.en },
    ...(type.description && { description: type.description }),
    module,
    labelField: type.label_field,
    ...(type.label_pattern !== undefined && { labelPattern: type.label_pattern }),
    ...(type.search_rank !== undefined && { searchRank: type.search_rank }),
    scope: type.scope,
    ...(type.owner_path && { ownerPath: type.owner_path }),
    ...(type.owner_sees && { ownerSees: type.owner_sees }),
    access: {
      view: access["view"] ?? "",
      create: access["create"] ?? "",
      edit: access["edit"] ?? "",
      delete: access["delete"] ?? "",
    },
    writable,
    journal: type.journal ?? true,
    ...(type.row_view && { rowView: resolveRowView(type.row_view) }),
    fields: resolveFields(module, type.fields),
    unique: type.unique ?? [],
    indexes: type.indexes ?? [],
    equalPaths: type.equal_paths ?? [],
    periods: Object.entries(type.periods ?? {}).map(([field, rule]) => ({ field, ...rule })),
    ...(type.workflow && {
      workflow: {
        field: type.workflow.field,
        initial: type.workflow.initial,
        transitions: Object.entries(type.workflow.transitions).map(([transition, { not_by, at_most, ...value }]) => ({
          name: transition,
          ...value,
          requires: value.requires ?? [],
          ...(not_by !== undefined && { notBy: not_by }),
          ...(at_most !== undefined && { atMost: at_most }),
        })),
      },
    }),
  };
}

function resolveFields(module: string, fields: Record<string, FieldSource>): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, source]) => {
      const { max_length, max_size, view, edit, required, multiple, immutable, secret, ...others } = source;
      const { schema_by, values_by, values_were, ...rest } = others;
      const field: Field = {
        ...rest,
        name,
        module,
        required: required ?? false,
        multiple: multiple ?? false,
        immutable: immutable ?? false,
        secret: secret ?? false,
        ...(max_length !== undefined && { maxLength: max_length }),
        ...(max_size !== undefined && { maxBytes: parseSize(max_size) }),
        ...(view !== undefined && { viewPermission: view }),
        ...(edit !== undefined && { editPermission: edit }),
        ...(schema_by !== undefined && { schemaBy: schema_by }),
        ...(values_by !== undefined && { valuesBy: values_by }),
        ...(values_were !== undefined && { valuesWere: values_were }),
      };
      return [name, field];
    }),
  );
}

function resolveRoles(sources: readonly NamedSource[], types: Record<string, EntityType>): Record<string, Role> {
  const labels: Record<string, Label> = {};
  const declaredBy: Record<string, string> = {};
  const granted = new Map<string, Set<string>>();
  const bundles = resolveBundles(sources, types);
  for (const { module, source } of sources) {
    for (const [name, role] of Object.entries(source.roles ?? {})) {
      if (role.label) labels[name] = role.label;
      if (!labels[name]) throw new Error(`${module}: role ${name} has no label and no module before it declares one`);
      declaredBy[name] ??= module;
      const set = granted.get(name) ?? new Set<string>();
      for (const permission of [
        ...(role.permissions ?? []),
        ...typePermissions(role, { place: `${module}: roles.${name}`, bundles, types }),
      ])
        set.add(permission);
      granted.set(name, set);
    }
  }
  return Object.fromEntries(
    [...granted].map(([name, set]) => [
      name,
      {
        name,
        module: declaredBy[name] ?? "",
        label: labels[name] ?? { fr: name, en: name },
        permissions: [...set].sort(),
      },
    ]),
  );
}

function resolveEventKinds(sources: readonly NamedSource[]): Record<string, EventKind> {
  const kinds: Record<string, EventKind> = {};
  for (const { module, source } of sources) {
    for (const [name, kind] of Object.entries(source.event_kinds ?? {})) {
      if (kinds[name]) throw new Error(`${module}: event kind ${name} is already declared`);
      kinds[name] = { name, module, ...kind };
    }
  }
  return kinds;
}

function resolveJsonSchemas(sources: readonly NamedSource[]): EntityModel["jsonSchemas"] {
  const schemas: Record<string, EntityModel["jsonSchemas"][string]> = {};
  for (const { module, source } of sources) {
    for (const [name, schema] of Object.entries(source.json_schemas ?? {})) {
      if (schemas[name]) throw new Error(`${module}: json_schemas.${name} is already declared`);
      schemas[name] = { module, schema };
    }
  }
  return schemas;
}

/** The bundles of all files; a name is one module's. */
function resolveBundles(
  sources: readonly NamedSource[],
  types: Record<string, EntityType>,
): ReadonlyMap<string, BundleSource> {
  const bundles = new Map<string, BundleSource>();
  for (const { module, source } of sources) {
    for (const [name, bundle] of Object.entries(source.bundles ?? {})) {
      if (bundles.has(name)) throw new Error(`${module}: bundles.${name} is already declared`);
      for (const operation of operations)
        knownTypes(bundle[operation] ?? [], types, `${module}: bundles.${name}.${operation}`);
      bundles.set(name, bundle);
    }
  }
  return bundles;
}

function typePermissions(
  role: RoleSource,
  given: { place: string; bundles: ReadonlyMap<string, BundleSource>; types: Record<string, EntityType> },
): string[] {
  const { place, types } = given;
  const bundles = (role.types?.bundles ?? []).map((name) => {
    const bundle = given.bundles.get(name);
    if (!bundle) throw new Error(`${place}.types.bundles names the unknown bundle ${name}`);
    return bundle;
  });
  return operations.flatMap((operation) => {
    const own = role.types?.[operation] ?? [];
    const named = [own === "all" ? [] : own, ...bundles.map((bundle) => bundle[operation] ?? [])].flat();
    const all = own === "all" ? Object.values(types).filter((type) => grantedByAll(type, operation)) : [];
    return [...knownTypes(named, types, `${place}.types.${operation}`), ...all.map((type) => type.name)].map(
      (type) => `${operation} ${type}`,
    );
  });
}

function grantedByAll(type: EntityType, operation: Operation): boolean {
  return type.access[operation] === `${operation} ${type.name}` && (operation === "view" || type.writable);
}

function knownTypes(names: readonly string[], types: Record<string, EntityType>, place: string): readonly string[] {
  for (const name of names) if (!types[name]) throw new Error(`${place} names the unknown entity type ${name}`);
  return names;
}

function permissionLabel(operation: Operation, type: EntityType): Label {
  const verbs: Record<Operation, Label> = {
    view: { fr: "Voir", en: "View" },
    create: { fr: "Créer", en: "Create" },
    edit: { fr: "Modifier", en: "Edit" },
    delete: { fr: "Supprimer", en: "Delete" },
  };
  return {
    fr: `${verbs[operation].fr} : ${type.pluralLabel.fr}`,
    en: `${verbs[operation].en}: ${type.pluralLabel.en}`,
  };
}

function parseSize(size: string): number {
  const match = /^(\d+) (KB|MB)$/.exec(size);
  if (!match) throw new Error(`max_size must read like "20 MB", not "${size}"`);
  return Number(match[1]) * (match[2] === "MB" ? 1024 * 1024 : 1024);
}

function resolveRowView(source: NonNullable<EntityTypeSource["row_view"]>): RowView {
  if ("field" in source) return { kind: "value", ...source };
  if ("flag" in source) {
    const [field = "", ...through] = source.flag.split(".").reverse();
    return { kind: "flag", field, ...(through[0] && { through: through[0] }), permission: source.permission };
  }
  if ("permission_field" in source) return { kind: "permission", field: source.permission_field };
  return { kind: "user", field: source.user_field, ...(source.permission && { permission: source.permission }) };
}
