import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { World } from "../suppliers/testing/world.ts";
import { planDeployment } from "./deployments.ts";
import { stockForLine } from "./sim-cards.ts";

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(() => world?.stop());

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
let last = 10_000_000_000_000;
async function card(given: { status?: string; line?: string; operator?: 0 | 1; account?: string } = {}) {
  last += 1;
  const iccid = `8933${last}`;
  const { status = "stock", line, operator, account = world.account } = given;
  await world.manager.create("sw_sim", {
    type: "sw_sim--sw_sim",
    attributes: { iccid, status },
    relationships: {
      account: to("sw_account", account),
      ...(line && { line: to("sw_line", line) }),
      ...(operator !== undefined && { operator: to("sw_supplier", world.operators[operator]) }),
    },
  });
  return iccid;
}
async function lineThere() {
  const { line, action } = await world.wanted();
  await world.set(action, "cancelled");
  return { id: line, version: (await world.lineOf(line)).version ?? 1 };
}
const plan = (lines: readonly { id: string; version: number }[], iccid: string) =>
  planDeployment(world.manager, {
    order: { name: "Swap", plannedOn: "2026-12-01", ownerId: null, work: { kind: "swap_sim", iccid } },
    runId: randomUUID(),
    lines: [...lines],
  });

it("a line can have what its account has in stock of its operator, first what was ordered for it", async () => {
  const [line, other] = [await lineThere(), await lineThere()];
  const stranger = await world.manager.create("sw_account", {
    type: "sw_account--sw_account",
    attributes: { kind: "company", legal_name: "Other", softwhere_id: "O" },
  });
  const free = await card({ operator: 0 });
  const nobodys = await card();
  await card({ operator: 1 });
  await card({ status: "active", line: other.id });
  await card({ line: other.id, operator: 0 });
  await card({ account: stranger.id });
  const meant = await card({ line: line.id, operator: 0 });
  expect(await stockForLine(world.manager, { lineId: line.id })).toEqual({
    operatorId: world.operators[0],
    cards: [
      { iccid: meant, kind: "sim", isMeant: true },
      { iccid: free, kind: "sim", isMeant: false },
      { iccid: nobodys, kind: "sim", isMeant: false },
    ],
  });
});

it("a card is promised to one line; what isn’t in stock is refused, as are several lines for one card", async () => {
  const [line, other] = [await lineThere(), await lineThere()];
  const [iccid, foreign] = [await card({ operator: 0 }), await card({ operator: 1 })];
  expect(await plan([line], foreign)).toMatchObject([{ kind: "refused", reason: "no-card" }]);
  expect(await plan([line, other], iccid)).toMatchObject([{ reason: "no-card" }, { reason: "no-card" }]);
  expect(await plan([line], iccid)).toMatchObject([{ kind: "changed" }]);
  expect(await plan([line], iccid)).toMatchObject([{ kind: "refused", reason: "already-planned" }]);
  expect(await plan([other], iccid)).toMatchObject([{ kind: "refused", reason: "no-card" }]);
  const { cards } = await stockForLine(world.manager, { lineId: other.id });
  expect(cards.map((one) => one.iccid)).not.toContain(iccid);
});
