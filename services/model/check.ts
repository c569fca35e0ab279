import type { EntityModel, EntityType, EventKind, Field, PeriodRule, RowView, SumLimit } from "./entity-model.ts";
import { patternFields } from "./label-pattern.ts";

/** What a JSON Schema can't say: names that must exist, paths that must lead somewhere. Throws `Error` naming the place. */
export function checkEntityModel(model: EntityModel): void {
  const problems: string[] = [];
  const targets = new Set([...Object.keys(model.types), ...Object.keys(model.coreTypes)]);
  const permission = (name: string | undefined, place: string) => {
    if (name && name !== "authenticated" && !model.permissions[name])
      problems.push(`${place} names the unknown permission "${name}"`);
  };

  for (const type of Object.values(model.types)) {
    for (const [operation, name] of Object.entries(type.access)) permission(name, `${type.name}.access.${operation}`);
    if (!type.fields[type.labelField])
      problems.push(`${type.name}.label_field names the unknown field ${type.labelField}`);
    checkLabelPattern(type, problems);
    for (const field of Object.values(type.fields)) {
      const place = `${type.name}.${field.name}`;
      permission(field.viewPermission, `${place}.view`);
      permission(field.editPermission, `${place}.edit`);
      if (field.type === "reference" && !targets.has(field.target ?? ""))
        problems.push(`${place} targets the unknown type ${field.target}`);
      if ((field.type === "list" || field.type === "state") && !field.values) problems.push(`${place} has no values`);
      if (field.type === "json") checkJson(model, type, field, problems);
      checkValues(type, field, problems);
      if (field.format && field.type !== "string") problems.push(`${place}.format is for strings`);
      if (field.country && field.format !== "phone") problems.push(`${place}.country is for phone numbers`);
      for (const path of field.country ?? []) checkCountry(model, type, { field, path }, problems);
      if (field.default !== undefined && field.values && !field.values[String(field.default)])
        problems.push(`${place}.default is not one of its values`);
      if (["id", "type", "links", "meta", "brand", "created", "changed", "version"].includes(field.name))
        problems.push(`${place} uses a reserved name`);
    }
    for (const name of [...type.unique.flat(), ...type.indexes.flat()]) {
      if (!type.fields[name]) problems.push(`${type.name} indexes the unknown field ${name}`);
      else if (type.fields[name].type === "json") problems.push(`${type.name} indexes the json field ${name}`);
    }
    if (type.ownerPath && type.ownerSees) problems.push(`${type.name} has an owner, so owner_sees says nothing of it`);
    if (type.ownerPath && type.ownerPath !== "self") checkPath(model, type, type.ownerPath, problems);
    for (const path of type.equalPaths.flat()) checkPath(model, type, path, problems);
    for (const rule of type.periods) checkPeriods(model, type, rule, problems);
    checkWorkflow(model, type, permission, problems);
    for (const { name, type: kind, stamp } of Object.values(type.fields))
      if (stamp !== undefined && (kind !== "date" || stamp === name || !type.fields[stamp]))
        problems.push(`${type.name}.${name} is the day of a change of ${stamp}, which can't be`);
    checkFillFrom(model, type, problems);
    if (type.rowView?.kind === "value") checkRowValues(type, type.rowView, permission, problems);
    if (type.rowView?.kind === "flag") {
      const { field, through, permission: needed } = type.rowView;
      permission(needed, `${type.name}.row_view`);
      const flagged = through === undefined ? type : model.types[type.fields[through]?.target ?? ""];
      if (flagged?.fields[field]?.type !== "boolean" || type.fields[through ?? field]?.multiple)
        problems.push(`${type.name}.row_view names ${through ? `${through}.` : ""}${field}, which is no boolean`);
    }
    if (type.rowView?.kind === "user") {
      permission(type.rowView.permission, `${type.name}.row_view`);
      if (type.fields[type.rowView.field]?.target !== "user")
        problems.push(`${type.name}.row_view names ${type.rowView.field}, which refers to no user`);
      // The journal is read by others than the one person the row exists for.
      if (type.journal) problems.push(`${type.name} has rows of one person only, so it needs journal: false`);
    }
  }
  for (const [name, type] of Object.entries(model.coreTypes))
    for (const field of Object.values(type.fields))
      if (field.type === "json") problems.push(`${name}.${field.name} is json, which types of Drupal core can't have`);
  for (const [name, included] of Object.entries(model.permissionIncludes))
    for (const other of included) permission(other, `permissions.${name}.includes`);
  for (const role of Object.values(model.roles)) {
    for (const name of role.permissions) permission(name, `role ${role.name}`);
  }
  for (const kind of Object.values(model.eventKinds)) checkEventKind(model, kind, permission, problems);
  if (problems.length > 0) throw new Error(`Entity model: ${problems.join("; ")}`);
}

