import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Brand, later, type Person, until, World } from "../../../../base/notifications/testing/world.ts";
import { type MailCatcher, startMailCatcher } from "../../../../stand-ins/mail-catcher/mail-catcher.ts";
import { seedMonth } from "../testing/seeded-month.ts";
import type { MonthReport, MonthRunState } from "./contract.ts";

let catcher: MailCatcher;
let world: World;
let brand: Brand;
let other: Brand;

beforeAll(async () => {
  catcher = await startMailCatcher();
  world = await World.create(catcher.port);
  world.services = "notifications,billing-control";
  brand = await world.brand("Brand", "fr", ["sw_telecom"]);
  other = await world.brand("Other", "fr", ["sw_telecom"]);
  await seedMonth(await brand.people.administrator.as());
  await world.run([brand, other]);
}, 180_000);

afterAll(async () => {
  await world?.close();
  await catcher?.close();
});

const start = async (person: Person, month = "2026-10") =>
  world.call(person, "billing-control/checkMonth", { write: { month } });

const state = (person: Person, run: string) => world.call(person, "billing-control/monthRun", { ask: { run } });

async function reportOf(person: Person, run: string): Promise<MonthReport> {
  return until(
    "the report",
    async () => {
      const found = (await state(person, run)).answer as MonthRunState;
      if (found.state === "failed") throw new Error("The run failed.");
      return found.state === "done" ? found.report : undefined;
    },
    60,
  );
}

const ofLines = ({ checks }: MonthReport) =>
  checks.flatMap(({ check, found, known, closed }) =>
    check === "C13" ? [] : [`${check} ${found}/${known}/${closed}`],
  );

it("a month is checked once and told whole, whenever the host is killed meanwhile", { timeout: 180_000 }, async () => {
  const { accounting } = brand.people;
  const { run } = (await start(accounting)).answer as { run: string };
  // Somebody else who asks meanwhile waits for the same.
  expect((await start(brand.people.administrator)).answer).toEqual({ run });
  for (const wait of [300, 900]) {
    await later(wait);
    await world.kill();
    await world.run([brand, other]);
  }
  const report = await reportOf(accounting, run);
  expect(ofLines(report)).toEqual(["C4 1/0/0", "C5 1/0/0", "C6 1/0/0", "C7 1/0/0"]);
  const gaps = await (await accounting.as()).listAll("sw_anomaly", () =>
    new DrupalJsonApiParams().addFilter("check", ["C4", "C5", "C6", "C7"], "IN"),
  );
  expect(gaps.map(({ check }) => check).sort()).toEqual(["C4", "C5", "C6", "C7"]);
  const again = (await start(accounting)).answer as { run: string };
  expect(again.run).not.toBe(run);
  expect(ofLines(await reportOf(accounting, again.run))).toEqual(["C4 0/1/0", "C5 0/1/0", "C6 0/1/0", "C7 0/1/0"]);
});

it("is refused without the rights, and of another brand it is not there", { timeout: 60_000 }, async () => {
  const { run } = (await start(brand.people.accounting, "2026-09")).answer as { run: string };
  for (const person of [brand.people.sales, brand.people.client]) {
    expect((await start(person)).code).toBe("FORBIDDEN");
    expect((await state(person, run)).code).toBe("FORBIDDEN");
  }
  expect((await state(other.people.accounting, run)).code).toBe("NOT_FOUND");
  expect((await state(brand.people.accounting, randomUUID())).code).toBe("NOT_FOUND");
  expect((await start(brand.people.accounting, "2026-13")).code).toBe("BAD_REQUEST");
  await reportOf(brand.people.accounting, run);
});
