import "server-only";
import type { EntityTypeName } from "@softwhere/services/model/generated/entities";
import { valueLabels } from "@softwhere/services/model/generated/labels";
import { recordTypes } from "@softwhere/services/model/generated/record-types";
import { labelFieldsOf } from "@softwhere/services/model/row-label";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { plain } from "@/base/format/plain-text";
import { unlessRefused } from "@/server/drupal/unless-refused";

/** What was typed, in the forms in which the journal may hold it. */
export interface Searched {
  readonly text: string;
  /** Machine values whose words it is in. */
  readonly values: readonly string[];
  /** Rows called so: their own entries, and changes that name them. */
  readonly ids: readonly string[];
}

const idsPerType = 20;
const mostValues = 40;

/** As it is stored: `06 39 98` is a part of `+3363998…`, people type numbers as they dial them and days as they write them. */
export function asStored(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (day && month && year) return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /^[0+][\d\s.-]{3,}$/.test(text) ? text.replace(/[\s.-]/g, "").replace(/^0/, "") : text;
}

/** Looks up what the journal keeps as keys and machine values; `types` are those that the history is of. */
export async function searchedWords(backend: BackendClient, text: string, types: readonly string[]): Promise<Searched> {
  const wanted = plain(text);
  const values = Object.entries(valueLabels).flatMap(([key, { fr, en }]) =>
    types.includes(key.split(".", 1)[0] ?? "") && (plain(fr).includes(wanted) || plain(en).includes(wanted))
      ? [key.split(".").slice(2).join(".")]
      : [],
  );
  const fields = types.flatMap((type) => recordTypes[type]?.fields ?? []);
  const named = [...new Set([...types, ...fields.flatMap(({ target }) => target ?? [])])];
  const found = await Promise.all(named.map((type) => rowsCalled(backend, type, text)));
  return { text: asStored(text), values: [...new Set(values)].slice(0, mostValues), ids: [...new Set(found.flat())] };
}

async function rowsCalled(backend: BackendClient, type: string, text: string): Promise<string[]> {
  const texts = (type === "user" ? ["full_name"] : labelFieldsOf(type)).filter((name) =>
    recordTypes[type]?.fields.some((field) => field.name === name && ["string", "text"].includes(field.type)),
  );
  if (texts.length === 0) return [];
  const params = new DrupalJsonApiParams().addFields(`${type}--${type}`, ["id"]).addGroup("called", "OR");
  for (const name of texts) params.addFilter(name, text, "CONTAINS", "called");
  params.addCustomParam({ page: { limit: idsPerType } });
  // The types come from the model, so they name resource types. What the person may not see is not found.
  const rows = await unlessRefused(backend, backend.list(type as EntityTypeName, params), []);
  return rows.map(({ id }) => id);
}

/** Of the entries those that tell of it: the object, the person, what it was before and what it became. */
export function searchInto(params: DrupalJsonApiParams, { text, values, ids }: Searched): void {
  params.addGroup("told", "OR");
  for (const path of ["subject_label", "actor_name", "changes.from", "changes.to"])
    params.addFilter(path, text, "CONTAINS", "told");
  const exact = [...values, ...ids];
  for (const path of ["subject_label", "changes.from", "changes.to"])
    if (exact.length > 0) params.addFilter(path, exact, "IN", "told");
  if (ids.length > 0) params.addFilter("subject_id", [...ids], "IN", "told");
}
