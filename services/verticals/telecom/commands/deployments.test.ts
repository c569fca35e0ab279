import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { businessDay } from "../../../platform/day.ts";
import { serviceItemId } from "../domain/billed-items.ts";
import { add, CommandsWorld, to } from "./testing/commands-world.ts";

const today = businessDay();

let world: CommandsWorld;
beforeAll(async () => {
  world = await CommandsWorld.start();
}, 60_000);
afterAll(() => world?.stop());

describe("a deployment", () => {
  async function planned(ids: readonly string[]) {
    const commands = await world.as("administrator");
    const runId = `plan-${randomUUID()}`;
    const order = {
      name: "Closing",
      plannedOn: "2026-01-05",
      ownerId: null,
      work: { kind: "terminate_line" as const, details: "Closing of the site" },
    };
    await commands.planDeployment({ order, runId, lines: ids.map((id) => ({ id, version: 1 })) });
    const [row] = await world.admin.listAll("sw_deployment", () =>
      new DrupalJsonApiParams().addFilter("name", "Closing").addFilter("status", "planned"),
    );
    return { commands, id: row?.id ?? "", version: row?.version ?? 0 };
  }
  const actionsOf = (id: string) =>
    world.admin.listAll("sw_action", () => new DrupalJsonApiParams().addFilter("deployment.id", id));

  it("is launched: what can begin gets a day, what can't stays; the rest follows once, and it ends when nothing is left", async () => {
    const ids = [...(await world.lines(2)), ...(await world.lines(1))];
    const { commands, id, version } = await planned(ids);
    const gone = ids[2] ?? "";
    await world.admin.update("sw_line", {
      type: "sw_line--sw_line",
      id: gone,
      attributes: { version: 1, status: "terminating", end_date: today },
    });
    await world.admin.update("sw_line", {
      type: "sw_line--sw_line",
      id: gone,
      attributes: { version: 2, status: "terminated" },
    });

    const preview = await commands.previewLaunch({ id });
    expect(preview).toMatchObject({ version, status: "planned", day: today });
    expect(preview.rows.map(({ line, blocked, sell }) => [line?.id, blocked, sell]).sort()).toEqual(
      [
        [ids[0], null, "-20.0000"],
        [ids[1], null, "-20.0000"],
        [gone, "terminated", "0.0000"],
      ].sort(),
    );
    expect(await (await world.as("support_n1")).launch({ id, version })).toMatchObject({ kind: "refused" });
    expect(await commands.launch({ id, version: version + 1 })).toMatchObject({ kind: "refused" });
    expect(await commands.launch({ id, version })).toMatchObject({ kind: "done", begun: 2 });
    const days = async () => (await actionsOf(id)).map(({ planned_on: day }) => day ?? null).sort();
    expect(await days()).toEqual([today, today, null].sort());
    // Called back, nothing of it has a day; launched again, it has.
    const first = await world.admin.get("sw_deployment", id);
    expect(await commands.setDeploymentState({ id, version: first.version ?? 0, to: "planned" })).toMatchObject({
      kind: "done",
    });
    expect(await days()).toEqual([null, null, null]);
    const recalled = await world.admin.get("sw_deployment", id);
    expect(await commands.launch({ id, version: recalled.version ?? 0 })).toMatchObject({ kind: "done", begun: 2 });
    const again = await world.admin.get("sw_deployment", id);
    expect(again.status).toBe("launched");
    expect(await commands.launch({ id, version: again.version ?? 0 })).toMatchObject({ kind: "refused" });

    expect(await commands.setDeploymentState({ id, version: again.version ?? 0, to: "done" })).toMatchObject({
      kind: "refused",
    });
    for (const action of await actionsOf(id))
      await world.admin.update("sw_action", {
        type: "sw_action--sw_action",
        id: action.id,
        attributes: { version: action.version, status: "cancelled" },
      });
    expect(await commands.setDeploymentState({ id, version: again.version ?? 0, to: "done" })).toMatchObject({
      kind: "done",
    });
  }, 60_000);

  it("that ends lines ends what is billed for them after that, once however often it is sent", async () => {
    const [billed = "", ended = "", option = "", not = ""] = await world.lines(4);
    const ids = [billed, ended, option, not];
    const { account } = await world.admin.get("sw_park", world.place.park);
    const site = randomUUID();
    const item = (line: string, more: object = {}) =>
      add(
        "sw_billed_item",
        serviceItemId(line),
        { name: "Plan", kind: "recurring", period_start: "2026-01-01", ...more },
        { billing_site: to("sw_billing_site", site), line: to("sw_line", line) },
      );
    const optionAction = randomUUID();
    await world.admin.operate([
      add("sw_billing_site", site, { name: "Brest" }, { account: to("sw_account", account?.id ?? "") }),
      item(billed),
      item(ended, { period_end: "2026-02-01" }),
      // What others bill is theirs.
      add(
        "sw_billed_item",
        randomUUID(),
        { name: "Plan", kind: "recurring", period_start: "2026-01-01" },
        { billing_site: to("sw_billing_site", site), line: to("sw_line", not) },
      ),
      add(
        "sw_action",
        optionAction,
        {
          capability: "billing",
          operation: "add_option",
          payload: { details: "Roaming", code: "OPT" },
          idempotency_key: optionAction,
        },
        { account: to("sw_account", account?.id ?? ""), line: to("sw_line", option) },
      ),
    ]);
    for (const status of ["submitted", "done"])
      await world.admin.update("sw_action", { type: "sw_action--sw_action", id: optionAction, attributes: { status } });

    const commands = await world.as("administrator");
    const preview = await commands.previewDeployment({ kind: "terminate_line", lineIds: ids });
    expect(preview.rows.map(({ also }) => also)).toEqual(["end_service", undefined, "end_service", undefined]);
    const forOptions = await commands.previewDeployment({ kind: "modify_options", lineIds: ids });
    expect(forOptions.rows.map(({ also }) => also)).toEqual([undefined, undefined, undefined, undefined]);
    // Who doesn't see what is billed sees the rest.
    const others = await world.as("support_n1");
    expect((await others.previewDeployment({ kind: "terminate_line", lineIds: ids })).rows).toHaveLength(4);

    const order = {
      name: "Closing of Brest",
      plannedOn: today,
      ownerId: null,
      work: { kind: "terminate_line" as const, details: "Closing of the site" },
    };
    const run = { order, runId: `plan-${randomUUID()}`, lines: ids.map((id) => ({ id, version: 1 })) };
    for (const _ of [1, 2])
      expect((await commands.planDeployment(run)).map(({ kind }) => kind)).toEqual(ids.map(() => "changed"));
    const [deployment] = await world.admin.listAll("sw_deployment", () =>
      new DrupalJsonApiParams().addFilter("name", "Closing of Brest"),
    );
    const actions = await actionsOf(deployment?.id ?? "");
    expect(actions.filter(({ operation }) => operation === "terminate_line")).toHaveLength(4);
    const ends = actions.filter(({ operation }) => operation === "end_service");
    expect(ends.map(({ line }) => line?.id).sort()).toEqual([billed, option].sort());
    for (const { line, depends_on: after, capability } of ends) {
      const first = actions.find((one) => one.operation === "terminate_line" && one.line?.id === line?.id);
      expect([capability, after?.map(({ id }) => id)]).toEqual(["billing", [first?.id]]);
    }
    const { rows } = await commands.previewLaunch({ id: deployment?.id ?? "" });
    expect(rows.map(({ operation, blocked }) => [operation, blocked]).sort()).toEqual([
      ...ends.map(() => ["end_service", null]),
      ...ids.map(() => ["terminate_line", null]),
    ]);
  }, 60_000);

  it("no deployment is needed for it: a line that is ended is billed no more, one that is kept is billed on", async () => {
    const [billed = "", not = ""] = await world.lines(2);
    const { account } = await world.admin.get("sw_park", world.place.park);
    const site = randomUUID();
    await world.admin.operate([
      add("sw_billing_site", site, { name: "Quimper" }, { account: to("sw_account", account?.id ?? "") }),
      add(
        "sw_billed_item",
        serviceItemId(billed),
        { name: "Plan", kind: "recurring", period_start: "2026-01-01" },
        { billing_site: to("sw_billing_site", site), line: to("sw_line", billed) },
      ),
    ]);
    const commands = await world.as("administrator");
    const on = "2099-01-31";
    const ends = async () =>
      (
        await world.admin.listAll("sw_action", () =>
          new DrupalJsonApiParams().addFilter("line.id", [billed, not], "IN").addFilter("operation", "end_service"),
        )
      ).map(({ line, status, planned_on: day }) => [line?.id, status, day]);
    const end = { action: "terminate", on } as const;
    const rows = await commands.previewOrder({ order: end, lineIds: [billed, not] });
    expect(rows.map(({ also }) => also)).toEqual(["end_service", undefined]);
    const run = { order: end, runId: `order-${randomUUID()}`, lines: [billed, not].map((id) => ({ id, version: 1 })) };
    expect((await commands.orderLines(run)).map(({ kind }) => kind)).toEqual(["changed", "changed"]);
    expect(await ends()).toEqual([[billed, "ready", on]]);
    const kept = {
      order: { action: "keep" } as const,
      runId: `order-${randomUUID()}`,
      lines: [{ id: billed, version: 2 }],
    };
    expect((await commands.orderLines(kept)).map(({ kind }) => kind)).toEqual(["changed"]);
    expect(await ends()).toEqual([[billed, "cancelled", on]]);
  }, 60_000);
});
