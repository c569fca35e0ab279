import { recordTypes } from "../../../model/generated/record-types.ts";
import { labelFieldsOf, labelOf } from "../../../model/row-label.ts";
import { numberDigits, wordsOf } from "../text.ts";

/** A row as the index keeps it. */
export interface IndexDocument {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  /** The account that owns the row, for people who see some accounts only. */
  readonly account: string | null;
  readonly words: readonly { readonly text: string; readonly permission: string }[];
  readonly numbers: readonly { readonly digits: string; readonly permission: string }[];
}

export interface SearchedType {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly kind: "text" | "phone"; readonly permission: string }[];
  /** The fields that make up what a row is called. */
  readonly labelFields: readonly string[];
  /** Path of references to the owning account; `self` for accounts. */
  readonly ownerPath: string | undefined;
  readonly viewPermission: string;
}

/** The types that the model says something about with `search:`. Secret fields never are. */
export const searchedTypes: readonly SearchedType[] = Object.entries(recordTypes).flatMap(([name, type]) => {
  const fields = type.fields
    .filter((field) => field.search && !field.secret)
    .map((field) => ({
      name: field.name,
      kind: field.search === "phone" ? ("phone" as const) : ("text" as const),
      permission: field.viewPermission ?? "",
    }));
  return fields.length === 0 || name === "user"
    ? []
    : [{ name, fields, labelFields: labelFieldsOf(name), ownerPath: type.ownerPath, viewPermission: type.access.view }];
});

const longNumber = /^\d{6,}$/;

export function documentOf(
  type: SearchedType,
  row: Readonly<Record<string, unknown>> & { readonly id: string },
): IndexDocument {
  const words = new Map<string, { text: string; permission: string }>();
  const numbers = new Map<string, { digits: string; permission: string }>();
  for (const field of type.fields) {
    const value = row[field.name];
    if (typeof value !== "string" || value === "") continue;
    const put = (digits: string) =>
      digits && numbers.set(`${digits} ${field.permission}`, { digits, permission: field.permission });
    const compact = value.replace(/[\s.()/-]/g, "");
    if (field.kind === "phone") put(numberDigits(value));
    else if (longNumber.test(compact)) put(compact);
    for (const text of wordsOf(value)) {
      // A number is found by its digits; as a word it would only be one more that nobody types.
      if (field.kind === "phone" && /^\d+$/.test(text)) continue;
      if (longNumber.test(text)) put(text);
      else words.set(`${text} ${field.permission}`, { text, permission: field.permission });
    }
  }
  return {
    type: type.name,
    id: row.id,
    label: labelOf(type.name, row),
    account: ownerOf(type, row),
    words: [...words.values()],
    numbers: [...numbers.values()],
  };
}

function ownerOf(type: SearchedType, row: Readonly<Record<string, unknown>> & { readonly id: string }): string | null {
  if (!type.ownerPath) return null;
  if (type.ownerPath === "self") return row.id;
  let at: unknown = row;
  for (const step of type.ownerPath.split("."))
    at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
  return typeof at === "object" && at !== null && "id" in at && typeof at.id === "string" ? at.id : null;
}
