import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, businessDay } from "../../platform/day.ts";
import type { SearchAnswer } from "../../base/search/contract.ts";
import { bell, type Brand, later, ref, resource, until, World } from "../../base/notifications/testing/world.ts";
import { startMailCatcher, type MailCatcher } from "../../stand-ins/mail-catcher/mail-catcher.ts";

/** Where a day begins first, and where last: never the same day. */
const [firstZone, lastZone] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];

interface Lines {
  readonly brand: Brand;
  readonly number: string;
  readonly active: string;
  /** Its last day is the day before the first zone's today. */
  readonly ending: string;
}

let catcher: MailCatcher;
let world: World;

beforeAll(async () => {
  catcher = await startMailCatcher();
  world = await World.create(catcher.port);
  world.services = "notifications,line-schedule,search";
});

afterAll(async () => {
  await world?.close();
  await catcher?.close();
});

async function brandIn(name: string, zone: string): Promise<Brand> {
  const brand = await world.brand(name, "fr", ["sw_telecom"]);
  await change(brand, { time_zone: zone });
  return brand;
}

const change = async ({ id }: Brand, attributes: Record<string, unknown>) =>
  (await world.platform.as()).update("sw_brand", { type: "sw_brand--sw_brand", id, attributes });

async function addLines(brand: Brand): Promise<Lines> {
  const [supplier, park, active, ending] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [number, other] = [6, 7].map(
    (digit) => `+33${digit}${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`,
  ) as [string, string];
  const add = (type: string, ...rest: [Record<string, unknown>, Parameters<typeof resource>[2], string]) => ({
    op: "add" as const,
    data: resource(type, ...rest),
  });
  const lastDay = addDays(businessDay(new Date(), firstZone), -1);
  await (await brand.people.administrator.as()).operate([
    add("sw_supplier", { name: "Operator", code: "operator" }, {}, supplier),
    add(
      "sw_park",
      { kind: "mobile" },
      { account: ref("sw_account", brand.account), operator: ref("sw_supplier", supplier) },
      park,
    ),
    add("sw_line", { number, status: "active" }, { park: ref("sw_park", park) }, active),
    add("sw_line", { number: other, status: "terminating", end_date: lastDay }, { park: ref("sw_park", park) }, ending),
  ]);
  return { brand, number, active, ending };
}

const suspend = async ({ brand, active }: Lines) =>
  (await brand.people.manager.as()).update("sw_line", {
    type: "sw_line--sw_line",
    id: active,
    attributes: { status: "suspended" },
  });
const endingOf = async ({ brand, ending }: Lines) => (await brand.people.administrator.as()).get("sw_line", ending);
const told = async ({ brand }: Lines) =>
  (await bell(brand.people.sales)).filter(({ kind }) => kind === "line_suspended").length;
const found = async ({ brand, number }: Lines) => {
  const { answer } = await world.call(brand.people.administrator, "search/find", { ask: { text: number, limit: 5 } });
  return (answer as SearchAnswer).hits.map(({ id }) => id);
};

it("each brand's lines end with its own day; where telecom is closed nothing is done, told or found", async () => {
  const brands = [
    await brandIn("First", firstZone),
    await brandIn("Last", lastZone),
    await brandIn("Closed", firstZone),
  ] as const;
  await world.run(brands);
  await world.kill();
  const [first, last, closed] = await Promise.all(brands.map(addLines));
  if (!first || !last || !closed) throw new Error("no lines");
  await suspend(first);
  await suspend(closed);
  await change(closed.brand, { modules: [] });
  await world.run(brands);

  await until("the line has ended", async () => (await endingOf(first)).status === "terminated" || undefined, 40);
  await until("the salesperson is told", async () => (await told(first)) === 1 || undefined);
  await until("the line is found", async () => (await found(first)).includes(first.active) || undefined);
  await until("the other brand's line is found", async () => (await found(last)).includes(last.active) || undefined);
  await later(2_000);
  expect(await found(closed)).toEqual([]);
  expect(await endingOf(last)).toMatchObject({ status: "terminating", version: 1 });
  await expect(endingOf(closed)).rejects.toMatchObject({ statusCode: 404 });
  await change(closed.brand, { modules: ["sw_telecom"] });
  expect(await endingOf(closed)).toMatchObject({ status: "terminating", version: 1 });
  expect(await told(closed)).toBe(0);
}, 180_000);
