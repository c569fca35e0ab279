import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BackendClient } from "../../../platform/backend/client.ts";
import { password } from "../../../platform/testing/brand.ts";
import { signIn } from "../../../platform/testing/servers.ts";
import { World } from "../suppliers/testing/world.ts";
import { correctPort, knownNumbers } from "./ports.ts";

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world?.stop());

const port = {
  number: "+33612000001",
  rio: "01E123456AAA",
  holder: "Kervadec",
  wishedOn: "2027-01-11",
  details: "Pro",
};
let last = 33_612_000_000;

async function held(): Promise<{ readonly action: string; readonly number: string }> {
  last += 1;
  const number = `+${last}`;
  const line = { number, status: "ordered", activated_on: null };
  const made = await world.wanted({ operation: "port_in", line, action: { payload: { ...port, number } } });
  await world.set(made.action, "submitted", "held");
  return { action: made.action, number };
}

const given = { rio: "02 e 123456 bbb", holder: " Kervadec SAS ", wishedOn: "" };

it("what is held is asked otherwise: all that wasn't corrected stays, what was asked first too", async () => {
  const { action, number } = await held();
  const { version = 1 } = await world.actionOf(action);
  expect(await correctPort(world.manager, { id: action, version, ...given })).toEqual({ kind: "done" });
  expect(await world.actionOf(action)).toMatchObject({
    status: "correcting",
    payload: { ...port, number },
    corrected: { number, rio: "02E123456BBB", holder: "Kervadec SAS", details: "Pro" },
  });
  expect((await world.actionOf(action)).corrected).not.toHaveProperty("wishedOn");
  // Somebody else was quicker.
  expect(await correctPort(world.manager, { id: action, version, ...given })).toMatchObject({ kind: "refused" });
});

it("what can't be sent names its field, and nothing is written", async () => {
  const { action } = await held();
  const { version = 1 } = await world.actionOf(action);
  expect(
    await correctPort(world.manager, { id: action, version, rio: "02F123456BBB", holder: "", wishedOn: "soon" }),
  ).toEqual({
    kind: "wrong",
    problems: [
      { field: "rio", fault: "rio-kind" },
      { field: "holder", fault: "missing" },
      { field: "wishedOn", fault: "no-day" },
    ],
  });
  expect(await world.actionOf(action)).toMatchObject({ status: "held", version });
  const { action: end } = await world.wanted();
  expect(await correctPort(world.manager, { id: end, version: 1, ...given })).toEqual({
    kind: "refused",
    detail: "not_found",
  });
});

it("is for whoever has actions carried out; of another brand there is none", async () => {
  const { action } = await held();
  const { version = 1 } = await world.actionOf(action);
  const name = `support-${randomUUID().slice(0, 8)}`;
  const person = { status: true, full_name: name, user_type: "internal", business_roles: ["support_n2"] };
  await world.administrator.create("user", { type: "user--user", attributes: { name, pass: password, ...person } });
  const session = await signIn(world.backend.url, name, password);
  const support = new BackendClient({ baseUrl: world.backend.url, ...session, requestId: "ports" });
  expect(await correctPort(support, { id: action, version, ...given })).toMatchObject({
    kind: "refused",
    detail: "forbidden",
  });
  expect(await correctPort(support, { id: randomUUID(), version, ...given })).toMatchObject({ detail: "not_found" });
  expect(await world.actionOf(action)).toMatchObject({ status: "held" });
});

it("a number that is a line in service is found however it is written; one that was ended isn't", async () => {
  const there = await world.wanted({ line: { number: "+33612999001" } });
  await world.wanted({ line: { number: "+33612999002", status: "terminated", end_date: "2026-01-31" } });
  expect(await knownNumbers(world.manager, { numbers: ["06 12 99 90 01", "0612999002", "FTTH-1"] })).toEqual([
    { id: there.line, number: "+33612999001", operator: "First", account: "Kervadec", status: "active" },
  ]);
  expect(await knownNumbers(world.manager, { numbers: ["FTTH-1"] })).toEqual([]);
});
