import type { Actor } from "./tokens.ts";
import { document } from "../client.ts";
import { path, type Recorder, required } from "./recorder.ts";
import type { Placed } from "./rows.ts";

/** A request that was taken back: its id stands in entries that not everybody may see. */
interface Undoing {
  readonly row: Placed;
  readonly undoes: string;
  seen(actor: Actor): boolean;
}

/** What an entry takes back is told with the entry, and to nobody else: not in lists, filters, sorts, counts or groups. */
export async function undoingProbes(recorder: Recorder): Promise<void> {
  const { world } = recorder;
  const undoings: Undoing[] = [];
  const take = async (row: Placed, attributes: object, seen: (actor: Actor) => boolean) => {
    const undoes = world.tokens.text(`what an entry of ${row.part.key} ${row.type} takes back`, seen);
    const body = document(row.type, { id: row.id, attributes });
    const admin = required(world.admins[row.part.brand]);
    (await admin.patch(path(row.type, `/${row.id}`), body, { "X-SW-Undoes": undoes })).is(200);
    undoings.push({ row, undoes, seen });
  };
  for (const row of world.rows.filter(({ part }) => ["a", "b"].includes(part.brand))) {
    if (row.type === "sw_account") await take(row, { customer_since: "2021-03-04" }, (actor) => row.visible(actor));
    // Only what needs a right was written: the entry needs it too.
    if (row.type === "sw_line")
      await take(row, { buy_price: "3.1700" }, (actor) => row.visible(actor) && actor.permissions.has("view margin"));
  }

  await recorder.probe("undoings: control: who may read the row reads what was taken back", async () => {
    for (const { row, undoes } of undoings) {
      const reply = await required(world.admins[row.part.brand]).get(
        path("sw_journal_entry", `?filter[undoes]=${undoes}`),
      );
      if (reply.list().length !== 1) recorder.finding(`${undoes} of ${row.type} is told ${reply.list().length} times`);
    }
    for (const actor of world.actors) {
      const told = undoings.filter(({ seen }) => seen(actor)).length;
      if (actor.key === "a-manager" && told === 0) recorder.finding("no undoing that a manager of the brand may see");
    }
  });
  await recorder.probe("undoings: what takes back a change of what is out of sight says nothing", () =>
    recorder.actors(
      (actor) => undoings.filter(({ seen }) => !seen(actor)),
      async (actor, { row, undoes }) => {
        const ask = (rest: string) => (value: string) => ({
          method: "GET",
          path: path("sw_journal_entry", rest.replace("VALUE", value)),
        });
        for (const rest of [
          "?filter[undoes]=VALUE",
          "?filter[u][condition][path]=undoes&filter[u][condition][operator]=STARTS_WITH&filter[u][condition][value]=VALUE",
          "?filter[u][condition][path]=undoes&filter[u][condition][operator]=IN&filter[u][condition][value][]=VALUE",
        ])
          await recorder.twin(actor, { foreign: undoes, unknown: world.tokens.unknown(), ask: ask(rest) });
        const aggregate = (rest: string) => (value: string) => ({
          method: "GET",
          path: `/jsonapi/aggregate/sw_journal_entry?filter[undoes]=${value}${rest}`,
        });
        for (const rest of ["", "&groupBy=undoes", "&groupBy=undoes,subject_id,actor_name,occurred_at"])
          await recorder.twin(actor, { foreign: undoes, unknown: world.tokens.unknown(), ask: aggregate(rest) });
        await recorder.ask(actor, { method: "GET", path: path("sw_journal_entry", "?sort=-undoes") });
        await recorder.ask(actor, { method: "GET", path: `/jsonapi/aggregate/sw_journal_entry?groupBy=undoes` });
        // Among the entries of the row, where others of them may be seen.
        await recorder.ask(actor, { method: "GET", path: path("sw_journal_entry", `?filter[subject_id]=${row.id}`) });
      },
    ),
  );
}
