import { randomUUID } from "node:crypto";
import { each } from "../loopback.ts";
import { foreignRows, ownRow, path, type Recorder, unknownLike } from "./recorder.ts";

/** Lists, filters, sorts, includes, counts: what a reader can ask. */
export async function readProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  const { types, relationships } = world;
  const get = (at: string) => ({ method: "GET", path: at });
  // Every type leads to its brand; two of them stand for all.
  const related = (type: string) =>
    Object.entries(relationships[type] ?? {}).filter(
      ([name]) => name !== "brand" || type === "sw_line" || type === "user",
    );

  await recorder.probe("control: every type has rows of two brands", async () => {
    for (const type of types)
      for (const brand of ["a", "b"])
        if (!world.rows.some((row) => row.type === type && row.part.brand === brand))
          recorder.finding(`leaks/seeds.ts makes no ${type} in brand ${brand}: nothing asks for it`);
  });
  await recorder.probe("control: the own values are found", async () => {
    await each(
      Object.keys(world.admins).filter((key) => ["a", "b", "c", "p"].includes(key)),
      async (brand) => {
        for (const row of world.rows.filter(({ part, type }) => part.brand === brand && type !== "file")) {
          const reply = await (row.reader ? world.actor(row.reader).client : world.admins[brand])?.get(
            path(row.type, `/${row.id}`),
          );
          for (const [field, value] of Object.entries(row.texts))
            if (!reply?.text.includes(value))
              recorder.finding(`${row.type}.${field} of ${brand} isn't where it was put: ${reply?.status}`);
        }
      },
    );
  });
  await recorder.probe("collections", () =>
    recorder.actors(
      () => types,
      async (actor, type) => {
        const reply = await recorder.ask(actor, get(path(type)));
        if (actor.key === "anonymous" && reply.status !== 401) recorder.finding(`anonymous ${type}: ${reply.status}`);
      },
    ),
  );
  await recorder.probe("pages: short pages and next links tell no count", () =>
    recorder.actors(
      () => types,
      async (actor, type) => {
        const sparse = `?fields[${type}--${type}]=version&page[limit]=`;
        const all = await recorder.ask(actor, get(path(type, `${sparse}500`)));
        if (all.status !== 200) return;
        const count = all.list().length;
        const exact = await recorder.ask(actor, get(path(type, `${sparse}${Math.max(count, 1)}`)));
        if (exact.list().length !== count || exact.at("/links/next") || exact.at("/meta"))
          recorder.finding(
            `${actor.key} ${type}: ${count} rows, then ${exact.list().length}, next ${JSON.stringify(exact.at("/links/next"))}, meta ${JSON.stringify(exact.at("/meta"))}`,
          );
        await recorder.ask(actor, get(path(type, `${sparse}1`)));
        const after = await recorder.ask(actor, get(path(type, `${sparse}2&page[offset]=${count}`)));
        if (after.list().length > 0 || after.at("/links/next"))
          recorder.finding(`${actor.key} ${type}: rows after the last one`);
        const counted = await recorder.ask(actor, get(`/jsonapi/aggregate/${type}`));
        if (counted.at("/meta/groups/0/count") !== count)
          recorder.finding(
            `${actor.key} aggregate of ${type} counts ${JSON.stringify(counted.at("/meta/groups/0/count"))}, the list ${count}`,
          );
      },
    ),
  );
  await recorder.probe("filters by ids", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type, 2)),
      async (actor, row) => {
        await recorder.twin(actor, {
          foreign: row.id,
          unknown: randomUUID(),
          ask: (id) => get(path(row.type, `?filter[id]=${id}`)),
        });
        const name =
          row.type === "user"
            ? "drupal_internal__uid"
            : row.type === "file"
              ? "drupal_internal__fid"
              : "drupal_internal__id";
        await recorder.twin(actor, {
          foreign: `=${row.internal}`,
          unknown: "=2000000000",
          ask: (id) => get(path(row.type, `?filter[${name}]${id}`)),
        });
      },
    ),
  );
  await recorder.probe("filters by values", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) =>
          foreignRows(world, actor, type, 1).flatMap((row) =>
            Object.entries(row.texts).map(([field, value]) => ({ type, field, value })),
          ),
        ),
      async (actor, { type, field, value }) => {
        await recorder.twin(actor, {
          foreign: value,
          unknown: unknownLike(world, value),
          ask: (text) =>
            get(
              path(
                type,
                `?filter[f][condition][path]=${field}&filter[f][condition][operator]=STARTS_WITH&filter[f][condition][value]=${text}`,
              ),
            ),
        });
      },
    ),
  );
  await recorder.probe("filters through references by id", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) =>
          related(type).flatMap(([name, target]) =>
            foreignRows(world, actor, target, 1).map((row) => ({ type, name, row })),
          ),
        ),
      async (actor, { type, name, row }) => {
        await recorder.twin(actor, {
          foreign: row.id,
          unknown: randomUUID(),
          ask: (id) => get(path(type, `?filter[${name}.id]=${id}`)),
        });
        await recorder.twin(actor, {
          foreign: `=${row.internal}`,
          unknown: "=2000000000",
          ask: (id) => get(path(type, `?filter[${name}.meta.drupal_internal__target_id]${id}`)),
        });
      },
    ),
  );
  await recorder.probe("filters through references by value", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) =>
          related(type).flatMap(([name, target]) =>
            foreignRows(world, actor, target, 1).flatMap((row) =>
              Object.entries(row.texts)
                .slice(0, 2)
                .map(([field, value]) => ({ type, at: `${name}.${field}`, value })),
            ),
          ),
        ),
      async (actor, { type, at, value }) => {
        await recorder.twin(actor, {
          foreign: value,
          unknown: unknownLike(world, value),
          ask: (text) =>
            get(
              path(
                type,
                `?filter[f][condition][path]=${at}&filter[f][condition][operator]=CONTAINS&filter[f][condition][value]=${text}`,
              ),
            ),
        });
      },
    ),
  );
  await recorder.probe("sorts through references", () =>
    recorder.actors(
      () => types.flatMap((type) => related(type).map(([name, target]) => ({ type, name, target }))),
      async (actor, { type, name, target }) => {
        const field =
          Object.keys(world.rows.find((row) => row.type === target)?.texts ?? { version: "" })[0] ?? "version";
        await recorder.ask(actor, get(path(type, `?sort=-${name}.${field}`)));
        await recorder.ask(actor, get(`/jsonapi/aggregate/${type}?groupBy=${name},${name}.${field}`));
      },
    ),
  );
  await recorder.probe("includes", () =>
    recorder.actors(
      () => types.flatMap((type) => related(type).map(([name, target]) => ({ type, name, target }))),
      async (actor, { type, name, target }) => {
        const deeper = Object.keys(relationships[target] ?? {}).map((next) => `${name}.${next}`);
        await recorder.ask(actor, get(path(type, `?include=${[name, ...deeper].join(",")}`)));
      },
    ),
  );
  await recorder.probe("linkage, related and relationship routes of own rows", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) => {
          const row = ownRow(world, actor, type);
          return row ? related(type).map(([name]) => ({ type, name, id: row.id })) : [];
        }),
      async (actor, { type, name, id }) => {
        await recorder.ask(actor, get(path(type, `/${id}/${name}`)));
        await recorder.ask(actor, get(path(type, `/${id}/relationships/${name}`)));
      },
    ),
  );
  await recorder.probe("foreign rows one by one", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type)),
      async (actor, { type, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => get(path(type, `/${value}`)),
          timed: true,
        });
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({ method: "HEAD", path: path(type, `/${value}`) }),
        });
      },
      1,
    ),
  );
  await recorder.probe("foreign rows at another type's address", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type, 1)),
      async (actor, { type, id }) => {
        const other = type === "sw_account" ? "sw_site" : "sw_account";
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => get(path(other, `/${value}`)),
        });
      },
    ),
  );
  await recorder.probe("related and relationship routes of foreign rows", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) =>
          foreignRows(world, actor, type, 1).flatMap((row) =>
            related(type).map(([name]) => ({ type, name, id: row.id })),
          ),
        ),
      async (actor, { type, name, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => get(path(type, `/${value}/${name}`)),
        });
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => get(path(type, `/${value}/relationships/${name}`)),
        });
      },
    ),
  );
  await recorder.probe("versions", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type, 1)),
      async (actor, { type, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => get(path(type, `/${value}?resourceVersion=id:1`)),
        });
        await recorder.ask(actor, get(path(type, "?resourceVersion=rel:working-copy")));
      },
    ),
  );
  await recorder.probe("aggregates", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type, 1)),
      async (actor, { type, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => get(`/jsonapi/aggregate/${type}?filter[id]=${value}`),
        });
        if (type !== "file" && type !== "sw_brand")
          await recorder.ask(actor, get(`/jsonapi/aggregate/${type}?groupBy=brand`));
      },
    ),
  );
  await recorder.probe("journal", () =>
    recorder.actors(
      (actor) =>
        world.rows.filter(
          (row) =>
            !row.visible(actor) &&
            row.type !== "file" &&
            row.type !== "sw_journal_entry" &&
            (row.part.brand === "b" || row.part.brand === actor.brand),
        ),
      async (actor, row) => {
        await recorder.twin(actor, {
          foreign: row.id,
          unknown: randomUUID(),
          ask: (id) => get(path("sw_journal_entry", `?filter[subject_id]=${id}`)),
        });
        const value = Object.values(row.texts)[0];
        if (value)
          await recorder.twin(actor, {
            foreign: value,
            unknown: unknownLike(world, value),
            ask: (text) =>
              get(
                path(
                  "sw_journal_entry",
                  `?filter[c][condition][path]=changes.to&filter[c][condition][operator]=CONTAINS&filter[c][condition][value]=${text}`,
                ),
              ),
          });
      },
    ),
  );
  await recorder.probe("journal: all pages", () =>
    recorder.actors(
      () => [0, 50, 100],
      async (actor, offset) => {
        await recorder.ask(
          actor,
          get(path("sw_journal_entry", `?sort=-sequence&include=actor,account&page[offset]=${offset}`)),
        );
      },
    ),
  );
}
