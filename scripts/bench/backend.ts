import { measure, once, ratio, report, type Timing } from "./measure.ts";
import { measureRows } from "./rows.ts";
import { createWorld, type BenchWorld } from "./world.ts";

export interface BackendFigures {
  readonly url: string;
  readonly brandId: string;
  /** A filtered and sorted page of 50 with all rows there, after a change each time. */
  readonly page: Timing;
  /** 1,000 changes in one request, milliseconds. */
  readonly atomic: number;
}

const lines = "/jsonapi/sw_line/sw_line";
const page = `${lines}?fields[sw_line--sw_line]=number,user_name,status,sell_price&filter[status]=suspended&sort=user_name&page[limit]=50`;
/** As the services' follower reads it. */
const journalPage = (after: number): string =>
  `/jsonapi/sw_journal_entry/sw_journal_entry?fields[sw_journal_entry--sw_journal_entry]=sequence,operation,subject_type,subject_id,changes&filter[sequence][value]=${after}&filter[sequence][operator]=%3E&sort=sequence&page[limit]=500`;
const count = (value: number): string => value.toLocaleString("en");

/** Everything that is asked of one backend. `options.rows`: how many lines there are in the end. */
export async function measureBackend(
  url: string,
  options: { rows: number; password: string },
): Promise<BackendFigures> {
  console.log(url);
  const world = await createWorld(url, options.password);
  await world.grow(1000);
  const small = await pageAfterChange(world);
  report("page of 50, filtered and sorted, of 1,000 lines", small);
  const atomic = await measureWrites(world);

  const growth = await once(() => world.grow(options.rows));
  report(
    `${count(options.rows - 1000)} lines added`,
    growth,
    `${Math.round((options.rows - 1000) / (growth / 1000))} a second`,
  );
  const large = await pageAfterChange(world);
  report(`the same page of ${count(options.rows)} lines`, large, `${ratio(large.p50, small.p50)} of 1,000 lines`);
  const again = await measure(30, () => world.client.send("GET", page));
  report("the same page, nothing changed since", again, `${ratio(large.p50, again.p50)} faster than after a change`);
  const single = await measure(50, (index) => world.client.send("GET", `${lines}/${world.lineIds[index]}`));
  report("one line", single);
  const entries = await measure(5, (index) => world.client.send("GET", journalPage(1 + index * 500)));
  report("500 journal entries that nobody read before", entries);
  await measureRows(world, Math.min(options.rows, 50_000));
  return { url, brandId: world.brandId, page: large, atomic };
}

const update = (id: string, name: string) => ({ type: "sw_line--sw_line", id, attributes: { user_name: name } });

/** No cache of lines can answer: one of them changed just before. */
const pageAfterChange = (world: BenchWorld): Promise<Timing> =>
  measure(
    30,
    () => world.client.send("GET", page),
    (index) =>
      world.client.send("PATCH", `${lines}/${world.lineIds[0]}`, {
        data: update(world.lineIds[0] ?? "", `Before ${index}`),
      }),
  );

async function measureWrites(world: BenchWorld): Promise<number> {
  const targets = world.lineIds.slice(0, 1000);
  const atomic = await once(() =>
    world.client.operate(targets.map((id, index) => ({ op: "update", data: update(id, `Atomic ${index}`) }))),
  );
  const patches = await once(async () => {
    for (const [index, id] of targets.entries())
      await world.client.send("PATCH", `${lines}/${id}`, { data: update(id, `Patch ${index}`) });
  });
  report("1,000 line changes in one request", atomic);
  report("1,000 line changes in 1,000 requests", patches, `${ratio(patches, atomic)} of the one request`);
  return atomic;
}
