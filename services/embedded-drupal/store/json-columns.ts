import { type Kysely, sql } from "kysely";
import { type Field, jsonProblem, jsonSchemaOf } from "../../model/index.ts";
import { columnName, columnType } from "./column.ts";
import type { ResourceType, ResourceTypes } from "./resource-type.ts";

export const leftoverTable =
  "CREATE TABLE IF NOT EXISTS core_json_leftover (type text NOT NULL, uuid uuid NOT NULL, field text NOT NULL, value text NOT NULL)";

/** Texts of fields that are json now become values; what has another shape is kept in `core_json_leftover`, and the field is empty. */
export async function convertTexts(
  db: Kysely<unknown>,
  types: ResourceTypes,
  isStoredAsText: (table: string, column: string) => boolean,
): Promise<void> {
  for (const type of types.byName.values())
    for (const field of type.attributes)
      if (field.type === "json" && isStoredAsText(type.table, columnName(field.name)))
        await db.transaction().execute((transaction) => convert(transaction, types, { type, field }));
}

async function convert(
  db: Kysely<unknown>,
  { model }: ResourceTypes,
  { type, field }: { type: ResourceType; field: Field },
): Promise<void> {
  const table = sql.table(type.table);
  const column = sql.ref(columnName(field.name));
  const chooser = field.schemaBy ? sql.ref(columnName(field.schemaBy.field)) : sql`NULL`;
  const { rows } = await sql<{ uuid: string; value: string; chosen: string | null }>`
    SELECT uuid, ${column} AS value, ${chooser} AS chosen FROM ${table} WHERE ${column} <> ''`.execute(db);
  const read = rows.map(({ uuid, value, chosen }) => ({
    uuid,
    value,
    json: fitting(
      value,
      (json) =>
        jsonProblem(
          json,
          jsonSchemaOf(model, field, () => chosen),
        ) === undefined,
    ),
  }));
  const leftover = read.filter(({ json }) => json === undefined);
  await sql`INSERT INTO core_json_leftover (type, uuid, field, value)
    SELECT ${type.name}::text, x.uuid, ${field.name}::text, x.value FROM jsonb_to_recordset(${JSON.stringify(leftover)}::jsonb) AS x(uuid uuid, value text)`.execute(
    db,
  );
  await sql`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE ${sql.raw(columnType(field))} USING NULL`.execute(db);
  await sql`UPDATE ${table} AS t SET ${column} = x.json
    FROM jsonb_to_recordset(${JSON.stringify(read)}::jsonb) AS x(uuid uuid, json jsonb) WHERE t.uuid = x.uuid AND x.json IS NOT NULL`.execute(
    db,
  );
}

function fitting(text: string, fits: (json: unknown) => boolean): unknown {
  try {
    const json: unknown = JSON.parse(text);
    return fits(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
