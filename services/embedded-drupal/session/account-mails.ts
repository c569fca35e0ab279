import { createHash, randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../../platform/database/database.ts";
import { linkMinutes } from "../../platform/password-rule.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import { type Limit, perUser, takePlace } from "./flood.ts";
import { seconds } from "./session-store.ts";

/** Asking for a new password is limited as signing in is, whatever the name. */
const asksPerAddress: Limit = { event: "reset_address", threshold: 50, window: 3600 };
const asksPerName: Limit = { event: "reset_name", threshold: 5, window: 6 * 3600 };
/** Whoever asks, from however many addresses, fills nobody's mailbox. */
const mailsPerPerson: Limit = { event: "reset_mail", threshold: 10, window: 6 * 3600 };

/** Nobody waits longer for the mail they asked for; of a password that was changed people are told for some days. */
const waitsFor = { password_reset: 3600, password_changed: 3 * 86_400 } as const;
const listed = 100;

export type AccountMailKind = keyof typeof waitsFor;

/** A mail to a person about their own account, with what it needs to be written. */
export interface AccountMail {
  readonly id: string;
  readonly kind: AccountMailKind;
  readonly at: number;
  readonly recipient: {
    readonly id: string;
    readonly name: string;
    readonly mail: string;
    readonly language: string | null;
  };
  readonly brand: string;
  /** Of a link to a new password; nobody but its mail has it. */
  readonly token: string | null;
}

const waitingRow = z.object({
  place: z.coerce.number(),
  kind: z.enum(["password_reset", "password_changed"]),
  name: z.string().nullable(),
  account: z.number().nullable(),
  at: z.coerce.number(),
  taken: z.coerce.number().nullable(),
});

const personRow = z.object({
  id: z.number(),
  uuid: z.string(),
  label: z.string(),
  mail: z.string(),
  language: z.string().nullable(),
  brand: z.string(),
});

const tokenHash = (token: string) => createHash("sha256").update(token).digest("hex");

const tooLate = () => sql`at < ${seconds()} - CASE kind
  WHEN 'password_reset' THEN ${sql.lit(waitsFor.password_reset)} ELSE ${sql.lit(waitsFor.password_changed)} END`;

/** What has waited too long goes now, so that looking for mails writes nothing. */
async function add(db: Database, mail: { kind: AccountMailKind; name?: string; account?: number }): Promise<void> {
  await sql`DELETE FROM core_account_mail WHERE ${tooLate()}`.execute(db);
  await sql`INSERT INTO core_account_mail (id, kind, name, account, at)
    VALUES (${randomUUID()}::uuid, ${mail.kind}, ${mail.name ?? null}, ${mail.account ?? null}, ${seconds()})`.execute(
    db,
  );
}

/** What people are to be told by mail of their own account. Who asks for a new password only leaves the name: whose it is, is looked up when the mail is written. */
export class AccountMails {
  readonly #db: Database;
  readonly #types: ResourceTypes;

  constructor(db: Database, types: ResourceTypes) {
    this.#db = db;
    this.#types = types;
  }

  /** The same work for every name; seconds to wait where too many were asked for. */
  async ask(name: string, address: string): Promise<{ retryAfter: number } | undefined> {
    const limits: [Limit, string][] = [
      [asksPerAddress, address],
      [asksPerName, `${name.toLowerCase()}-${address}`],
    ];
    for (const [limit, identifier] of limits)
      if ((await takePlace(this.#db, limit, identifier)) === undefined) return { retryAfter: limit.window };
    await add(this.#db, { kind: "password_reset", name });
    return undefined;
  }

  /** Mails that nobody has taken up yet, oldest first. */
  async waiting(): Promise<string[]> {
    const found = await sql<{ id: string }>`SELECT id FROM core_account_mail
      WHERE taken IS NULL AND NOT ${tooLate()} ORDER BY place LIMIT ${sql.lit(listed)}`.execute(this.#db);
    return found.rows.map(({ id }) => id);
  }

  /**
   * The mail, with a new link where it has one; null where there is nobody to send it to, or it is too late. It may be taken again, by whom the first
   * time was interrupted: links of the same request live side by side, so that a mail that arrives twice opens twice.
   */
  async take(id: string): Promise<AccountMail | null> {
    const found =
      await sql`SELECT place, kind, name, account, at, taken FROM core_account_mail WHERE id = ${id}::uuid`.execute(
        this.#db,
      );
    if (found.rows.length === 0) return null;
    const mail = waitingRow.parse(found.rows[0]);
    const person = mail.at < seconds() - waitsFor[mail.kind] ? undefined : await this.#person(mail);
    const isFirst = mail.taken === null;
    if (!person || (mail.kind === "password_reset" && isFirst && !(await this.#mayHaveAnother(person.id)))) {
      await sql`DELETE FROM core_account_mail WHERE place = ${mail.place}::bigint`.execute(this.#db);
      return null;
    }
    const token = mail.kind === "password_reset" ? randomBytes(32).toString("base64url") : null;
    await this.#db.transaction().execute(async (transaction) => {
      await sql`UPDATE core_account_mail SET taken = ${seconds()} WHERE place = ${mail.place}::bigint`.execute(
        transaction,
      );
      if (token === null) return;
      await sql`DELETE FROM core_password_reset WHERE ends < ${seconds()} OR (account = ${person.id} AND mail < ${mail.place}::bigint)`.execute(
        transaction,
      );
      await sql`INSERT INTO core_password_reset (hash, mail, account, ends) VALUES (${tokenHash(token)}, ${mail.place}::bigint, ${person.id}, ${seconds() + linkMinutes * 60})`.execute(
        transaction,
      );
    });
    const { uuid, label, mail: address, language, brand } = person;
    return {
      id,
      kind: mail.kind,
      at: mail.at,
      recipient: { id: uuid, name: label, mail: address, language },
      brand,
      token,
    };
  }

  /** Whose link this is; undefined for one that is unknown, used, too old, followed by another request, or a blocked person's. */
  async accountOf(token: string): Promise<{ id: number; name: string; brand: string | null } | undefined> {
    const found = await sql<{
      id: number;
      name: string;
      brand: string | null;
    }>`SELECT u.id, u.f_name AS name, b.f_name AS brand
      FROM core_password_reset AS r JOIN ${sql.table(this.#types.user.table)} AS u ON u.id = r.account LEFT JOIN ${sql.table(this.#types.brand.table)} AS b ON b.id = u.brand
      WHERE r.hash = ${tokenHash(token)} AND r.ends >= ${seconds()} AND u.f_status AND NOT EXISTS (
        SELECT 1 FROM core_account_mail AS m WHERE m.kind = 'password_reset' AND m.place > r.mail AND lower(m.name) = lower(u.f_name))`.execute(
      this.#db,
    );
    return found.rows[0];
  }

  /** Uses the link up, and sets the password that it was for; false where another request was faster. */
  async redeem(token: string, account: number, hash: string): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      const used =
        await sql`DELETE FROM core_password_reset WHERE hash = ${tokenHash(token)} AND account = ${account} RETURNING hash`.execute(
          transaction,
        );
      if (used.rows.length === 0) return false;
      await sql`UPDATE ${sql.table(this.#types.user.table)} SET pass = ${hash}, version = version + 1, changed = greatest(changed, ${seconds()}) WHERE id = ${account}`.execute(
        transaction,
      );
      await passwordsChanged(transaction, [account]);
      return true;
    });
  }

  /** Staff, clients and partners with an address: never a service's user, and nobody of the platform, who has no brand to write in the name of. */
  async #person({ name, account }: z.infer<typeof waitingRow>): Promise<z.infer<typeof personRow> | undefined> {
    const found =
      await sql`SELECT u.id, u.uuid, coalesce(nullif(u.f_full_name, ''), u.f_name) AS label, u.f_mail AS mail, u.f_preferred_langcode AS language, b.uuid AS brand
      FROM ${sql.table(this.#types.user.table)} AS u JOIN ${sql.table(this.#types.brand.table)} AS b ON b.id = u.brand
      WHERE ${account === null ? sql`lower(u.f_name) = lower(${name ?? ""})` : sql`u.id = ${account}`}
        AND u.f_status AND u.f_mail <> '' AND u.f_user_type IS DISTINCT FROM 'service'`.execute(this.#db);
    return found.rows.length === 0 ? undefined : personRow.parse(found.rows[0]);
  }

  async #mayHaveAnother(account: number): Promise<boolean> {
    return (await takePlace(this.#db, mailsPerPerson, String(account))) !== undefined;
  }
}

/** An old password opens nothing any more, and neither does a link to another one; the people are told. */
export async function passwordsChanged(db: Database, accounts: readonly number[]): Promise<void> {
  await endAccess(db, accounts);
  for (const account of accounts) {
    // Guesses at the old one say nothing of the new one.
    await sql`DELETE FROM core_flood WHERE event = ${perUser.event} AND identifier LIKE ${`${account}-%`}`.execute(db);
    await add(db, { kind: "password_changed", account });
  }
}

/** Sessions, and links to a new password. */
export async function endAccess(db: Database, accounts: readonly number[]): Promise<void> {
  if (accounts.length === 0) return;
  await sql`DELETE FROM core_session WHERE account = ANY(${[...accounts]}::integer[])`.execute(db);
  await sql`DELETE FROM core_password_reset WHERE account = ANY(${[...accounts]}::integer[])`.execute(db);
}