type PermissionCheck = (name: string | undefined, place: string) => void;

function checkRowValues(
  type: EntityType,
  { field, permissions }: Extract<RowView, { kind: "value" }>,
  permission: PermissionCheck,
  problems: string[],
): void {
  const { [field]: by } = type.fields;
  if (by?.type !== "list" || by.multiple)
    problems.push(`${type.name}.row_view names ${field}, which is no single list`);
  // A row never needs to be signed in alone.
  if (Object.values(permissions).includes("authenticated"))
    problems.push(`${type.name}.row_view is for types that need a permission`);
  for (const [value, name] of Object.entries(permissions)) {
    permission(name, `${type.name}.row_view`);
    if (!by?.values?.[value]) problems.push(`${type.name}.row_view names the unknown value ${value}`);
  }
}

function checkFillFrom(model: EntityModel, type: EntityType, problems: string[]): void {
  for (const [name, path] of Object.entries(type.fillFrom ?? {})) {
    const field = type.fields[name];
    if (field?.type !== "reference" || field.multiple || pathTarget(model, type, path) !== field.target)
      problems.push(`${type.name}.fill_from: ${path} leads to no ${name}`);
  }
}

function checkPeriods(model: EntityModel, type: EntityType, rule: PeriodRule, problems: string[]): void {
  const place = `${type.name}.periods.${rule.field}`;
  const { [rule.field]: field, [rule.until ?? ""]: until } = type.fields;
  const of = model.types[rule.type]?.fields ?? {};
  if (field?.type !== "reference" || field.multiple) problems.push(`${place} is no single reference`);
  else if (of[rule.field]?.target !== field.target) problems.push(`${place}: ${rule.type} has no such reference`);
  if (of[rule.parent]?.target !== type.name || of[rule.parent]?.multiple)
    problems.push(`${place}: ${rule.type}.${rule.parent} doesn't refer to ${type.name}`);
  for (const day of ["valid_from", "valid_to"])
    if (of[day]?.type !== "date") problems.push(`${place}: ${rule.type} has no date ${day}`);
  if (rule.applied !== undefined && of[rule.applied]?.type !== "boolean")
    problems.push(`${place}: ${rule.type}.${rule.applied} is no boolean`);
  if (rule.until !== undefined && until?.type !== "date") problems.push(`${place}: ${rule.until} is no date`);
}

/** The entity type a dotted path of references ends at, or undefined where it leads nowhere. */
export function pathTarget(model: EntityModel, type: EntityType, path: string): string | undefined {
  let current: string | undefined = type.name;
  for (const step of path.split(".")) {
    const field: EntityType["fields"][string] | undefined =
      (current && (model.types[current]?.fields[step] ?? model.coreTypes[current]?.fields[step])) || undefined;
    if (field?.type !== "reference") return undefined;
    current = field.target;
  }
  return current;
}

const unlabelling = new Set(["reference", "file", "external_id", "change", "json"]);

/** A label is shown to everybody who may see the row, and stays the same whatever modules are open to the reader. */
function checkLabelPattern(type: EntityType, problems: string[]): void {
  for (const name of patternFields(type.labelPattern ?? "")) {
    const field = type.fields[name];
    const place = `${type.name}.label_pattern names ${name}`;
    if (field?.module !== type.module) problems.push(`${place}, which is no field of its own`);
    else if (field.multiple || unlabelling.has(field.type))
      problems.push(`${place}, which is no single text or number`);
    else if (field.viewPermission || field.secret) problems.push(`${place}, which needs a permission`);
  }
}

