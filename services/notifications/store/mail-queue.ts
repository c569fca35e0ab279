import { sql } from "kysely";
import * as z from "zod";
import type { Database } from "../../platform/database/database.ts";
import type { Told } from "../message/sentence.ts";

/** A mail to be sent. It holds no address and no text: both are asked for when it is sent. */
export interface QueuedMail {
  /** That of the notification: the same event to the same person is the same mail. */
  readonly id: string;
  readonly brand: string;
  readonly recipient: string;
  readonly told: Told;
  readonly subjectIds: readonly string[];
  readonly permissions: readonly string[];
}

const told = z.object({
  kind: z.string(),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  subjectLabel: z.string().nullable(),
  subjectCount: z.number(),
  value: z.string().nullable(),
  accountId: z.string().nullable(),
  accountLabel: z.string().nullable(),
  accountCount: z.number(),
  actorName: z.string().nullable(),
  occurredAt: z.string(),
});
const mailRow = z.object({
  id: z.string(),
  brand: z.string(),
  recipient: z.string(),
  told,
  subjectIds: z.array(z.string()),
  permissions: z.array(z.string()),
  attempts: z.number(),
});

export type DueMail = QueuedMail & { readonly attempts: number };

/** Mails that survive whatever ends the process. */
export class MailQueue {
  private queued: () => void = () => undefined;

  constructor(private readonly db: Database) {}

  /** Who sends needn't look now and then only. */
  onQueued(tell: () => void): void {
    this.queued = tell;
  }

  /** The batch is told: its mails are queued and its events are gone, both or neither. */
  async finishBatch(brand: string, batch: string, mails: readonly QueuedMail[], now: number): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      for (const mail of mails) {
        await sql`INSERT INTO mail (id, brand, recipient, told, subject_ids, permissions, state, next_at, changed_at) VALUES (${mail.id}, ${mail.brand}, ${mail.recipient}, ${JSON.stringify(mail.told)}::jsonb,
          ${JSON.stringify(mail.subjectIds)}::jsonb, ${JSON.stringify(mail.permissions)}::jsonb, 'queued', ${now}, ${now}) ON CONFLICT (id) DO NOTHING`.execute(
          trx,
        );
      }
      await sql`DELETE FROM pending WHERE brand = ${brand} AND batch = ${batch}`.execute(trx);
    });
    if (mails.length > 0) this.queued();
  }

  /** After a start: what was being sent when the process ended may have arrived or not. It is sent again, under the same Message-ID. */
  async recover(now: number): Promise<number> {
    const found =
      await sql`UPDATE mail SET state = 'queued', next_at = ${now}, changed_at = ${now} WHERE state = 'sending' RETURNING id`.execute(
        this.db,
      );
    return found.rows.length;
  }

  /** The next mail whose time has come, marked as being sent. */
  async next(now: number): Promise<DueMail | undefined> {
    const found = await sql`UPDATE mail SET state = 'sending', attempts = attempts + 1, changed_at = ${now}
      WHERE id = (SELECT id FROM mail WHERE state = 'queued' AND next_at <= ${now} ORDER BY next_at, id LIMIT 1)
      RETURNING id, brand, recipient, told, subject_ids AS "subjectIds", permissions, attempts`.execute(this.db);
    return found.rows.length === 0 ? undefined : mailRow.parse(found.rows[0]);
  }

  async settle(
    id: string,
    state: "sent" | "failed" | "dropped",
    now: number,
    error: string | null = null,
  ): Promise<void> {
    await sql`UPDATE mail SET state = ${state}, error = ${error}, changed_at = ${now} WHERE id = ${id}`.execute(
      this.db,
    );
  }

  /** Again later. `attempts` says how often it was tried, where this was no try of the mail's own. */
  async postpone(id: string, until: number, error: string, attempts: number): Promise<void> {
    await sql`UPDATE mail SET state = 'queued', next_at = ${until}, error = ${error}, attempts = ${attempts} WHERE id = ${id}`.execute(
      this.db,
    );
  }

  async counts(): Promise<Record<string, number>> {
    const found = await sql<{
      state: string;
      count: number;
    }>`SELECT state, count(*) AS count FROM mail GROUP BY state`.execute(this.db);
    return Object.fromEntries(found.rows.map(({ state, count }) => [state, count]));
  }
}
