import { sql } from "kysely";
import { z } from "zod";
import { failure, type Result, success } from "../../platform/result.ts";
import type { Database } from "../../platform/database/database.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { clear, giveBack, perAddress, perUser, takePlace } from "./flood.ts";
import { passwordMatches } from "./password.ts";

export interface Login {
  readonly account: number;
  readonly name: string;
}

interface LoginFailure {
  readonly code: "400" | "403";
  readonly message: string;
  /** Refused because of earlier failures; how long these count. */
  readonly retryAfter?: number;
}

export interface Credentials {
  readonly name: string;
  readonly pass: string;
}

const accountRow = z.object({
  id: z.number(),
  name: z.string(),
  pass: z.string().nullable(),
});

/** The checks of a sign-in in core's order, with core's words. */
export async function logIn(
  db: Database,
  types: ResourceTypes,
  attempt: { readonly body: string; readonly address: string },
): Promise<Result<Login, LoginFailure>> {
  const credentials = readCredentials(attempt.body);
  return credentials.ok ? checkCredentials(db, types, { ...credentials.value, address: attempt.address }) : credentials;
}

export async function checkCredentials(
  db: Database,
  types: ResourceTypes,
  attempt: Credentials & { readonly address: string },
): Promise<Result<Login, LoginFailure>> {
  const { name, pass } = attempt;
  const placeOfAddress = await takePlace(db, perAddress, attempt.address);
  if (placeOfAddress === undefined) {
    return failure({
      code: "403",
      message: "Access is blocked because of IP based flood prevention.",
      retryAfter: perAddress.window,
    });
  }
  // A blocked account is none: who merely knows its name is told nothing.
  const found = await sql`SELECT id, f_name AS name, pass FROM ${sql.table(types.user.table)}
    WHERE lower(f_name) = lower(${name}) AND f_status LIMIT 1`.execute(db);
  const account = found.rows.length > 0 ? accountRow.parse(found.rows[0]) : undefined;
  const identifier = `${account?.id ?? name.toLowerCase()}-${attempt.address}`;
  if ((await takePlace(db, perUser, identifier)) === undefined) {
    await giveBack(db, placeOfAddress);
    return failure({
      code: "403",
      message: "Too many failed login attempts from your IP address. This IP address is temporarily blocked.",
      retryAfter: perUser.window,
    });
  }
  const matches = await passwordMatches(pass, account?.pass);
  if (!account || !matches) return failure({ code: "400", message: "Sorry, unrecognized username or password." });
  await giveBack(db, placeOfAddress);
  await clear(db, perUser, identifier);
  return success({ account: account.id, name: account.name });
}

function readCredentials(body: string): Result<Credentials, LoginFailure> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = undefined;
  }
  if (typeof parsed !== "object" || parsed === null)
    return failure({ code: "400", message: "The request body must be a JSON object." });
  const fields = z.object({ name: z.unknown(), pass: z.unknown() }).partial().safeParse(parsed);
  const name = fields.data?.name;
  const pass = fields.data?.pass;
  if (name === undefined && pass === undefined) return failure({ code: "400", message: "Missing credentials." });
  if (name === undefined) return failure({ code: "400", message: "Missing credentials.name." });
  if (pass === undefined) return failure({ code: "400", message: "Missing credentials.pass." });
  if (
    typeof name !== "string" ||
    typeof pass !== "string" ||
    name.length > 200 ||
    pass.length > 512 ||
    name.includes("\0")
  ) {
    return failure({ code: "400", message: "Sorry, unrecognized username or password." });
  }
  return success({ name, pass });
}
