import "server-only";
import type { EntityTypeName, SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { type RecordField, recordTypes } from "@softwhere/services/model/generated/record-types";
import { labelFieldsOf, labelOf } from "@softwhere/services/model/row-label";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { unlessRefused } from "@/server/drupal/unless-refused";
import type { SubjectName } from "./subject-name";

/** What is told of one row. */
export type ToldRow = Pick<SwJournalEntry, "subject_type" | "subject_id" | "changes">;

/** Rows per question; addresses have a length. */
const idsPerRequest = 80;

/** Names of the rows that changes refer to, by their ids. */
export async function referenceNames(
  backend: BackendClient,
  entries: readonly ToldRow[],
): Promise<Record<string, string>> {
  const wanted = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const change of entry.changes ?? []) {
      const target = fieldKinds[entry.subject_type ?? ""]?.[change.field]?.target;
      if (!target) continue;
      const ids = wanted.get(target) ?? new Set<string>();
      for (const id of [change.from, change.to])
        for (const one of id?.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) ids.add(one);
      wanted.set(target, ids);
    }
  }
  const names: Record<string, string> = {};
  await Promise.all(
    [...wanted].map(async ([type, ids]) => {
      Object.assign(names, await rowNames(backend, type, [...ids]));
    }),
  );
  return names;
}

/** Names of rows; of those that are gone, what the journal called them last. */
export async function rowNames(
  backend: BackendClient,
  type: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const rows = await listByIds(backend, type, ids, labelFieldsOf(type));
  const names = Object.fromEntries(rows.map((row) => [row.id, labelOf(type, row)]));
  const gone = ids.filter((id) => !(id in names));
  const parts = Array.from({ length: Math.ceil(gone.length / idsPerRequest) }, (_, index) =>
    gone.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
  const told = await Promise.all(
    parts.map((part) =>
      backend.list(
        "sw_journal_entry",
        new DrupalJsonApiParams()
          .addFields("sw_journal_entry--sw_journal_entry", ["subject_id", "subject_label"])
          .addFilter("subject_type", type)
          .addFilter("operation", "delete")
          .addFilter("subject_id", [...part], "IN")
          .addPageLimit(500),
      ),
    ),
  );
  for (const entry of told.flat())
    if (entry.subject_id && entry.subject_label) names[entry.subject_id] = entry.subject_label;
  return names;
}

/** Names for the subjects whose label is a day or a word of a list: it says too little of which one it is. */
export async function subjectNames(
  backend: BackendClient,
  entries: readonly ToldRow[],
  names: Readonly<Record<string, string>>,
): Promise<Record<string, SubjectName>> {
  const found: Record<string, SubjectName> = {};
  const types = new Set(entries.flatMap((entry) => entry.subject_type ?? []));
  await Promise.all(
    [...types].map(async (type) => {
      const field = namingField(type);
      if (!field?.target) return;
      const since = recordTypes[type]?.fields.some(({ name }) => name === "valid_from") ? ["valid_from"] : [];
      const { target: targetType } = field;
      const ids = [
        ...new Set(entries.flatMap((entry) => (entry.subject_type === type ? (entry.subject_id ?? []) : []))),
      ];
      const rows = await listByIds(backend, type, ids, [field.name, ...since], {
        name: field.name,
        type: targetType,
      });
      for (const row of rows) {
        const target: unknown = Reflect.get(row, field.name);
        const name = typeof target === "object" && target !== null ? labelOf(targetType, target) : "";
        if (name)
          found[row.id] = {
            field: field.name,
            name,
            from: since.length > 0 ? String(Reflect.get(row, "valid_from") ?? "") || null : null,
          };
      }
      // What is gone is told by what its entries say it was.
      for (const entry of entries) {
        if (entry.subject_type !== type || !entry.subject_id || found[entry.subject_id]) continue;
        const said = (name: string) => entry.changes?.find((change) => change.field === name);
        const id = said(field.name)?.from ?? said(field.name)?.to;
        if (id && names[id])
          found[entry.subject_id] = {
            field: field.name,
            name: names[id] ?? "",
            from: said("valid_from")?.from ?? said("valid_from")?.to ?? null,
          };
      }
    }),
  );
  return found;
}

/** The reference that tells rows of a type apart, where their label doesn't: the first required one that is not the way to the owner. */
function namingField(type: string): RecordField | undefined {
  const { labelField, ownerPath, fields } = recordTypes[type] ?? { labelField: "", ownerPath: "", fields: [] };
  const label = fields.find(({ name }) => name === labelField);
  if (!label || !["date", "list", "reference"].includes(label.type)) return undefined;
  return fields.find(
    (field) => field.target && field.required && !field.multiple && field.name !== ownerPath?.split(".")[0],
  );
}

export async function listByIds(
  backend: BackendClient,
  type: string,
  ids: readonly string[],
  fields: readonly string[],
  include?: { name: string; type: string },
): Promise<readonly { id: string }[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, index) =>
    ids.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
  const pages = await Promise.all(
    parts.map((part) => {
      const params = new DrupalJsonApiParams()
        .addFields(`${type}--${type}`, [...fields])
        .addFilter("id", [...part], "IN")
        .addCustomParam({ page: { limit: idsPerRequest } });
      if (include)
        params
          .addInclude([include.name])
          .addFields(`${include.type}--${include.type}`, [...labelFieldsOf(include.type)]);
      // The type comes from the model's own references, so it names a resource type.
      return unlessRefused(backend, backend.list(type as EntityTypeName, params), []);
    }),
  );
  return pages.flat();
}
