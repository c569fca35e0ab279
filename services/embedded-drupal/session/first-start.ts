import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { hashPassword } from "./password.ts";
import { seconds } from "./session-store.ts";
import { administerPlatform, type ResourceTypes } from "../store/resource-type.ts";
import type { Database } from "../../platform/database/database.ts";

/** The platform's administrator, once, so that somebody can sign in. False: there was somebody already. */
export async function createFirstAdministrator(db: Database, types: ResourceTypes, password: string): Promise<boolean> {
  const users = await sql`SELECT 1 FROM ${sql.table(types.user.table)} LIMIT 1`.execute(db);
  if (users.rows.length > 0) return false;
  const role = Object.values(types.model.roles).find(({ permissions }) => permissions.includes(administerPlatform));
  const roles = role ? [role.name] : [];
  const now = seconds();
  await sql`INSERT INTO ${sql.table(types.user.table)}
    (uuid, created, changed, version, pass, f_name, f_status, f_user_type, f_business_roles, f_accounts)
    VALUES (${randomUUID()}::uuid, ${now}, ${now}, 1, ${await hashPassword(password)}, 'admin', true, 'internal', ${JSON.stringify(roles)}::jsonb, '{}')`.execute(
    db,
  );
  return true;
}
