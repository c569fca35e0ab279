import { type Kysely, type RawBuilder, sql } from "kysely";
import { columnName } from "./column.ts";
import type { ResourceType, ResourceTypes } from "./resource-type.ts";

/** References that were added to a table with rows: what the model's path leads to from each of these. */
export async function fillReferences(
  db: Kysely<unknown>,
  types: ResourceTypes,
  known: ReadonlySet<string>,
): Promise<void> {
  for (const type of types.byName.values()) {
    for (const [field, path] of Object.entries(type.entity.fillFrom ?? {})) {
      const column = columnName(field);
      if (!known.has(`${type.table}.id`) || known.has(`${type.table}.${column}`)) continue;
      await sql`UPDATE ${sql.table(type.table)} AS t SET ${sql.ref(column)} = ${target(types, type, path)}`.execute(db);
    }
  }
}

/** What the path leads to from a row `t`. */
function target(types: ResourceTypes, type: ResourceType, path: string): RawBuilder<unknown> {
  const step = (
    from: ResourceType,
    [name = "", ...rest]: string[],
    reference: (column: string) => RawBuilder<unknown>,
  ) => {
    const field = from.entity.fields[name];
    if (!field || rest.length === 0) return reference(columnName(name));
    const to = types.target(field);
    const alias = `r${rest.length}`;
    const inner: RawBuilder<unknown> = step(to, rest, (column) => sql.ref(`${alias}.${column}`));
    return sql`(SELECT ${inner} FROM ${sql.table(to.table)} AS ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${reference(columnName(name))})`;
  };
  return step(type, path.split("."), (column) => sql.ref(`t.${column}`));
}
