import { closableModules, type EntityModel, type Field } from "../../model/index.ts";
import { normalised } from "../../platform/normalise.ts";
import { plainText } from "../../platform/plain-text.ts";
import { isDate } from "../plan/condition.ts";
import { type Problem, unprocessable, type ViolationCode, violation } from "../problem/refusal.ts";
import { compareDecimals, toScale, wholeDigits } from "./decimal.ts";
import { isTimeZone } from "./time-zone.ts";

export interface Decoded {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

const wrongType = "This value should be of the correct primitive type.";
const maxItems = 1000;

interface Surroundings {
  readonly model?: EntityModel;
  /** Where the row's telephone numbers are dialled. */
  readonly country?: string;
}

/** An attribute of the wire as it is stored, with what is wrong about it in core's words. */
export function decodeAttribute(field: Field, raw: unknown, { model, country }: Surroundings = {}): Decoded {
  const items = itemsOf(raw);
  if (!field.multiple && items.length > 1) {
    return {
      value: null,
      problems: [
        violation(
          `${field.name}: ${field.label.en}: this field cannot hold more than 1 values.`,
          `/data/attributes/${field.name}`,
          "too_many",
          1,
        ),
      ],
    };
  }
  if (items.length > maxItems) {
    return {
      value: [],
      problems: [
        violation(
          `${field.name}: ${field.label.en}: this field cannot hold more than ${maxItems} values.`,
          `/data/attributes/${field.name}`,
          "too_many",
          maxItems,
        ),
      ],
    };
  }
  const problems: Problem[] = [];
  const values: unknown[] = [];
  for (const item of items) {
    const at = new Place(field, values.length);
    const value = decodeItem(field, item, at, country);
    if (field.format === "module" && model && value !== null && !closableModules(model).includes(String(value)))
      at.add("This value is not valid.", "not_valid");
    problems.push(...at.problems);
    if (value !== null) values.push(value);
  }
  return { value: field.multiple ? values : (values[0] ?? null), problems };
}

function itemsOf(raw: unknown): readonly unknown[] {
  if (raw === null || raw === undefined) return [];
  if (Array.isArray(raw)) return raw;
  // Core reads an empty object as an empty list.
  return typeof raw === "object" && Object.keys(raw).length === 0 ? [] : [raw];
}

/** Collects the violations of one item. */
class Place {
  readonly problems: Problem[] = [];
  readonly #field: Field;
  readonly #delta: number;

  constructor(field: Field, delta: number) {
    this.#field = field;
    this.#delta = delta;
  }

