import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwJournalEntry } from "../../model/generated/entities.ts";
import type { BackendClient } from "./client.ts";

/** What a service learns from the journal: something about this object changed. It reads the object itself, as it is now. */
export interface JournalNotice {
  readonly sequence: number;
  readonly operation: "create" | "update" | "delete";
  readonly subjectType: string;
  readonly subjectId: string;
  readonly accountId: string | null;
  readonly requestId: string | null;
  readonly actorId: string | null;
}

const fields = ["sequence", "operation", "subject_type", "subject_id", "account", "request_id", "actor"];

/**
 * The journal as the services' outbox: entries after `cursor`, oldest first, at most 500. A brand's sequence has no gaps and grows in the
 * order of commits, so that whoever stores the last sequence together with its own effect misses nothing and does nothing twice.
 */
export async function readOutbox(backend: BackendClient, cursor: number): Promise<JournalNotice[]> {
  return (await backend.list("sw_journal_entry", outboxPage(cursor, fields))).map(noticeOf);
}

/** An entry with what it says, for a service that tells people of the change itself. Only what the service's own user may see. */
export interface JournalChange extends JournalNotice {
  readonly actorName: string;
  readonly subjectLabel: string;
  readonly occurredAt: string;
  /** What a reader needs to hold to see these changes. */
  readonly viewPermission: string | null;
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[];
}

/** As `readOutbox`, with the changes. */
export async function readOutboxChanges(backend: BackendClient, cursor: number): Promise<JournalChange[]> {
  const entries = await backend.list(
    "sw_journal_entry",
    outboxPage(cursor, [...fields, "actor_name", "subject_label", "occurred_at", "view_permission", "changes"]),
  );
  return entries.map((entry) => ({
    ...noticeOf(entry),
    actorName: entry.actor_name ?? "",
    subjectLabel: entry.subject_label ?? "",
    occurredAt: entry.occurred_at ?? "",
    viewPermission: entry.view_permission ?? null,
    changes: entry.changes ?? [],
  }));
}

function outboxPage(cursor: number, names: string[]): DrupalJsonApiParams {
  return new DrupalJsonApiParams()
    .addFields("sw_journal_entry--sw_journal_entry", names)
    .addFilter("sequence", String(cursor), ">")
    .addSort("sequence")
    .addCustomParam({ page: { limit: 500 } });
}

function noticeOf(entry: SwJournalEntry): JournalNotice {
  return {
    sequence: entry.sequence ?? 0,
    operation: entry.operation ?? "update",
    subjectType: entry.subject_type ?? "",
    subjectId: entry.subject_id ?? "",
    accountId: entry.account?.id ?? null,
    requestId: entry.request_id ?? null,
    actorId: entry.actor?.id ?? null,
  };
}

/** The newest sequence, 0 where nothing was written yet. */
export async function outboxHead(backend: BackendClient): Promise<number> {
  const params = new DrupalJsonApiParams()
    .addFields("sw_journal_entry--sw_journal_entry", ["sequence"])
    .addSort("sequence", "DESC")
    .addCustomParam({ page: { limit: 1 } });
  return (await backend.list("sw_journal_entry", params))[0]?.sequence ?? 0;
}
