import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { type Existing, type ImportKind, text, type Value, type Values } from "./kind.ts";
import { recordTypes } from "../../../model/generated/record-types.ts";

/** More accounts than this in one file: reading the whole type is fewer requests. */
const mostAccounts = 600;
const accountsPerRequest = 60;

/** The rows that the file's may turn out to be: those of its accounts, with the fields a column can say. */
export async function loadExisting(
  backend: BackendClient,
  kind: ImportKind,
  { accountIds, rows }: { accountIds: readonly string[]; rows: readonly { readonly values: Values }[] },
): Promise<Existing[]> {
  const own = new Set(recordTypes[kind.type]?.fields.map(({ name }) => name));
  const reached = kind.accountPath?.split(".").slice(0, -1) ?? [];
  const fields = [...new Set([...kind.columns.map(({ name }) => name), ...reached])].filter((name) => own.has(name));
  const days = rows.flatMap(({ values }) => text(values[kind.within ?? ""]) || []).sort();
  const params = () => {
    const all = new DrupalJsonApiParams().addFields(`${kind.type}--${kind.type}`, [...fields, "version"]);
    const [first, last] = [days[0], days.at(-1)];
    if (kind.within && first && last) all.addFilter(kind.within, first, ">=").addFilter(kind.within, last, "<=");
    return all;
  };
  const toExisting = (row: object & { id: string; version?: number }): Existing => {
    const values = Object.fromEntries(
      fields.flatMap((name) => {
        const value = existingValue(Reflect.get(row, name));
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
    return { id: row.id, version: row.version ?? 1, label: kind.label(values), values };
  };
  const path = kind.accountPath;
  if (!path || accountIds.length > mostAccounts) return (await backend.listAll(kind.type, params)).map(toExisting);
  const all: Existing[] = [];
  for (let start = 0; start < accountIds.length; start += accountsPerRequest) {
    const some = accountIds.slice(start, start + accountsPerRequest);
    all.push(...(await backend.listAll(kind.type, () => params().addFilter(`${path}.id`, some, "IN"))).map(toExisting));
  }
  return all;
}

function existingValue(value: unknown): Value | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value))
    return value.flatMap((one: unknown) =>
      typeof one === "object" && one !== null && "system" in one && "value" in one
        ? [{ system: String(one.system), value: String(one.value) }]
        : [],
    );
  return typeof value === "object" && "id" in value ? String(value.id) : undefined;
}
