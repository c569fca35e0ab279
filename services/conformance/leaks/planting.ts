import { Canary, canaryIn } from "./canary.ts";
import { holds, viewPermission } from "./permissions.ts";
import { customerSeeds, type Seed, sharedSeeds } from "./seeds.ts";
import type { Tokens } from "./tokens.ts";

/** Where a type keeps a file; each such row gets one. */
export const fileFields: Readonly<Record<string, string>> = {
  sw_document: "file",
  sw_document_version: "file",
  sw_supplier_invoice: "source_file",
};

/** A field that needs a permission of its own. */
export interface Guarded {
  readonly type: string;
  readonly field: string;
  readonly permission: string;
  readonly numeric: boolean;
}

export const guardedFields: readonly Guarded[] = [...sharedSeeds(""), ...customerSeeds("")].flatMap(
  ({ type, attributes, needs }) =>
    Object.entries(attributes).flatMap(([field, value]) => {
      const found = canaryIn(value);
      const permission = found?.needs[0];
      return found && permission !== undefined && permission !== needs
        ? [{ type, field, permission, numeric: found.kind === "money" }]
        : [];
    }),
);

/** Puts a fresh canary in each place, known to those who see the row and hold what the field needs. */
export function materialise(
  tokens: Tokens,
  seed: Seed,
  about: string,
  visible: (actor: Parameters<Parameters<Tokens["text"]>[1]>[0]) => boolean,
): Record<string, unknown> {
  const fill = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => fill(item, field));
    if (typeof value === "object" && value !== null && !(value instanceof Canary)) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, field)]));
    }
    if (!(value instanceof Canary)) return value;
    const needs = [viewPermission(seed.type), ...value.needs, ...(seed.needs ? [seed.needs] : [])];
    const seen = (actor: Parameters<typeof visible>[0]) =>
      visible(actor) && needs.every((permission) => holds(actor, permission));
    const name = `${about} ${seed.type}.${field}`;
    if (value.kind === "text") return tokens.text(name, seen);
    if (value.kind === "money") return `${tokens.digits(8, name, seen)}.1300`;
    return tokens.digits(value.length, name, seen, value.prefix);
  };
  return Object.fromEntries(Object.entries(seed.attributes).map(([field, value]) => [field, fill(value, field)]));
}
