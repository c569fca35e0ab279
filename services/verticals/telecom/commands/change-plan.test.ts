import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { businessDay } from "../../../platform/day.ts";
import { CommandsWorld } from "./testing/commands-world.ts";

const today = businessDay();

let world: CommandsWorld;
beforeAll(async () => {
  world = await CommandsWorld.start();
}, 60_000);
afterAll(() => world?.stop());

async function counted<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; requests: number }> {
  const { fetch } = globalThis;
  let requests = 0;
  globalThis.fetch = (...call) => {
    requests += 1;
    return fetch(...call);
  };
  try {
    return { answer: await work(), requests };
  } finally {
    globalThis.fetch = fetch;
  }
}

describe("a change of plan", () => {
  it.each([
    [40, 8],
    [1_000, 15],
  ])(
    "over %i lines takes at most %i requests from opening the dialog to the last result",
    async (count, most) => {
      const ids = await world.lines(count);
      const commands = await world.as("administrator");
      const change = { planId: world.place.next, effectiveOn: today, policy: "catalogue" as const };
      const { answer, requests } = await counted(async () => {
        const plans = await commands.plans({ operatorIds: [world.place.operator], on: today });
        expect(plans.map(({ name, sell }) => [name, sell])).toContainEqual([
          "NEXT",
          { net: "25.0000", period: "month" },
        ]);
        const preview = await commands.previewPlanChange({ ...change, lineIds: ids });
        expect(preview.rows.map(({ id }) => id)).toEqual(ids);
        return commands.changePlan({
          ...change,
          runId: `plan-${randomUUID()}`,
          lines: preview.rows.map(({ id, version }) => ({ id, version })),
        });
      });
      expect(answer.map(({ id }) => id)).toEqual(ids);
      expect(answer.every(({ kind }) => kind === "changed")).toBe(true);
      expect(requests).toBeLessThanOrEqual(most);
    },
    60_000,
  );

  it("names the lines that it refuses and changes the others; again, it changes nothing twice", async () => {
    const [good = "", suspended = "", touched = ""] = [
      ...(await world.lines(1)),
      ...(await world.lines(1, { status: "suspended" })),
      ...(await world.lines(1)),
    ];
    const commands = await world.as("administrator");
    const change = { planId: world.place.next, effectiveOn: today, policy: "catalogue" as const };
    const { rows } = await commands.previewPlanChange({ ...change, lineIds: [good, suspended, touched, randomUUID()] });
    expect(rows).toHaveLength(3);
    await world.admin.update("sw_line", {
      type: "sw_line--sw_line",
      id: touched,
      attributes: { version: 1, user_name: "Somebody" },
    });
    const run = {
      ...change,
      runId: `plan-${randomUUID()}`,
      lines: rows.map(({ id, version }) => ({ id, version })),
    };
    expect(await commands.changePlan(run)).toEqual([
      { id: good, kind: "changed", version: 2 },
      { id: suspended, kind: "refused", reason: "suspended", detail: null },
      { id: touched, kind: "refused", reason: "changed-since", detail: null },
    ]);
    expect((await commands.changePlan(run))[0]).toMatchObject({ kind: "refused", reason: "changed-since" });
    expect(await world.admin.get("sw_line", good)).toMatchObject({ version: 2, sell_price: "25.0000" });
  });

  it("shows no price to whom none may be shown, and writes nothing for whom may not", async () => {
    const [id = ""] = await world.lines(1);
    const commands = await world.as("support_n1");
    const change = { planId: world.place.next, effectiveOn: today, policy: "catalogue" as const };
    const { rows } = await commands.previewPlanChange({ ...change, lineIds: [id] });
    expect(rows[0]).toMatchObject({ sell: undefined, buy: undefined, newSell: undefined, newBuy: undefined });
    const [result] = await commands.changePlan({
      ...change,
      runId: `plan-${randomUUID()}`,
      lines: [{ id, version: 1 }],
    });
    expect(result).toMatchObject({ id, kind: "refused" });
    expect(await world.admin.get("sw_line", id)).toMatchObject({ version: 1, sell_price: "20.0000" });
  });
});
