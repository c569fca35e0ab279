import { type CoreType, type EntityModel, type EntityType, type Field, filledPattern } from "../../model/index.ts";

/** A model type, or a type of Drupal core completed with what the model adds to it: everything the wire exposes. */
export interface ResourceType {
  readonly name: string;
  /** `sw_account--sw_account`. */
  readonly resource: string;
  readonly table: string;
  /** Public name of the internal id: `drupal_internal__id`, `drupal_internal__uid`… */
  readonly idName: string;
  readonly kind: "entity" | "user" | "file";
  readonly entity: EntityType;
  /** Core types: which rows of other people clients and partners see. */
  readonly ownerSees?: CoreType["ownerSees"];
  readonly attributes: readonly Field[];
  readonly relationships: readonly Field[];
}

export interface ResourceTypes {
  readonly model: EntityModel;
  readonly byName: ReadonlyMap<string, ResourceType>;
  readonly byResource: ReadonlyMap<string, ResourceType>;
  /** Fields of these types that belong to modules closed to the viewer's brand. */
  readonly closedFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** By type and list: values that modules closed to the viewer's brand bring. */
  readonly closedValues: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  readonly brand: ResourceType;
  readonly role: ResourceType;
  readonly journal: ResourceType;
  readonly user: ResourceType;
  readonly file: ResourceType;
  get(name: string): ResourceType;
  target(field: Field): ResourceType;
}

/** The platform's own types that the rules of every backend speak of; all others are plain data. */
const platform = { brand: "sw_brand", role: "sw_role", journal: "sw_journal_entry" } as const;

export const administerPlatform = "administer platform";
export const followOutbox = "follow outbox";
/** Reads links to new passwords: of a service's own user alone, never a person's. */
export const sendAccountMails = "send account mails";
/** What no user of a brand holds, whatever its rows say. */
export const platformPermissions: readonly string[] = [administerPlatform, followOutbox, sendAccountMails];
export const administerBrand = "administer brand";

/** What people call the roles, in both languages. */
export function roleLabels({ roles }: EntityModel): Record<string, EntityModel["roles"][string]["label"]> {
  return Object.fromEntries(Object.values(roles).map(({ name, label }) => [name, label]));
}

export function isRelationship(field: Field): boolean {
  return field.type === "reference" || field.type === "file";
}

/** What the type's label pattern says of a row; empty where it has none or says nothing. */
export function patternLabel(type: ResourceType, valueAt: (field: string) => unknown): string {
  const { labelPattern } = type.entity;
  return labelPattern === undefined ? "" : filledPattern(labelPattern, valueAt);
}

/** Whether many rows may come in one operation: those of a type with a journal are told of one by one. */
export function takesRows({ kind, entity }: ResourceType): boolean {
  return kind === "entity" && entity.writable && !entity.journal;
}

export function isTenant(type: ResourceType): boolean {
  return type.entity.scope === "tenant";
}

function coreField(name: string, type: Field["type"], extra: Partial<Field> = {}): Field {
  return {
    name,
    type,
    label: { fr: name, en: name },
    module: "core",
    required: false,
    multiple: false,
    immutable: false,
    secret: false,
    ...extra,
  };
}

const userFields: readonly Field[] = [
  coreField("name", "string", { required: true }),
  coreField("mail", "email", { maxLength: 254 }),
  coreField("status", "boolean", { default: false }),
  coreField("preferred_langcode", "string", { maxLength: 12 }),
];

const fileFields: readonly Field[] = [
  coreField("filename", "string", { required: true, maxLength: 255 }),
  coreField("filemime", "string", { maxLength: 255 }),
  coreField("filesize", "integer"),
  coreField("status", "boolean"),
  coreField("uri", "string", { maxLength: 255 }),
  coreField("uid", "reference", { target: "user" }),
];

function coreType(model: EntityModel, name: "user" | "file"): EntityType {
  const own = name === "user" ? userFields : fileFields;
  const added = Object.values(model.coreTypes[name]?.fields ?? {});
  const label = name === "user" ? { fr: "Utilisateur", en: "User" } : { fr: "Fichier", en: "File" };
  return {
    name,
    label,
    pluralLabel: label,
    module: "core",
    scope: "tenant",
    labelField: name === "user" ? "full_name" : "filename",
    access: { view: "authenticated", create: administerBrand, edit: administerBrand, delete: administerBrand },
    writable: name === "user",
    journal: name === "user",
    fields: Object.fromEntries([...own, ...added].map((field) => [field.name, field])),
    unique: [],
    indexes: name === "user" ? [["name"]] : [],
    equalPaths: [],
    periods: [],
  };
}

interface Given {
  readonly table: string;
  readonly idName: string;
  readonly ownerSees?: CoreType["ownerSees"] | undefined;
}

function resourceType(entity: EntityType, kind: ResourceType["kind"], given: Given): ResourceType {
  const fields = Object.values(entity.fields);
  const { ownerSees, ...names } = given;
  return {
    name: entity.name,
    resource: `${entity.name}--${entity.name}`,
    kind,
    entity,
    ...names,
    ...(ownerSees ? { ownerSees } : {}),
    attributes: fields.filter((field) => !isRelationship(field)),
    relationships: fields.filter(isRelationship),
  };
}

/** The subject's type of a row that tells of changes. */
export const subjectType = "subject_type";

export function resourceTypes(
  model: EntityModel,
  closed: Pick<ResourceTypes, "closedFields" | "closedValues"> = { closedFields: new Map(), closedValues: new Map() },
): ResourceTypes {
  const user = resourceType(coreType(model, "user"), "user", {
    table: "core_user",
    idName: "drupal_internal__uid",
    ownerSees: model.coreTypes["user"]?.ownerSees,
  });
  const file = resourceType(coreType(model, "file"), "file", {
    table: "core_file",
    idName: "drupal_internal__fid",
    ownerSees: model.coreTypes["file"]?.ownerSees,
  });
  const entities = Object.values(model.types).map((entity) =>
    resourceType(entity, "entity", { table: entity.name, idName: "drupal_internal__id" }),
  );
  const byName = new Map([...entities, user, file].map((type) => [type.name, type]));
  const byResource = new Map([...byName.values()].map((type) => [type.resource, type]));
  const get = (name: string): ResourceType => {
    const type = byName.get(name);
    if (!type) throw new Error(`The model has no type ${name}`);
    return type;
  };
  return {
    model,
    byName,
    byResource,
    ...closed,
    user,
    file,
    get,
    brand: get(platform.brand),
    role: get(platform.role),
    journal: get(platform.journal),
    target: (field) => (field.type === "file" ? file : get(field.target ?? "")),
  };
}
