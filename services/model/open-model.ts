import type { CoreType, EntityModel, EntityType, Field, ValueChoice } from "./entity-model.ts";
import { typeOfEvent } from "./event-type.ts";

const base = "sw_base";

/** The installation's modules that a brand may have or not. */
export function closableModules(model: EntityModel): readonly string[] {
  return model.modules.filter((module) => module !== base);
}

/** The model as it is for a brand with these modules open: what the others bring does not exist in it. */
export function openModel(model: EntityModel, open: Iterable<string>): EntityModel {
  const closed = new Set(closableModules(model));
  for (const module of open) closed.delete(module);
  if (closed.size === 0) return model;
  const kept = Object.values(model.types).filter((type) => !closed.has(type.module));
  const names = new Set([...kept.map(({ name }) => name), ...Object.keys(model.coreTypes), "user", "file"]);
  const fieldsOf = (fields: Readonly<Record<string, Field>>) =>
    Object.fromEntries(
      Object.entries(fields).filter(
        ([name, { module, target }]) =>
          // A site builder's own field belongs to no module.
          (!closed.has(module) || name.startsWith("field_")) && (target === undefined || names.has(target)),
      ),
    );
  const permissions = Object.fromEntries(
    Object.entries(model.permissions).filter(([name]) => !closed.has(model.permissionModules[name] ?? base)),
  );
  const openTypes = Object.fromEntries(
    kept.map((type) => {
      const open = withOpenValues(type, closed);
      return [type.name, withFields(open, fieldsOf(open.fields))];
    }),
  );
  const core: Record<string, CoreType> = Object.fromEntries(
    Object.entries(model.coreTypes).map(([name, type]) => [name, { ...type, fields: fieldsOf(type.fields) }]),
  );
  const leads = (type: EntityType, path: string) => {
    let fields: Readonly<Record<string, Field>> | undefined = type.fields;
    for (const step of path.split(".")) {
      const field: Field | undefined = fields?.[step];
      if (!field) return false;
      fields = openTypes[field.target ?? ""]?.fields ?? core[field.target ?? ""]?.fields;
    }
    return true;
  };
  return {
    ...model,
    types: Object.fromEntries(
      Object.values(openTypes).map(({ fillFrom, ...type }) => [
        type.name,
        {
          ...type,
          ...filled(Object.entries(fillFrom ?? {}).filter(([, path]) => leads(type, path))),
          equalPaths: type.equalPaths.filter((pair) => pair.every((path) => leads(type, path))),
          periods: type.periods.filter((rule) => openTypes[rule.type] && type.fields[rule.field]),
        },
      ]),
    ),
    coreTypes: core,
    permissions,
    roles: Object.fromEntries(
      Object.values(model.roles)
        .filter((role) => !closed.has(role.module))
        .map((role) => [
          role.name,
          {
            ...role,
            permissions: role.permissions.filter((name) => isOpenPermission(model, permissions, closed, name)),
          },
        ]),
    ),
    eventKinds: Object.fromEntries(
      Object.entries(model.eventKinds).filter(([, kind]) => !closed.has(kind.module) && names.has(typeOfEvent(kind))),
    ),
  };
}

/** Which of the permissions that a role names are there with these modules: of no closed module, and on no type of one. */
export function openPermissions(model: EntityModel, open: EntityModel): (name: string) => boolean {
  const closed = new Set(
    Object.values(model.types).flatMap((type) => (Object.hasOwn(open.types, type.name) ? [] : [type.module])),
  );
  return (name) => isOpenPermission(model, open.permissions, closed, name);
}

function isOpenPermission(
  model: EntityModel,
  permissions: EntityModel["permissions"],
  closed: ReadonlySet<string>,
  name: string,
): boolean {
  if (Object.hasOwn(model.permissions, name)) return Object.hasOwn(permissions, name);
  const type = /^(?:view|create|edit|delete) (.+)$/.exec(name)?.[1] ?? "";
  return !(Object.hasOwn(model.types, type) && closed.has(model.types[type]?.module ?? base));
}

const filled = (paths: [string, string][]) => (paths.length > 0 ? { fillFrom: Object.fromEntries(paths) } : {});

/** The values of the type's lists that closed modules bring. */
export function closedValues(all: EntityType, open: EntityType): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.values(open.fields).flatMap(({ name, values = {} }) => {
      const closed = Object.keys(all.fields[name]?.valueModules ?? {}).filter((value) => !Object.hasOwn(values, value));
      return closed.length > 0 ? [[name, closed] as const] : [];
    }),
  );
}

/** A type without the values that closed modules add to its lists, and what hangs on them. */
function withOpenValues(type: EntityType, closed: ReadonlySet<string>): EntityType {
  const without = <Value>(field: string, byValue: Readonly<Record<string, Value>>) => {
    const modules = type.fields[field]?.valueModules ?? {};
    return Object.fromEntries(Object.entries(byValue).filter(([value]) => !closed.has(modules[value] ?? base)));
  };
  const openChoice = (name: string, { field, values }: ValueChoice) =>
    Object.fromEntries(
      Object.entries(without(field, values)).map(([value, of]) => [
        value,
        of.filter((one) => !closed.has(type.fields[name]?.valueModules?.[one] ?? base)),
      ]),
    );
  const { rowView } = type;
  return {
    ...type,
    fields: Object.fromEntries(
      Object.entries(type.fields).map(([name, field]) => {
        const { values, valueModules, schemaBy, valuesBy, ...rest } = field;
        const open = valueModules ? without(name, valueModules) : {};
        return [
          name,
          {
            ...rest,
            ...(values && { values: without(name, values) }),
            ...(Object.keys(open).length > 0 && { valueModules: open }),
            ...(schemaBy && { schemaBy: { ...schemaBy, schemas: without(schemaBy.field, schemaBy.schemas) } }),
            ...(valuesBy && { valuesBy: { ...valuesBy, values: openChoice(name, valuesBy) } }),
          },
        ];
      }),
    ),
    ...(rowView?.kind === "value" && {
      rowView: { ...rowView, permissions: without(rowView.field, rowView.permissions) },
    }),
  };
}

function withFields(type: EntityType, fields: Readonly<Record<string, Field>>): EntityType {
  const has = (key: readonly string[]) => key.every((name) => Object.hasOwn(fields, name));
  return { ...type, fields, unique: type.unique.filter(has), indexes: type.indexes.filter(has) };
}
