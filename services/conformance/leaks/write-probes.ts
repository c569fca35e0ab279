import { randomUUID } from "node:crypto";
import { atomic, document, many, one } from "../client.ts";
import { foreignRows, ownRow, path, type Recorder, required } from "./recorder.ts";
import type { LeakActor } from "./rows.ts";

/** Writes to, with and about what doesn't exist for the actor. */
export async function writeProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  const { types, relationships } = world;
  const links = (type: string) => Object.entries(relationships[type] ?? {}).filter(([name]) => name !== "brand");
  const isMany = (name: string) => name === "accounts" || name === "sites";
  const linkage = (name: string, target: string, id: string) => (isMany(name) ? many(target, [id]) : one(target, id));
  const targetsOf = (actor: LeakActor, type: string) =>
    links(type).flatMap(([name, target]) =>
      foreignRows(world, actor, target, 2).map((row) => ({ type, name, target, id: row.id })),
    );
  const send = (body: unknown, headers: Record<string, string> = {}) => ({ send: { body, headers } });
  const operations = (list: unknown[]) => ({
    method: "POST",
    path: "/jsonapi/operations",
    send: { body: { "atomic:operations": list }, type: atomic },
  });
  const accepted = (actor: LeakActor, what: string, status: number) => {
    if (status < 400) recorder.finding(`${actor.key} ${what} was accepted: ${status}`);
  };
  const before = await fingerprints(recorder);

  await recorder.probe("PATCH foreign", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type)),
      async (actor, { type, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "PATCH",
            path: path(type, `/${value}`),
            ...send(document(type, { id: value, attributes: {} })),
          }),
        });
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "PATCH",
            path: path(type, `/${value}`),
            ...send(document(type, { id: value, attributes: { version: 1 } }), { "If-Match": '"7"' }),
          }),
        });
        accepted(actor, `PATCH ${type}`, reply.status);
      },
    ),
  );
  await recorder.probe("DELETE foreign", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type)),
      async (actor, { type, id }) => {
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({ method: "DELETE", path: path(type, `/${value}`) }),
        });
        accepted(actor, `DELETE ${type}`, reply.status);
      },
    ),
  );
  await recorder.probe("POST with a foreign reference", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => targetsOf(actor, type)),
      async (actor, { type, name, target, id }) => {
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "POST",
            path: path(type),
            ...send(document(type, { attributes: {}, relationships: { [name]: linkage(name, target, value) } })),
          }),
        });
        accepted(actor, `${type}.${name}`, reply.status);
      },
    ),
  );
  await recorder.probe("PATCH of an own row to a foreign reference", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) => {
          const own = ownRow(world, actor, type);
          return own ? targetsOf(actor, type).map((given) => ({ ...given, own: own.id })) : [];
        }),
      async (actor, { type, name, target, id, own }) => {
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "PATCH",
            path: path(type, `/${own}`),
            ...send(document(type, { id: own, relationships: { [name]: linkage(name, target, value) } })),
          }),
        });
        accepted(actor, `${type}.${name}`, reply.status);
      },
    ),
  );
  await recorder.probe("relationship routes to foreign rows", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) => {
          const own = ownRow(world, actor, type);
          return own ? targetsOf(actor, type).map((given) => ({ ...given, own: own.id })) : [];
        }),
      async (actor, { type, name, target, id, own }) => {
        for (const method of isMany(name) ? ["PATCH", "POST", "DELETE"] : ["PATCH"]) {
          await recorder.twin(actor, {
            foreign: id,
            unknown: randomUUID(),
            ask: (value) => ({
              method,
              path: path(type, `/${own}/relationships/${name}`),
              ...send(linkage(name, target, value)),
            }),
          });
        }
      },
    ),
  );
  await recorder.probe("relationship routes of foreign rows", () =>
    recorder.actors(
      (actor) =>
        types.flatMap((type) =>
          foreignRows(world, actor, type, 1).flatMap((row) =>
            links(type)
              .slice(0, 1)
              .map(([name]) => ({ type, name, id: row.id })),
          ),
        ),
      async (actor, { type, name, id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "PATCH",
            path: path(type, `/${value}/relationships/${name}`),
            ...send({ data: isMany(name) ? [] : null }),
          }),
        });
      },
    ),
  );
  await recorder.probe("client ids: a foreign one is taken as an own one is", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type, 2).map((row) => ({ type, id: row.id }))),
      async (actor, { type, id }) => {
        // Both exist: only an own row may be told apart from a foreign one, and isn't.
        const own = ownRow(world, actor, type)?.id;
        const given = (value: string) => ({
          method: "POST",
          path: path(type),
          ...send(document(type, { id: value, attributes: {} })),
        });
        const reply = own
          ? await recorder.twin(actor, { foreign: id, unknown: own, ask: given })
          : await recorder.ask(actor, given(id));
        accepted(actor, `POST ${type} with a foreign id`, reply.status);
      },
    ),
  );
  await recorder.probe("the brand can't be chosen", () =>
    recorder.actors(
      (actor) => (actor.key === "anonymous" ? [] : types.filter((type) => relationships[type]?.["brand"])),
      async (actor, type) => {
        const foreign = world.rows.find(
          (row) => row.type === "sw_brand" && row.part.brand === (actor.brand === "a" ? "b" : "a"),
        );
        const own = ownRow(world, actor, type);
        if (!foreign) return;
        const body = (id: string) => ({ attributes: {}, relationships: { brand: one("sw_brand", id) } });
        const created = await recorder.twin(actor, {
          foreign: foreign.id,
          unknown: randomUUID(),
          ask: (id) => ({ method: "POST", path: path(type), ...send(document(type, body(id))) }),
        });
        accepted(actor, `POST ${type} with a brand`, created.status);
        if (!own) return;
        const changed = await recorder.twin(actor, {
          foreign: foreign.id,
          unknown: randomUUID(),
          ask: (id) => ({
            method: "PATCH",
            path: path(type, `/${own.id}`),
            ...send(document(type, { id: own.id, ...body(id) })),
          }),
        });
        accepted(actor, `PATCH ${type} with a brand`, changed.status);
      },
    ),
  );
  await recorder.probe("atomic operations", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => foreignRows(world, actor, type, 2)),
      async (actor, { type, id }) => {
        const ref = (value: string) => ({ type: `${type}--${type}`, id: value });
        const note = {
          op: "add",
          data: {
            type: "sw_contact--sw_contact",
            attributes: { last_name: "atomic" },
            relationships: {
              account: one("sw_account", world.rows.find((row) => row.type === "sw_account")?.id ?? ""),
            },
          },
        };
        for (const build of [
          (value: string) => [{ op: "remove", ref: ref(value) }],
          (value: string) => [{ op: "update", ref: ref(value), data: { ...ref(value), attributes: { version: 9 } } }],
          (value: string) => [note, { op: "remove", ref: ref(value) }],
        ]) {
          const reply = await recorder.twin(actor, {
            foreign: id,
            unknown: randomUUID(),
            ask: (value) => operations(build(value)),
          });
          accepted(actor, `atomic ${type}`, reply.status);
        }
      },
    ),
  );
  await recorder.probe("atomic references and ids", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => targetsOf(actor, type).slice(0, 2)),
      async (actor, { type, name, target, id }) => {
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) =>
            operations([
              {
                op: "add",
                data: {
                  type: `${type}--${type}`,
                  attributes: {},
                  relationships: { [name]: linkage(name, target, value) },
                },
              },
            ]),
        });
        accepted(actor, `atomic ${type}.${name}`, reply.status);
      },
    ),
  );
  await recorder.probe("references of many rows", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => targetsOf(actor, type).slice(0, 1)),
      async (actor, { type, name, id }) => {
        const reply = await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => {
            const row = [isMany(name) ? [value] : value];
            return operations([{ op: "add-rows", type: `${type}--${type}`, fields: [name], rows: [row, row] }]);
          },
        });
        accepted(actor, `rows of ${type}.${name}`, reply.status);
      },
    ),
  );
  await recorder.probe("uploads to foreign rows", () =>
    recorder.actors(
      (actor) => foreignRows(world, actor, "sw_document"),
      async (actor, { id }) => {
        await recorder.twin(actor, {
          foreign: id,
          unknown: randomUUID(),
          ask: (value) => ({
            method: "POST",
            path: path("sw_document", `/${value}/file`),
            send: {
              raw: "x",
              type: "application/octet-stream",
              headers: { "Content-Disposition": 'file; filename="x.txt"' },
            },
          }),
        });
      },
    ),
  );
  await recorder.probe("conflicts tell only what the actor may see", () =>
    recorder.actors(
      (actor) => types.flatMap((type) => ownRow(world, actor, type) ?? []),
      async (actor, { type, id }) => {
        await recorder.ask(actor, {
          method: "PATCH",
          path: path(type, `/${id}`),
          ...send(document(type, { id, attributes: { version: 99 } })),
        });
        await recorder.ask(
          actor,
          operations([
            {
              op: "update",
              ref: { type: `${type}--${type}`, id },
              data: { type: `${type}--${type}`, id, attributes: { version: 99 } },
            },
          ]),
        );
        await recorder.ask(actor, {
          method: "PATCH",
          path: path(type, `/${id}`),
          ...send(document(type, { id, attributes: { nope: 1 } })),
        });
      },
    ),
  );
  await recorder.probe("unique values of another brand are free", async () => {
    const manager = world.actor("a-manager");
    const taken = { "b-shared": world.uniques["b-shared"] ?? "", "b-own": world.uniques["b-own"] ?? "" };
    const free = `U${world.tokens.run}FREE`.toUpperCase();
    const supplier = required(ownRow(world, manager, "sw_supplier")).id;
    const makers = [
      (value: string) => document("sw_supplier", { attributes: { name: "taken", code: value } }),
      (value: string) => document("sw_account", { attributes: { legal_name: "taken", softwhere_id: value } }),
      (value: string) =>
        document("sw_dispute", {
          attributes: { reference: value },
          relationships: { supplier: one("sw_supplier", supplier) },
        }),
    ];
    for (const [index, type] of ["sw_supplier", "sw_account", "sw_dispute"].entries()) {
      const make = makers[index];
      if (!make) continue;
      for (const value of [...Object.values(taken), `${free}${index}`]) {
        const { status } = await recorder.ask(manager, { method: "POST", path: path(type), ...send(make(value)) });
        if (status !== 201) recorder.finding(`${type} with ${value}: ${status}`);
      }
    }
    const sim =
      required(world.rows.find((row) => row.type === "sw_sim" && row.part.brand === "b")).texts["iccid"] ?? "";
    const account = required(ownRow(world, manager, "sw_account")).id;
    const reply = await recorder.ask(manager, {
      method: "POST",
      path: path("sw_sim"),
      ...send(
        document("sw_sim", { attributes: { iccid: sim }, relationships: { account: one("sw_account", account) } }),
      ),
    });
    if (reply.status !== 201) recorder.finding(`sw_sim with a foreign ICCID: ${reply.status}`);
  });
  await recorder.probe("nothing foreign was changed", async () => {
    const after = await fingerprints(recorder);
    for (const [id, version] of before)
      if (after.get(id) !== version) recorder.finding(`${id}: version ${version} became ${after.get(id) ?? "nothing"}`);
  });
}

/** Versions of what no attacker may change, read by the brands' administrators. */
async function fingerprints({ world }: Recorder): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (const brand of ["b", "c", "p"]) {
    for (const type of world.types) {
      const reply = await world.admins[brand]?.get(path(type, `?fields[${type}--${type}]=version&page[limit]=500`));
      if (reply?.status !== 200 || (type === "sw_journal_entry" && brand !== "c")) continue;
      for (const [index, id] of reply.each("/id").entries())
        versions.set(`${type} ${String(id)}`, String(reply.at(`/data/${index}/attributes/version`)));
    }
  }
  return versions;
}