/** The row's value that says which shape is meant is there from the start and stays. */
function checkJson(model: EntityModel, type: EntityType, field: Field, problems: string[]): void {
  const place = `${type.name}.${field.name}`;
  const { schemaBy } = field;
  for (const name of schemaBy ? Object.values(schemaBy.schemas) : [field.schema ?? ""])
    if (!model.jsonSchemas[name]) problems.push(`${place} names the unknown schema "${name}"`);
  if (!schemaBy) return;
  const by = type.fields[schemaBy.field];
  if (by?.type !== "list" || by.multiple || !by.required || !by.immutable)
    problems.push(`${place}.schema_by names ${schemaBy.field}, which is no required, immutable list of one value`);
  for (const value of Object.keys(by?.values ?? {}))
    if (!schemaBy.schemas[value]) problems.push(`${place}.schema_by has no schema for ${value}`);
  for (const value of Object.keys(schemaBy.schemas))
    if (!by?.values?.[value]) problems.push(`${place}.schema_by names the unknown value ${value}`);
}

/** Each value goes with one of the other list's, so that a row of before the other list has one; what a value became exists. */
function checkValues(type: EntityType, field: Field, problems: string[]): void {
  const place = `${type.name}.${field.name}`;
  if (field.was !== undefined && type.fields[field.was]) problems.push(`${place}.was names a field that is there`);
  for (const [before, now] of Object.entries(field.valuesWere ?? {}))
    if (field.values?.[before] || !field.values?.[now])
      problems.push(`${place}.values_were: ${before} is a value, or ${now} is none`);
  if (!field.valuesBy) return;
  const by = type.fields[field.valuesBy.field];
  if ([by, field].some((list) => list?.type !== "list" || list.multiple || !list.required || !list.immutable))
    return void problems.push(`${place}.values_by needs two required, immutable lists of one value`);
  const chosen = Object.values(field.valuesBy.values).flat();
  for (const value of Object.keys(field.values ?? {}))
    if (chosen.filter((one) => one === value).length !== 1) problems.push(`${place}.values_by names ${value} not once`);
  for (const value of chosen)
    if (!field.values?.[value]) problems.push(`${place}.values_by names the unknown value ${value}`);
  for (const value of new Set([...Object.keys(by?.values ?? {}), ...Object.keys(field.valuesBy.values)]))
    if (!by?.values?.[value] || !field.valuesBy.values[value])
      problems.push(`${place}.values_by: ${value} is no value of ${by?.name}, or has none`);
}

function checkPath(model: EntityModel, type: EntityType, path: string, problems: string[]): void {
  if (!pathTarget(model, type, path)) problems.push(`${type.name}: the path ${path} leads nowhere`);
}

/** The path ends at a text; references lead there. */
function checkCountry(
  model: EntityModel,
  type: EntityType,
  { field, path }: { field: Field; path: string },
  problems: string[],
): void {
  const steps = path.split(".");
  const name = steps.pop() ?? "";
  const target = steps.length === 0 ? type.name : pathTarget(model, type, steps.join("."));
  if (model.types[target ?? ""]?.fields[name]?.type !== "string")
    problems.push(`${type.name}.${field.name}: the path ${path} leads to no text`);
}

