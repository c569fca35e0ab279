import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { EntityModel, Field, JsonSchema } from "./entity-model.ts";

const mostBytes = 64 * 1024;
const mostLevels = 20;
const longestPlace = 200;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** The shape of a json field's value in a row; nothing while the row doesn't say which it is. */
export function jsonSchemaOf(
  model: EntityModel,
  field: Field,
  valueAt: (field: string) => unknown,
): JsonSchema | undefined {
  const { schema, schemaBy } = field;
  const name = schemaBy ? schemaBy.schemas[String(valueAt(schemaBy.field))] : schema;
  return name !== undefined && Object.hasOwn(model.jsonSchemas, name) ? model.jsonSchemas[name]?.schema : undefined;
}

/** What is wrong with a json value, in one sentence that Drupal says alike. It names the first place that doesn't fit. */
export function jsonProblem(value: unknown, schema: JsonSchema | undefined): string | undefined {
  if (isDeeper(value, mostLevels)) return `The value has more than ${mostLevels} levels.`;
  if (Buffer.byteLength(JSON.stringify(value)) > mostBytes) return `The value is larger than ${mostBytes / 1024} KiB.`;
  const places = [...unstorable(value, ""), ...(schema ? misfits(value, schema) : [])];
  const first = places.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))[0];
  if (!first) return undefined;
  const at = first.pointer === "" ? "" : ` at ${[...first.pointer].slice(0, longestPlace).join("")}`;
  return `The value${at} is ${first.missing ? "missing" : "not allowed here"}.`;
}

interface Place {
  readonly pointer: string;
  /** Orders pointers: positions in lists by number; what is there before what is missing. */
  readonly key: string;
  readonly missing: boolean;
}

function place(pointer: string, missing = false): Place {
  const key = pointer.replace(/\d+/g, (digits) => digits.padStart(20, "0"));
  return { pointer, key: `${key}${missing ? " 1" : " 0"}`, missing };
}

const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

function misfits(value: unknown, schema: JsonSchema): Place[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  return validate(value) ? [] : (validate.errors ?? []).map(placeOf);
}

function placeOf({ instancePath, params }: ErrorObject): Place {
  const { missingProperty, additionalProperty } = params;
  if (typeof missingProperty === "string") return place(`${instancePath}/${escaped(missingProperty)}`, true);
  if (typeof additionalProperty === "string") return place(`${instancePath}/${escaped(additionalProperty)}`);
  return place(instancePath);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

const noText = /[\0\p{Surrogate}]/u;

/** Numbers and texts that don't come out of every database as they went in. */
function unstorable(value: unknown, pointer: string): Place[] {
  if (typeof value === "number") return Number.isSafeInteger(value) ? [] : [place(pointer)];
  if (typeof value === "string") return noText.test(value) ? [place(pointer)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    noText.test(name) ? [place(pointer)] : unstorable(member, `${pointer}/${escaped(name)}`),
  );
}
