import type { EntityType, Field } from "./entity-model.ts";
import type { ExtensionSource } from "./model-source.ts";

interface Extension {
  readonly module: string;
  readonly extension: ExtensionSource;
  readonly fields: Readonly<Record<string, Field>>;
}

/** A type with what another module adds to it. */
export function extendedType(type: EntityType, { module, extension, fields: added }: Extension): EntityType {
  const place = `${module}: ${type.name}`;
  const { values = {}, schema_by = {}, values_by = {}, row_view, equal_paths = [], fill_from } = extension;
  const fields: Record<string, Field> = { ...type.fields, ...unknown(type.fields, added, place) };
  for (const [name, more] of Object.entries(values)) {
    const field = type.fields[name];
    if (!field?.extensible) throw new Error(`${place}.${name} takes no values of other modules`);
    const all = { ...field.values, ...unknown(field.values, more, `${place}.${name}`) };
    const modules = Object.fromEntries(Object.keys(more).map((value) => [value, module]));
    fields[name] = { ...field, values: all, valueModules: { ...field.valueModules, ...modules } };
  }
  for (const [name, more] of Object.entries(schema_by)) {
    const { [name]: field } = type.fields;
    if (!field?.schemaBy) throw new Error(`${place}.${name} has no shapes by a value`);
    const schemas = { ...field.schemaBy.schemas, ...unknown(field.schemaBy.schemas, more, `${place}.${name}`) };
    fields[name] = { ...field, schemaBy: { ...field.schemaBy, schemas } };
  }
  for (const [name, more] of Object.entries(values_by)) {
    const field = fields[name];
    if (!field?.valuesBy) throw new Error(`${place}.${name} has no values by another's`);
    const chosen = new Map(Object.entries(field.valuesBy.values));
    for (const [value, of] of Object.entries(more)) chosen.set(value, [...(chosen.get(value) ?? []), ...of]);
    fields[name] = { ...field, valuesBy: { ...field.valuesBy, values: Object.fromEntries(chosen) } };
  }
  const { rowView } = type;
  if (row_view && rowView?.kind !== "value") throw new Error(`${place} needs no permission by a value`);
  return {
    ...type,
    fields,
    ...(rowView?.kind === "value" && {
      rowView: {
        ...rowView,
        permissions: { ...rowView.permissions, ...unknown(rowView.permissions, row_view, place) },
      },
    }),
    equalPaths: [...type.equalPaths, ...equal_paths],
    ...(fill_from && { fillFrom: { ...type.fillFrom, ...fill_from } }),
  };
}

/** A row whose value names no permission needs that of viewing the type. */
export function withRowPermissions(type: EntityType): EntityType {
  const { rowView } = type;
  if (rowView?.kind !== "value") return type;
  const values = Object.keys(type.fields[rowView.field]?.values ?? {});
  const viewing = Object.fromEntries(values.map((value) => [value, type.access.view]));
  return { ...type, rowView: { ...rowView, permissions: { ...viewing, ...rowView.permissions } } };
}

function unknown<Value>(
  before: Readonly<Record<string, Value>> | undefined,
  more: Readonly<Record<string, Value>> = {},
  place: string,
): Readonly<Record<string, Value>> {
  const twice = Object.keys(more).find((name) => before && Object.hasOwn(before, name));
  if (twice !== undefined) throw new Error(`${place}.${twice} is already declared`);
  return more;
}