  add(
    message: string,
    code: ViolationCode,
    { property = "value", bound }: { property?: string; bound?: string | number } = {},
  ): null {
    const { name, multiple } = this.#field;
    const path = property === "" ? `${name}.${this.#delta}` : `${name}.${this.#delta}.${property}`;
    const index = multiple || property === "" ? `/${this.#delta}` : "";
    const pointer = `/data/attributes/${name}${index}${property === "" ? "" : `/${property}`}`;
    this.problems.push(violation(`${path}: ${message}`, pointer, code, bound));
    return null;
  }
}

/** Dates have a sentence of their own for all that is none. */
const takesBooleans = new Set(["boolean", "date", "datetime"]);

function decodeItem(field: Field, raw: unknown, at: Place, country?: string): unknown {
  if (raw === null || raw === undefined) return null;
  if (field.type === "external_id") return decodeExternalId(field, raw, at);
  if (typeof raw === "object") return decodeItem(field, propertyValue(field, raw), at, country);
  if (typeof raw === "boolean" && !takesBooleans.has(field.type)) return at.add(wrongType, "wrong_type");
  switch (field.type) {
    case "integer":
      return decodeInteger(field, raw, at);
    case "decimal":
      return decodeDecimal(field, raw, at);
    case "boolean":
      return decodeBoolean(raw, at);
    case "date":
      return decodeDate(raw);
    case "datetime":
      return decodeDateTime(raw);
    default:
      return decodeText(field, raw, at, country);
  }
}

/** The long form `{value: …}` of what is written as a plain value. */
function propertyValue(field: Field, raw: object): unknown {
  const names = Array.isArray(raw) ? [] : Object.keys(raw);
  const unknown = names.find((name) => name !== "value");
  if (unknown !== undefined)
    throw unprocessable(
      `The property '${unknown.slice(0, 100)}' does not exist on the '${field.name}' field of type '${field.type}'. Did you mean 'value'?`,
    );
  const value: unknown = "value" in raw ? raw.value : undefined;
  if (names.length === 0 || (typeof value === "object" && value !== null))
    throw unprocessable(
      `The field '${field.name}' of type '${field.type}' takes a single value, not an object or a nested array.`,
    );
  return value;
}

const unstorable = /[\0\p{Surrogate}]/u;
const email =
  /^[^\s@"(),:;<>[\\\]]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+$/;
const patterns = new Map<string, RegExp>();

function decodeText(field: Field, raw: unknown, at: Place, country?: string): unknown {
  const sent = String(raw);
  if (unstorable.test(sent)) return at.add("This value is not valid.", "not_valid");
  // Drupal's own texts are as Drupal has them.
  const text = field.module === "core" ? sent : normalised(field, sent, country);
  if (text === "") return null;
  if ((field.type === "list" || field.type === "state") && !Object.hasOwn(field.values ?? {}, text)) {
    return at.add("The value you selected is not a valid choice.", "not_a_choice", { property: "" });
  }
  if (field.maxLength !== undefined && [...text].length > field.maxLength) {
    at.add(`${field.label.en}: may not be longer than ${field.maxLength} characters.`, "too_long", {
      bound: field.maxLength,
    });
  }
  if (field.type === "email" && (!email.test(text) || text.length > 254))
    at.add("This value is not a valid email address.", "not_email");
  if (field.pattern !== undefined && !matches(field.pattern, text)) at.add("This value is not valid.", "not_valid");
  if (field.format === "time_zone" && !isTimeZone(text)) at.add("This value is not valid.", "not_valid");
  return text;
}

function matches(pattern: string, text: string): boolean {
  let expression = patterns.get(pattern);
  if (!expression) {
    expression = new RegExp(pattern, "u");
    patterns.set(pattern, expression);
  }
  return expression.test(text);
}

const largestInteger = 2_147_483_647;

function decodeInteger(field: Field, raw: unknown, at: Place): unknown {
  const text = String(raw).trim();
  if (!/^[-+]?\d{1,18}$/.test(text)) {
    if (Number.isNaN(Number(text))) {
      // Core's field type and its storage both say so.
      at.add("This value should be a valid number.", "not_a_number");
      at.add("This value should be a valid number.", "not_a_number");
    }
    return at.add(wrongType, "wrong_type");
  }
  const value = Number(text);
  const { min = -largestInteger - 1, max = largestInteger } = field;
  if (value < min) at.add(`${field.label.en}: the value may be no less than ${min}.`, "too_small", { bound: min });
  if (value > max) at.add(`${field.label.en}: the value may be no greater than ${max}.`, "too_large", { bound: max });
  return value;
}

function decodeDecimal(field: Field, raw: unknown, at: Place): unknown {
  const { precision = 12, scale = 4 } = field;
  if (raw === "") return null;
  const value = /^\s|\s$/.test(String(raw)) ? undefined : toScale(String(raw), scale);
  if (value === undefined) {
    if (Number.isNaN(Number(raw))) at.add("This value should be a valid number.", "not_a_number");
    return at.add("This value is not valid.", "not_valid");
  }
  const largest = `${"9".repeat(precision - scale)}${scale > 0 ? `.${"9".repeat(scale)}` : ""}`;
  if (wholeDigits(value) > precision - scale) {
    return value.startsWith("-")
      ? at.add(`${field.label.en}: the value may be no less than -${largest}.`, "too_small", { bound: `-${largest}` })
      : at.add(`${field.label.en}: the value may be no greater than ${largest}.`, "too_large", { bound: largest });
  }
  if (field.min !== undefined && compareDecimals(value, String(field.min)) < 0) {
    at.add(`${field.label.en}: the value may be no less than ${field.min}.`, "too_small", { bound: field.min });
  }
  if (field.max !== undefined && compareDecimals(value, String(field.max)) > 0) {
    at.add(`${field.label.en}: the value may be no greater than ${field.max}.`, "too_large", { bound: field.max });
  }
  return value;
}

function decodeBoolean(raw: unknown, at: Place): unknown {
  if (raw === true || raw === 1 || raw === "1" || raw === "true") return true;
  if (raw === false || raw === 0 || raw === "0" || raw === "false") return false;
  return at.add(wrongType, "wrong_type");
}

function decodeDate(raw: unknown): string {
  const text = String(raw);
  if (text.length !== 10 || !isDate(text)) {
    throw unprocessable(`The specified date "${text.slice(0, 60)}" is not in an accepted format: "Y-m-d" (date-only).`);
  }
  return text;
}

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[-+]\d{2}:?\d{2})$/;

function decodeDateTime(raw: unknown): number {
  const text = String(raw);
  const time = zoned.test(text) ? Date.parse(text.replace(/([-+]\d{2})(\d{2})$/, "$1:$2")) : Number.NaN;
  if (Number.isNaN(time)) {
    throw unprocessable(
      `The specified date "${text.slice(0, 60)}" is not in an accepted format: "Y-m-d\\TH:i:sP" (RFC 3339), "Y-m-d\\TH:i:sO" (ISO 8601).`,
    );
  }
  return Math.floor(time / 1000);
}

function decodeExternalId(field: Field, raw: unknown, at: Place): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw unprocessable(`The field '${field.name}' takes objects with the properties 'system' and 'value'.`);
  }
  const unknown = Object.keys(raw).find((key) => key !== "system" && key !== "value");
  if (unknown !== undefined)
    throw unprocessable(
      `The property '${unknown}' does not exist on the '${field.name}' field of type 'sw_external_id'. Writable properties are: 'system', 'value'.`,
    );
  const read = (property: "system" | "value", limit: number): string => {
    const value = Object.entries(raw).find(([key]) => key === property)?.[1];
    if (value === null || value === undefined || value === "") {
      at.add("This value should not be null.", "required", { property });
      return "";
    }
    if (typeof value !== "string" || unstorable.test(value)) {
      at.add(wrongType, "wrong_type", { property });
      return "";
    }
    const text = plainText(value);
    if (text === "") at.add("This value should not be null.", "required", { property });
    if ([...text].length > limit)
      at.add(`${field.label.en}: may not be longer than ${limit} characters.`, "too_long", {
        property,
        bound: limit,
      });
    return text;
  };
  return { system: read("system", 64), value: read("value", 191) };
}

/** The model's default in stored form. */
export function defaultValue(field: Field): unknown {
  if (field.default === undefined) return field.multiple ? [] : null;
  if (field.type === "decimal") return toScale(String(field.default), field.scale ?? 4) ?? null;
  return field.multiple ? [field.default] : field.default;
}
