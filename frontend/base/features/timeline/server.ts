import "server-only";
import type { EntityTypeName } from "@softwhere/services/model/generated/entities";
import { startOfDay } from "@softwhere/services/platform/day";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { belongings } from "./belongings";
import type { EventFact, EventThing } from "./events";
import { countKinds, kindOf, typesOf } from "./kinds";
import { readEvents, wholeEvents } from "./read-events";
import { type Searched, searchedWords, searchInto } from "./search-history";
import { referenceNames, rowNames, subjectNames, type ToldRow } from "./subjects";

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
  site: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  search: z.string().trim().min(1).max(80).optional(),
});
type Filter = z.infer<typeof filter>;

const idsPerRequest = 80;
/** Rows that belong to the subject, those changed last first: where nothing is filtered the newest entries are theirs. */
const recentRows = 80;
const mostRows = 800;
const rowsPerType = 500;
/** More of one event are read in its own list. */
const mostThings = 2_000;

export const journalRouter = router({
  /** What was done, newest first, each thing once and whole, in words a person knows. */
  events: userProcedure
    .input(
      scope.extend({
        filter: filter.default({}),
        size: z.int().min(1).max(60).default(30),
        cursor: z.int().min(0).nullish(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { timeZone } = await ctx.viewer();
      const { filter: by, cursor, size } = input;
      const far = Object.values(by).some((value) => value !== undefined) || (cursor ?? null) !== null;
      const subjects = await subjectsOf(ctx.backend, aboutOf(input, by), far ? mostRows : recentRows);
      const searched = await searchedIn(ctx.backend, input, { by, subjects });
      const { events, next } = await readEvents(
        ctx.backend,
        {
          found: subjects.map((ids) => () => entryParams(input, by, { ids, timeZone, searched })),
          whole: subjects.map((ids) => () => entryParams(input, {}, { ids })),
        },
        { before: cursor ?? null, size },
      );
      const things = events.flatMap((event) => event.things);
      return {
        events: events.map(({ all: _, ...event }) => event),
        ...(await wordsOf(
          ctx.backend,
          things,
          events.flatMap((event) => event.facts),
        )),
        next,
      };
    }),

  /** All that one event did, thing by thing. */
  things: userProcedure.input(scope.extend({ id: z.string().min(1).max(64) })).query(async ({ ctx, input }) => {
    const subjects = await subjectsOf(ctx.backend, input, mostRows);
    const [event] = await wholeEvents(
      ctx.backend,
      subjects.map((ids) => () => entryParams(input, {}, { ids })),
      [input.id],
    );
    const things = (event?.all ?? []).slice(0, mostThings);
    return { things, ...(await wordsOf(ctx.backend, things, [])) };
  }),

  /** How many things were done to each kind of object, under the other filters; and in all. */
  kinds: userProcedure.input(scope.extend({ filter: filter.default({}) })).query(async ({ ctx, input }) => {
    const { timeZone } = await ctx.viewer();
    const { kind: _, ...by } = input.filter;
    const subjects = await subjectsOf(ctx.backend, aboutOf(input, by), mostRows);
    const searched = await searchedIn(ctx.backend, input, { by, subjects });
    return countKinds(
      ctx.backend,
      subjects.map((ids) => () => entryParams(input, by, { ids, timeZone, searched })),
    );
  }),

  /** What the entries can be narrowed to: kinds of objects and people. */
  facets: userProcedure.input(scope).query(async ({ ctx, input }) => {
    const subjects = await subjectsOf(ctx.backend, input, recentRows);
    const values = (path: "subject_type" | "actor_name") => valuesOf(ctx.backend, input, { subjects, path });
    const [kinds, people, sites] = await Promise.all([
      values("subject_type"),
      values("actor_name"),
      input.accountId
        ? unlessRefused(
            ctx.backend,
            ctx.backend.list(
              "sw_site",
              new DrupalJsonApiParams()
                .addFields("sw_site--sw_site", ["name"])
                .addFilter("account.id", input.accountId)
                .addSort("name")
                .addCustomParam({ page: { limit: 500 } }),
            ),
            [],
          )
        : [],
    ]);
    return {
      kinds: [...new Set(kinds.map(kindOf))],
      people,
      sites: sites.map(({ id, name }) => ({ id, name: name ?? "" })),
    };
  }),
});

/** A site's history is that of what stands there, whatever the account's. */
const aboutOf = (about: Scope, { site }: Filter): Scope => (site ? { type: "sw_site", subjectId: site } : about);

/** Which values of a path the entries have. */
async function valuesOf(
  backend: BackendClient,
  about: Scope,
  { subjects, path }: { subjects: Subjects; path: "subject_type" | "actor_name" },
): Promise<string[]> {
  const groups = await Promise.all(
    subjects.map((ids) =>
      backend.aggregate("sw_journal_entry", { groupBy: [path], filter: entryParams(about, {}, { ids }) }),
    ),
  );
  const values = groups.flat().flatMap(({ keys }) => (typeof keys[path] === "string" ? [keys[path]] : []));
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}

/** What was typed, as the journal has it. */
async function searchedIn(
  backend: BackendClient,
  about: Scope,
  { by, subjects }: { by: Filter; subjects: Subjects },
): Promise<Searched | undefined> {
  if (!by.search) return undefined;
  return searchedWords(backend, by.search, await valuesOf(backend, about, { subjects, path: "subject_type" }));
}

type Subjects = readonly (readonly string[] | undefined)[];

/** The ids whose entries are asked for, in parts; one part without ids where the account says it all. */
async function subjectsOf(
  backend: BackendClient,
  { type, subjectId, accountId }: Scope,
  most: number,
): Promise<Subjects> {
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
  { ids, timeZone, searched }: { ids: Subjects[number]; timeZone?: string; searched?: Searched | undefined },
): DrupalJsonApiParams {
  const params = new DrupalJsonApiParams();
  if (accountId) params.addFilter("account.id", accountId);
  if (ids) params.addFilter("subject_id", [...ids], "IN");
  if (kind) params.addFilter("subject_type", typesOf(kind), "IN");
  if (person) params.addFilter("actor_name", person);
  if (field) params.addFilter("changes.field", field);
  if (from) params.addFilter("occurred_at", startOfDay(from, 0, timeZone), ">=");
  if (to) params.addFilter("occurred_at", startOfDay(to, 1, timeZone), "<");
  if (searched) searchInto(params, searched);
  return params;
}

/** Names for all that is shown: of things, and of what their changes refer to. */
async function wordsOf(backend: BackendClient, things: readonly EventThing[], facts: readonly EventFact[]) {
  const told: ToldRow[] = [
    ...things.flatMap((thing) => [
      { subject_type: thing.type, subject_id: thing.id, changes: [] },
      ...thing.changes.map(({ type, rowId, field, from, to }) => ({
        subject_type: type,
        subject_id: rowId,
        changes: [{ field, from, to }],
      })),
    ]),
    ...facts.map(({ type, field, from = null, to = null }) => ({
      subject_type: type,
      subject_id: "",
      changes: [{ field, from, to }],
    })),
  ];
  const unnamed = new Map<string, Set<string>>();
  for (const { type, id, label } of things)
    if (!label) unnamed.set(type, (unnamed.get(type) ?? new Set<string>()).add(id));
  const [names, ...labels] = await Promise.all([
    referenceNames(backend, told),
    ...[...unnamed].map(([type, ids]) => rowNames(backend, type, [...ids])),
  ]);
  const own = things.map((thing) => ({
    subject_type: thing.type,
    subject_id: thing.id,
    changes: thing.changes
      .filter(({ rowId }) => rowId === thing.id)
      .map(({ field, from, to }) => ({ field, from, to })),
  }));
  return {
    names: Object.assign({}, names, ...labels) as Record<string, string>,
    subjects: await subjectNames(backend, own, names),
  };
}
