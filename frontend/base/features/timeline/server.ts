import "server-only";
import type { SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import { labelFields } from "@softwhere/services/model/generated/labels";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { router, userProcedure } from "@/server/trpc/init";

const fields = ["sequence", "occurred_at", "actor_name", "operation", "subject_type", "subject_id", "subject_label", "changes", "cause", "request_id", "view_permission"];

export const journalRouter = router({
  /** The newest entries of one object, or of everything an account owns. */
  list: userProcedure.input(z.object({ subjectId: z.uuid().optional(), accountId: z.uuid().optional() })).query(async ({ ctx, input }) => {
    const params = new DrupalJsonApiParams().addFields("sw_journal_entry--sw_journal_entry", fields).addSort("sequence", "DESC").addCustomParam({ page: { limit: 60 } });
    if (input.subjectId) params.addFilter("subject_id", input.subjectId);
    if (input.accountId) params.addFilter("account.id", input.accountId);
    const entries = await ctx.backend.list("sw_journal_entry", params);
    return { entries, names: await referenceNames(ctx.backend, entries) };
  }),
});

async function referenceNames(backend: BackendClient, entries: readonly SwJournalEntry[]): Promise<Record<string, string>> {
  const wanted = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const change of entry.changes ?? []) {
      const target = fieldKinds[entry.subject_type ?? ""]?.[change.field]?.target;
      if (!target) continue;
      const ids = wanted.get(target) ?? new Set<string>();
      for (const id of [change.from, change.to]) if (id && /^[0-9a-f-]{36}$/.test(id)) ids.add(id);
      wanted.set(target, ids);
    }
  }
  const names: Record<string, string> = {};
  await Promise.all(
    [...wanted].map(async ([type, ids]) => {
      const label = labelFields[type] ?? "name";
      // The type comes from the model's own references, so it names a resource type.
      const rows = await backend.list(type as "sw_site", new DrupalJsonApiParams().addFields(`${type}--${type}`, [label]).addFilter("id", [...ids].slice(0, 100), "IN")).catch(() => []);
      for (const row of rows) names[row.id] = String(Reflect.get(row, label) ?? "");
    }),
  );
  return names;
}
