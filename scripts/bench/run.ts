/**
 * `npm run bench -- <base-url> [<base-url>…] [--rows 20000]`: the same work on one or more backends, side by side, as ratios. Talks to this
 * machine only, makes a brand of its own, ends by itself.
 */
import { parseArgs } from "node:util";
import { measure, once } from "./measure.ts";
import { createWorld } from "./world.ts";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { rows: { type: "string", default: "20000" } } });
const rows = Number(values.rows);
if (positionals.length === 0 || !Number.isInteger(rows) || rows < 2000) {
  console.error("Usage: npm run bench -- <base-url> [<base-url>…] [--rows 20000]   (2000 rows at least)");
  process.exit(1);
}

const line = "/jsonapi/sw_line/sw_line";
const page = `${line}?fields[sw_line--sw_line]=number,user_name,status,sell_price&filter[status]=suspended&sort=user_name&page[limit]=50`;
const ms = (time: number): string => `${time.toFixed(time < 100 ? 1 : 0)} ms`;
const ratio = (a: number, b: number): string => `${(a / b).toFixed(1)}×`;
const medians: { url: string; page: number; atomic: number }[] = [];

for (const url of positionals) {
  const { hostname } = new URL(url);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
    console.error(`${url} is not this machine: the bench aims at loopback only.`);
    process.exit(1);
  }
  console.log(`\n${url}`);
  const world = await createWorld(url, process.env["SW_ADMIN_PASSWORD"] ?? "admin").catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(1);
  });
  await world.grow(1000);
  const small = await measure(30, () => world.client.send("GET", page));
  console.log(`  page of 50, filtered and sorted, of 1,000 lines    p50 ${ms(small.p50)}, p95 ${ms(small.p95)}`);

  const update = (id: string, name: string) => ({ type: "sw_line--sw_line", id, attributes: { user_name: name } });
  const targets = world.lineIds.slice(0, 1000);
  const atomic = await once(() => world.client.operate(targets.map((id, index) => ({ op: "update", data: update(id, `Atomic ${index}`) }))));
  const patches = await once(async () => {
    for (const [index, id] of targets.entries()) await world.client.send("PATCH", `${line}/${id}`, { data: update(id, `Patch ${index}`) });
  });
  console.log(`  1,000 line changes in one request                  ${ms(atomic)}`);
  console.log(`  1,000 line changes in 1,000 requests               ${ms(patches)}   ${ratio(patches, atomic)} of the one request`);

  const growth = await once(() => world.grow(rows));
  const large = await measure(30, () => world.client.send("GET", page));
  console.log(`  ${(rows - 1000).toLocaleString("en")} lines added                                 ${ms(growth)}, ${Math.round((rows - 1000) / (growth / 1000))} a second`);
  console.log(`  the same page of ${rows.toLocaleString("en")} lines                       p50 ${ms(large.p50)}, p95 ${ms(large.p95)}   ${ratio(large.p50, small.p50)} of 1,000 lines`);
  const single = await measure(50, (index) => world.client.send("GET", `${line}/${targets[index]}`));
  console.log(`  one line                                           p50 ${ms(single.p50)}, p95 ${ms(single.p95)}`);
  medians.push({ url, page: large.p50, atomic });
}

const [first, ...others] = medians;
for (const other of first ? others : []) {
  if (first) console.log(`\n${other.url} against ${first.url}: page ${ratio(other.page, first.page)}, 1,000 changes in one request ${ratio(other.atomic, first.atomic)}`);
}
