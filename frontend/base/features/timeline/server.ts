import "server-only";
import type { EntityTypeName, SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { startOfDay } from "@softwhere/services/platform/day";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { belongings } from "./belongings";
import { referenceNames, subjectNames } from "./subjects";

const fields = [
  "sequence",
  "occurred_at",
  "actor_name",
  "operation",
  "subject_type",
  "subject_id",
  "subject_label",
  "changes",
  "cause",
  "request_id",
  "view_permission",
];

/** What the timeline is about: with a type what belongs to the row is part of it, with an account everything of it. */
const scope = z.object({
  type: z.string().max(64).optional(),
  subjectId: z.uuid().optional(),
  accountId: z.uuid().optional(),
});
type Scope = z.infer<typeof scope>;

const filter = z.object({
  kind: z.string().max(64).optional(),
  person: z.string().max(160).optional(),
  field: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/)
    .optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
type Filter = z.infer<typeof filter>;

const idsPerRequest = 80;
/** Rows that belong to the subject, those changed last first: where nothing is filtered the newest entries are theirs. */
const recentRows = 80;
const mostRows = 800;
const rowsPerType = 500;

export const journalRouter = router({
  /** The newest entries, in words a person knows. */
  list: userProcedure
    .input(scope.extend({ filter: filter.default({}), limit: z.int().min(1).max(300).default(60) }))
    .query(async ({ ctx, input }) => {
      const { timeZone } = await ctx.viewer();
      const filtered = Object.values(input.filter).some((value) => value !== undefined);
      const subjects = await subjectsOf(
        ctx.backend,
        input,
        filtered || input.limit > recentRows ? mostRows : recentRows,
      );
      const pages = await Promise.all(
        subjects.map((part) =>
          ctx.backend.list(
            "sw_journal_entry",
            entryParams(input, input.filter, { ids: part, timeZone })
              .addFields("sw_journal_entry--sw_journal_entry", fields)
              .addSort("sequence", "DESC")
              .addCustomParam({ page: { limit: input.limit } }),
          ),
        ),
      );
      const entries = newestFirst(pages.flat()).slice(0, input.limit);
      const names = await referenceNames(ctx.backend, entries);
      return {
        entries,
        names,
        subjects: await subjectNames(ctx.backend, entries, names),
        more: pages.some((page) => page.length === input.limit),
      };
    }),

  /** What the entries can be narrowed to: kinds of objects and people. */
  facets: userProcedure.input(scope).query(async ({ ctx, input }) => {
    const subjects = await subjectsOf(ctx.backend, input, recentRows);
    const values = async (path: "subject_type" | "actor_name") => {
      const groups = await Promise.all(
        subjects.map((part) =>
          ctx.backend.aggregate("sw_journal_entry", { groupBy: [path], filter: entryParams(input, {}, { ids: part }) }),
        ),
      );
      return [
        ...new Set(groups.flat().flatMap(({ keys }) => (typeof keys[path] === "string" ? [keys[path]] : []))),
      ].sort((a, b) => a.localeCompare(b));
    };
    const [kinds, people] = await Promise.all([values("subject_type"), values("actor_name")]);
    return { kinds, people };
  }),
});

/** The ids whose entries are asked for, in parts; one part without ids where the account says it all. */
async function subjectsOf(
  backend: BackendClient,
  { type, subjectId, accountId }: Scope,
  most: number,
): Promise<readonly (readonly string[] | undefined)[]> {
  if (accountId || !subjectId) return [undefined];
  const pages = await Promise.all(
    belongings(type ?? "").map((one) =>
      // The type comes from the model, so it names a resource type. Without the right to it there is nothing to show of it.
      unlessRefused(
        backend,
        backend.list(
          one.type as EntityTypeName,
          new DrupalJsonApiParams()
            .addFields(`${one.type}--${one.type}`, ["changed"])
            .addFilter(`${one.path}.id`, subjectId)
            .addSort("changed", "DESC")
            .addCustomParam({ page: { limit: Math.min(most, rowsPerType) } }),
        ),
        [],
      ),
    ),
  );
  const rows = pages.flat().sort((a, b) => String(b.changed ?? "").localeCompare(String(a.changed ?? "")));
  const ids = [subjectId, ...rows.slice(0, most - 1).map(({ id }) => id)];
  return Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, index) =>
    ids.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
}

function entryParams(
  { accountId }: Scope,
  { kind, person, field, from, to }: Filter,
  { ids, timeZone }: { ids: readonly string[] | undefined; timeZone?: string },
): DrupalJsonApiParams {
  const params = new DrupalJsonApiParams();
  if (accountId) params.addFilter("account.id", accountId);
  if (ids) params.addFilter("subject_id", [...ids], "IN");
  if (kind) params.addFilter("subject_type", kind);
  if (person) params.addFilter("actor_name", person);
  if (field) params.addFilter("changes.field", field);
  if (from) params.addFilter("occurred_at", startOfDay(from, 0, timeZone), ">=");
  if (to) params.addFilter("occurred_at", startOfDay(to, 1, timeZone), "<");
  return params;
}

function newestFirst(entries: readonly SwJournalEntry[]): SwJournalEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()].sort(
    (a, b) => (b.sequence ?? 0) - (a.sequence ?? 0),
  );
}
