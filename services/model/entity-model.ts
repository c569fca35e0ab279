/** The resolved entity model: what `loadEntityModel` returns. Defaults are filled in, `extend` is merged, permissions are named. */

export type Label = Readonly<{ fr: string; en: string }>;

export type FieldType =
  | "string"
  | "text"
  | "email"
  | "integer"
  | "decimal"
  | "boolean"
  | "date"
  | "datetime"
  | "list"
  | "state"
  | "reference"
  | "file"
  | "external_id"
  | "change"
  | "json";

type JsonType = "object" | "array" | "string" | "integer" | "boolean" | "null";

/** The part of JSON Schema (draft 2020-12) that model files use. */
export interface JsonSchema {
  readonly description?: string;
  readonly type: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | JsonSchema;
  readonly maxProperties?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A list of the same type and the name of the shape for each of its values. */
export interface SchemaChoice {
  readonly field: string;
  readonly schemas: Readonly<Record<string, string>>;
}

/** Another list of the same type and which values go with each of its values. */
export interface ValueChoice {
  readonly field: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly label: Label;
  readonly help?: Label;
  /** The module that declares the field: `sw_base`, `sw_toy`… */
  readonly module: string;
  readonly required: boolean;
  readonly multiple: boolean;
  readonly immutable: boolean;
  /** Never journalled, searched or exported (PIN, PUK). */
  readonly secret: boolean;
  readonly default?: string | number | boolean;
  readonly maxLength?: number;
  /** ECMAScript and PCRE compatible regular expression, anchored. */
  readonly pattern?: string;
  /**
   * What the text must name: an IANA time zone, a module of the installation other than the base. Or what it is, which says how it is
   * normalised: a telephone number (where it can be one), a code.
   */
  readonly format?: "time_zone" | "module" | "phone" | "code";
  /** date: the field of the row whose last change it is the day of. */
  readonly stamp?: string;
  /** string: what the text is the machine name of; screens say its label. */
  readonly names?: "roles" | "event_kinds";
  /** phone: dotted paths to the country in which the row's numbers are dialled; the first that has one. */
  readonly country?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Decimals: total digits and digits after the point. */
  readonly precision?: number;
  readonly scale?: number;
  /** list and state: machine value → label, in display order. */
  readonly values?: Readonly<Record<string, Label>>;
  /** list of one value: other modules may add values. */
  readonly extensible?: true;
  /** list: which of the values go with the row's value of another list. */
  readonly valuesBy?: ValueChoice;
  /** The field's name before, and its values of before → those that rows have instead. */
  readonly was?: string;
  readonly valuesWere?: Readonly<Record<string, string>>;
  /** The modules of the values that not the field's own module brings. */
  readonly valueModules?: Readonly<Record<string, string>>;
  /** reference: the target entity type (`user` included). */
  readonly target?: string;
  /** file: allowed extensions without dot, and the largest size in bytes. */
  readonly extensions?: readonly string[];
  readonly maxBytes?: number;
  /** Permission needed to see the value, besides seeing the row. */
  readonly viewPermission?: string;
  /** Permission needed to change the value, besides editing the row. */
  readonly editPermission?: string;
  readonly search?: "text" | "phone";
  /** json: the name of its shape, or how the row says which it is. */
  readonly schema?: string;
  readonly schemaBy?: SchemaChoice;
}

export interface Transition {
  readonly name: string;
  readonly label: Label;
  readonly from: readonly string[];
  readonly to: string;
  readonly permission?: string;
  readonly requires: readonly string[];
  /** A reference to a user that names who made this change, and changes with it only. */
  readonly by?: string;
  /** A reference to a user: the change is somebody else's than the person whom it names before. */
  readonly notBy?: string;
  readonly atMost?: SumLimit;
  /** Fields that change with this transition, and at no other time. */
  readonly writes?: readonly string[];
}

/** A sum over the rows of type `of` whose reference `by` is the row, and the decimal of the brand that it may not pass. */
export interface SumLimit {
  readonly setting: string;
  readonly of: string;
  readonly by: string;
  /** Dotted path to a decimal. */
  readonly sum: string;
  /** Lists and the values of theirs that count. */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

export interface Workflow {
  readonly field: string;
  readonly initial: readonly string[];
  readonly transitions: readonly Transition[];
}

export type RowView =
  /** The row needs the permission that the map gives for the field's value. */
  | { readonly kind: "value"; readonly field: string; readonly permissions: Readonly<Record<string, string>> }
  /** The row needs the permission while `field`, of the row or of what `through` leads to, is true. */
  | { readonly kind: "flag"; readonly field: string; readonly through?: string; readonly permission: string }
  /** The row needs the permission named in the field, when it names one. */
  | { readonly kind: "permission"; readonly field: string }
  /** The row exists for the user whom the field names only, or for everybody where it names nobody. Holders of the permission see all. */
  | { readonly kind: "user"; readonly field: string; readonly permission?: string };

export interface EntityType {
  readonly name: string;
  readonly label: Label;
  readonly pluralLabel: Label;
  readonly description?: Label;
  readonly module: string;
  /** Lists sort by it; it is the label too where there is no pattern or all of the pattern's fields are empty. */
  readonly labelField: string;
  /** `{first_name} {last_name}`: scalar fields of the type that need no permission. */
  readonly labelPattern?: string;
  /** Among search results that match equally well the smallest comes first; types without it come last. */
  readonly searchRank?: number;
  readonly scope: "tenant" | "platform";
  /** Dotted path of references to the owning account, or `self`. Absent: no owner. */
  readonly ownerPath?: string;
  /** `used`, of a type without owner: clients and partners see the rows to which rows of theirs refer. Absent: all of the brand. */
  readonly ownerSees?: "used";
  /** `authenticated` or a permission name. */
  readonly access: Readonly<Record<"view" | "create" | "edit" | "delete", string>>;
  /** False: only the platform itself writes rows. */
  readonly writable: boolean;
  readonly journal: boolean;
  readonly rowView?: RowView;
  readonly fields: Readonly<Record<string, Field>>;
  readonly unique: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
  /** Pairs of dotted paths that must lead to the same row; a null on either side passes. */
  readonly equalPaths: readonly (readonly [string, string])[];
  readonly periods: readonly PeriodRule[];
  /** Reference → path: what rows that are older than the reference refer to. */
  readonly fillFrom?: Readonly<Record<string, string>>;
  readonly workflow?: Workflow;
}

/** What `field` of a row was from day to day is said by rows of `type` (`valid_from`, `valid_to`) in a field of the same name. */
export interface PeriodRule {
  readonly field: string;
  readonly type: string;
  /** The period's reference to the row. */
  readonly parent: string;
  /** The period's boolean that says that the row has taken the value. */
  readonly applied?: string;
  /** The row's last day; after it the field no longer changes. */
  readonly until?: string;
}

/** A type of Drupal core with what the model adds to it. */
export interface CoreType {
  readonly scope: "tenant";
  readonly fields: Readonly<Record<string, Field>>;
  /** Rows that clients and partners see, besides their own: those whose field has one of the values. Absent: as the type's other rules say. */
  readonly ownerSees?: { readonly field: string; readonly values: readonly string[] };
}

export interface Role {
  readonly name: string;
  /** The module that declares the role; others may add to it. */
  readonly module: string;
  readonly label: Label;
  /** Every permission of the platform default, per-type ones expanded (`view sw_account`), sorted. */
  readonly permissions: readonly string[];
}

/** Something that happens and that people may want to be told of. */
export interface EventKind {
  readonly name: string;
  readonly module: string;
  readonly label: Label;
  /** A change that the journal records. */
  readonly on?: {
    readonly type: string;
    readonly operations: readonly ("create" | "update")[];
    readonly field?: string;
    readonly to?: readonly string[];
  };
  /** A day that comes or has passed. */
  readonly due?: {
    readonly type: string;
    readonly field: string;
    readonly when: "today" | "past";
    readonly while: { readonly field: string; readonly value: string };
  };
  /** What has come together since the last time, by mail alone, for those who may see rows of the type. A module's service says what. */
  readonly digest?: { readonly type: string; readonly every: "week" };
  /** The person whom a field names; the account's salesperson and followers; all staff who hold a permission. */
  readonly audience: { readonly field?: string; readonly account?: true; readonly permission?: string };
  /** Where it is told to those who chose nothing. */
  readonly channels: { readonly console: boolean; readonly mail: boolean };
  /** The console's page that lists such rows, and its panel that shows one, where these are not the type's. */
  readonly open?: { readonly page?: string; readonly panel?: string };
  /** Sentences with {actor}, {subject}, {account}, {value}, {count}. */
  readonly one: Label;
  readonly many: Label;
}

export interface EntityModel {
  readonly modules: readonly string[];
  readonly types: Readonly<Record<string, EntityType>>;
  /** Fields added to types of Drupal core: `user`, `file`. */
  readonly coreTypes: Readonly<Record<string, CoreType>>;
  readonly permissions: Readonly<Record<string, Label>>;
  /** Permission → those that whoever holds it holds too. */
  readonly permissionIncludes: Readonly<Record<string, readonly string[]>>;
  /** The module that declares each permission; those of a type are its module's. */
  readonly permissionModules: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, Role>>;
  readonly eventKinds: Readonly<Record<string, EventKind>>;
  /** Shapes of json fields, with the module that declares each. */
  readonly jsonSchemas: Readonly<Record<string, { readonly module: string; readonly schema: JsonSchema }>>;
}