function checkWorkflow(model: EntityModel, type: EntityType, permission: PermissionCheck, problems: string[]): void {
  const { workflow } = type;
  const states = Object.values(type.fields).filter((field) => field.type === "state");
  if (!workflow) {
    if (states.length > 0) problems.push(`${type.name}.${states[0]?.name} is a state but the type has no workflow`);
    return;
  }
  const values = type.fields[workflow.field]?.values ?? {};
  for (const state of [...workflow.initial, ...workflow.transitions.flatMap((t) => [...t.from, t.to])]) {
    if (!values[state]) problems.push(`${type.name}.workflow names the unknown state ${state}`);
  }
  for (const transition of workflow.transitions) {
    permission(transition.permission, `${type.name}.workflow.${transition.name}`);
    for (const name of transition.requires) {
      if (!type.fields[name])
        problems.push(`${type.name}.workflow.${transition.name} requires the unknown field ${name}`);
    }
    for (const name of transition.writes ?? [])
      if (!type.fields[name] || type.fields[name].immutable || name === workflow.field)
        problems.push(`${type.name}.workflow.${transition.name} writes ${name}, which is no field that changes`);
    const place = `${type.name}.workflow.${transition.name}`;
    for (const name of [transition.by, transition.notBy])
      if (name !== undefined && (type.fields[name]?.target !== "user" || type.fields[name].multiple))
        problems.push(`${place}: ${name} refers to no user`);
    if (transition.atMost) checkSumLimit(model, type, transition.atMost, { place, problems });
  }
}

function checkSumLimit(
  model: EntityModel,
  type: EntityType,
  { setting, of, by, sum, where }: SumLimit,
  { place, problems }: { readonly place: string; readonly problems: string[] },
): void {
  const rows = model.types[of];
  if (model.types["sw_brand"]?.fields[setting]?.type !== "decimal")
    problems.push(`${place}: ${setting} is no decimal of the brand`);
  if (!rows || rows.fields[by]?.target !== type.name || rows.fields[by].multiple)
    return void problems.push(`${place}: ${of}.${by} doesn't refer to ${type.name}`);
  const [, path = "", last = ""] = /^(?:(.*)\.)?([^.]+)$/.exec(sum) ?? [];
  const target = path ? pathTarget(model, rows, path) : of;
  if (model.types[target ?? ""]?.fields[last]?.type !== "decimal")
    problems.push(`${place}: the path ${sum} leads to no decimal`);
  for (const [name, values] of Object.entries(where))
    for (const value of values)
      if (!rows.fields[name]?.values?.[value]) problems.push(`${place}: ${of}.${name} has no value ${value}`);
}

const sentenceValues = new Set(["actor", "subject", "account", "value", "count"]);

/** A sentence leaves the platform by mail, so nothing that needs a permission of its own may get into one. */
function checkEventKind(model: EntityModel, kind: EventKind, permission: PermissionCheck, problems: string[]): void {
  const place = `event kind ${kind.name}`;
  const told = kind.on ?? kind.due;
  const typeName = (told ?? kind.digest)?.type ?? "";
  const type = model.types[typeName];
  if (!type) return void problems.push(`${place} names the unknown type ${typeName}`);
  permission(kind.audience.permission, place);
  for (const name of [told?.field, kind.audience.field, kind.due?.while.field])
    if (name && !type.fields[name]) problems.push(`${place} names the unknown field ${name}`);
  if (kind.on && !type.journal) problems.push(`${place} needs the journal of ${type.name}`);
  if (kind.audience.field && type.fields[kind.audience.field]?.target !== "user")
    problems.push(`${place}: ${kind.audience.field} refers to no user`);
  if (kind.digest && !kind.audience.permission) problems.push(`${place} needs the permission of those whom it is for`);
  if (kind.audience.account && !type.ownerPath) problems.push(`${place}: ${type.name} belongs to no account`);
  const field = type.fields[kind.on?.field ?? ""];
  for (const value of kind.on?.to ?? [])
    if (!field?.values?.[value]) problems.push(`${place} names the unknown value ${value}`);
  const texts = [kind.one.fr, kind.one.en, kind.many.fr, kind.many.en];
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/\{(.*?)\}/g)].map((match) => match[1] ?? "")));
  for (const name of used)
    if (!sentenceValues.has(name)) problems.push(`${place} uses the unknown placeholder {${name}}`);
  if (used.has("subject") && type.fields[type.labelField]?.viewPermission)
    problems.push(`${place} tells ${type.name}.${type.labelField}, which needs a permission`);
  if (used.has("value") && (!field?.values || field.viewPermission))
    problems.push(`${place} tells a value that is no list or needs a permission`);
}
