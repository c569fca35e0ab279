import { randomUUID } from "node:crypto";
import { Client, one } from "../client.ts";
import { path, type Recorder } from "./recorder.ts";
import type { LeakActor } from "./rows.ts";

const module = "sw_telecom";
const nothing = "sw_nothing";

/** A brand to which the module is closed asks for the module's rows, its own from before and other brands': there is no such type. */
export async function moduleProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  await recorder.probe("rows of a closed module, own and foreign", async () => {
    const brand = randomUUID();
    (await world.platform.create("sw_brand", { name: `closed ${brand}`, modules: [module] }, {}, brand)).is(201);
    const actor = await administrator(recorder, brand);
    const own = await park(actor.client);
    (await world.platform.update("sw_brand", brand, { modules: [] })).is(200);
    const open = Object((await actor.client.get("/jsonapi")).is(200).at("/links"));
    const closed = world.types.filter((type) => !Object.hasOwn(open, `${type}--${type}`));
    if (closed.length === 0) recorder.finding("no type is closed");
    for (const type of closed) {
      const rows = world.rows.filter((row) => row.type === type);
      const ids = [
        ...rows.filter((_, index) => index % 5 === 0).map(({ id }) => id),
        ...(type === "sw_park" ? [own] : []),
      ];
      const twin = (ask: (type: string) => Parameters<Recorder["ask"]>[1]) =>
        recorder.twin(actor, { foreign: type, unknown: nothing, ask });
      for (const rest of ["", "?sort=-changed", "?filter[brand.id]=".concat(brand)])
        await twin((name) => ({ method: "GET", path: path(name, rest) }));
      await twin((name) => ({ method: "GET", path: `/jsonapi/aggregate/${name}` }));
      await twin((name) => ({ method: "GET", path: `/jsonapi/site-fields/${name}` }));
      for (const id of ids.slice(0, 6)) {
        for (const rest of ["", "/brand", "/relationships/brand"])
          await twin((name) => ({ method: "GET", path: path(name, `/${id}${rest}`) }));
        await twin((name) => ({ method: "DELETE", path: path(name, `/${id}`) }));
        const meta = (name: string) => ({ meta: { type: name, ids: [id], users: [actor.user] } });
        await twin((name) => ({ method: "POST", path: "/jsonapi/recipients", send: { body: meta(name) } }));
        const entries = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}`;
        const reply = await recorder.ask(actor, { method: "GET", path: entries });
        if (reply.list().length > 0) recorder.finding(`the journal tells of ${type} ${id}`);
      }
    }
    const everything = await recorder.ask(actor, { method: "GET", path: "/jsonapi/sw_journal_entry/sw_journal_entry" });
    if (everything.text.includes(own)) recorder.finding("the journal tells of the own park");
  });
}

async function administrator({ world }: Recorder, brand: string): Promise<LeakActor> {
  const [name, pass] = [`closed-${brand}`, randomUUID()];
  const person = {
    name,
    pass,
    status: true,
    user_type: "internal",
    business_roles: ["administrator", "service"],
  };
  const user = (await world.platform.create("user", person, { brand: one("sw_brand", brand) })).is(201).id;
  const client = new Client(world.base);
  (await client.login(name, pass)).is(200);
  return { key: "closed", brand: "closed", user, limited: false, permissions: new Set(), client };
}

async function park(client: Client): Promise<string> {
  const operator = (await client.create("sw_supplier", { name: "Own", code: "OWN" })).is(201).id;
  const account = (await client.create("sw_account", { legal_name: "Own", softwhere_id: "OWN" })).is(201).id;
  const to = { account: one("sw_account", account), operator: one("sw_supplier", operator) };
  return (await client.create("sw_park", { kind: "mobile" }, to)).is(201).id;
}
