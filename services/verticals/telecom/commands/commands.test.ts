import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { ServiceSession } from "../../../platform/backend/service-account.ts";
import { Viewers } from "../../../platform/backend/viewers.ts";
import { signIn, startBackend, type TestServer } from "../../../platform/testing/servers.ts";
import { businessDay } from "../../../platform/day.ts";
import { serviceItemId } from "../domain/billed-items.ts";
import { telecomRouter } from "./router.ts";

const password = "demo-2026";
const today = businessDay();

let backend: TestServer;
let baseUrl = "";
let admin: BackendClient;
let place: { park: string; operator: string; old: string; next: string };

const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
const add = (type: string, id: string, attributes: Record<string, unknown>, relationships = {}): AtomicOperation => ({
  op: "add",
  data: { type: `${type}--${type}`, id, attributes, relationships },
});

beforeAll(async () => {
  backend = await startBackend();
  baseUrl = backend.url;
  const platform = await new ServiceSession(baseUrl, { name: "admin", password: "admin" }).client("setup");
  const brand = randomUUID();
  await platform.operate([add("sw_brand", brand, { name: "Brand", modules: ["sw_telecom"] })]);
  for (const role of ["administrator", "support_n1"])
    await platform.create("user", {
      type: "user--user",
      attributes: {
        name: role,
        pass: password,
        status: true,
        full_name: role,
        user_type: "internal",
        business_roles: [role],
      },
      relationships: { brand: to("sw_brand", brand) },
    });
  admin = await new ServiceSession(baseUrl, { name: "administrator", password }).client("setup");
  place = await makePlace();
}, 60_000);

afterAll(() => void backend?.stop());

async function makePlace() {
  const [account, operator, catalogue, park, old, next] = Array.from({ length: 6 }, () => randomUUID());
  const plan = (id: string, code: string, net: string) => [
    add(
      "sw_catalogue_item",
      id,
      { code, name: code, kind: "plan" },
      { catalogue: to("sw_catalogue", catalogue ?? ""), supplier: to("sw_supplier", operator ?? "") },
    ),
    ...["sell", "buy"].map((direction) =>
      add(
        "sw_price",
        randomUUID(),
        { direction, gross: net, net, valid_from: "2026-01-01" },
        { item: to("sw_catalogue_item", id) },
      ),
    ),
  ];
  const ids = { park: park ?? "", operator: operator ?? "", old: old ?? "", next: next ?? "" };
  await admin.operate([
    add("sw_account", account ?? "", { legal_name: "Account", softwhere_id: "A-1" }),
    add("sw_supplier", ids.operator, { name: "Operator", code: "operator" }),
    add("sw_catalogue", catalogue ?? "", { name: "Catalogue" }),
    ...plan(ids.old, "OLD", "20.0000"),
    ...plan(ids.next, "NEXT", "25.0000"),
    add(
      "sw_park",
      ids.park,
      { kind: "mobile" },
      { account: to("sw_account", account ?? ""), operator: to("sw_supplier", ids.operator) },
    ),
  ]);
  return ids;
}

async function lines(count: number, given: Record<string, unknown> = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await admin.operate(
    ids.flatMap((id) => [
      add(
        "sw_line",
        id,
        {
          number: `+336${Math.random().toString().slice(2, 10)}`,
          status: "active",
          activated_on: "2026-01-01",
          sell_price: "20.0000",
          buy_price: "20.0000",
          ...given,
        },
        { park: to("sw_park", place.park), plan: to("sw_catalogue_item", place.old) },
      ),
      add(
        "sw_line_term",
        randomUUID(),
        { valid_from: "2026-01-01", applied: true },
        { line: to("sw_line", id), plan: to("sw_catalogue_item", place.old) },
      ),
    ]),
  );
  return ids;
}

/** The commands as the console calls them for a person, each with a session of its own, and how many requests they make of the backend. */
async function as(name: string) {
  const session = await signIn(baseUrl, name, password);
  const viewers = new Viewers();
  const commands = telecomRouter.createCaller({
    service: { viewerOf: viewers.of.bind(viewers) },
    session,
    backendFor: (requestId) => new BackendClient({ baseUrl, ...session, requestId }),
  });
  return commands;
}

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
      const ids = await lines(count);
      const commands = await as("administrator");
      const change = { planId: place.next, effectiveOn: today, policy: "catalogue" as const };
      const { answer, requests } = await counted(async () => {
        const plans = await commands.plans({ operatorIds: [place.operator], on: today });
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
      ...(await lines(1)),
      ...(await lines(1, { status: "suspended" })),
      ...(await lines(1)),
    ];
    const commands = await as("administrator");
    const change = { planId: place.next, effectiveOn: today, policy: "catalogue" as const };
    const { rows } = await commands.previewPlanChange({ ...change, lineIds: [good, suspended, touched, randomUUID()] });
    expect(rows).toHaveLength(3);
    await admin.update("sw_line", {
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
    expect(await admin.get("sw_line", good)).toMatchObject({ version: 2, sell_price: "25.0000" });
  });

  it("shows no price to whom none may be shown, and writes nothing for whom may not", async () => {
    const [id = ""] = await lines(1);
    const commands = await as("support_n1");
    const change = { planId: place.next, effectiveOn: today, policy: "catalogue" as const };
    const { rows } = await commands.previewPlanChange({ ...change, lineIds: [id] });
    expect(rows[0]).toMatchObject({ sell: undefined, buy: undefined, newSell: undefined, newBuy: undefined });
    const [result] = await commands.changePlan({
      ...change,
      runId: `plan-${randomUUID()}`,
      lines: [{ id, version: 1 }],
    });
    expect(result).toMatchObject({ id, kind: "refused" });
    expect(await admin.get("sw_line", id)).toMatchObject({ version: 1, sell_price: "20.0000" });
  });
});

describe("a deployment", () => {
  async function planned(ids: readonly string[]) {
    const commands = await as("administrator");
    const runId = `plan-${randomUUID()}`;
    const order = {
      name: "Closing",
      plannedOn: "2026-01-05",
      ownerId: null,
      work: { kind: "terminate_line" as const, details: "Closing of the site" },
    };
    await commands.planDeployment({ order, runId, lines: ids.map((id) => ({ id, version: 1 })) });
    const [row] = await admin.listAll("sw_deployment", () =>
      new DrupalJsonApiParams().addFilter("name", "Closing").addFilter("status", "planned"),
    );
    return { commands, id: row?.id ?? "", version: row?.version ?? 0 };
  }
  const actionsOf = (id: string) =>
    admin.listAll("sw_action", () => new DrupalJsonApiParams().addFilter("deployment.id", id));

  it("is launched: what can begin gets a day, what can't stays; the rest follows once, and it ends when nothing is left", async () => {
    const ids = [...(await lines(2)), ...(await lines(1))];
    const { commands, id, version } = await planned(ids);
    const gone = ids[2] ?? "";
    await admin.update("sw_line", {
      type: "sw_line--sw_line",
      id: gone,
      attributes: { version: 1, status: "terminating", end_date: today },
    });
    await admin.update("sw_line", {
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
    expect(await (await as("support_n1")).launch({ id, version })).toMatchObject({ kind: "refused" });
    expect(await commands.launch({ id, version: version + 1 })).toMatchObject({ kind: "refused" });
    expect(await commands.launch({ id, version })).toMatchObject({ kind: "done", begun: 2 });
    const days = async () => (await actionsOf(id)).map(({ planned_on: day }) => day ?? null).sort();
    expect(await days()).toEqual([today, today, null].sort());
    // Called back, nothing of it has a day; launched again, it has.
    const first = await admin.get("sw_deployment", id);
    expect(await commands.setDeploymentState({ id, version: first.version ?? 0, to: "planned" })).toMatchObject({
      kind: "done",
    });
    expect(await days()).toEqual([null, null, null]);
    const recalled = await admin.get("sw_deployment", id);
    expect(await commands.launch({ id, version: recalled.version ?? 0 })).toMatchObject({ kind: "done", begun: 2 });
    const again = await admin.get("sw_deployment", id);
    expect(again.status).toBe("launched");
    expect(await commands.launch({ id, version: again.version ?? 0 })).toMatchObject({ kind: "refused" });

    expect(await commands.setDeploymentState({ id, version: again.version ?? 0, to: "done" })).toMatchObject({
      kind: "refused",
    });
    for (const action of await actionsOf(id))
      await admin.update("sw_action", {
        type: "sw_action--sw_action",
        id: action.id,
        attributes: { version: action.version, status: "cancelled" },
      });
    expect(await commands.setDeploymentState({ id, version: again.version ?? 0, to: "done" })).toMatchObject({
      kind: "done",
    });
  }, 60_000);

  it("that ends lines ends what is billed for them after that, once however often it is sent", async () => {
    const [billed = "", ended = "", option = "", not = ""] = await lines(4);
    const ids = [billed, ended, option, not];
    const { account } = await admin.get("sw_park", place.park);
    const site = randomUUID();
    const item = (line: string, more: object = {}) =>
      add(
        "sw_billed_item",
        serviceItemId(line),
        { name: "Plan", kind: "recurring", period_start: "2026-01-01", ...more },
        { billing_site: to("sw_billing_site", site), line: to("sw_line", line) },
      );
    const optionAction = randomUUID();
    await admin.operate([
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
      await admin.update("sw_action", { type: "sw_action--sw_action", id: optionAction, attributes: { status } });

    const commands = await as("administrator");
    const preview = await commands.previewDeployment({ kind: "terminate_line", lineIds: ids });
    expect(preview.rows.map(({ also }) => also)).toEqual(["end_service", undefined, "end_service", undefined]);
    const forOptions = await commands.previewDeployment({ kind: "modify_options", lineIds: ids });
    expect(forOptions.rows.map(({ also }) => also)).toEqual([undefined, undefined, undefined, undefined]);
    // Who doesn't see what is billed sees the rest.
    const others = await as("support_n1");
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
    const [deployment] = await admin.listAll("sw_deployment", () =>
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
    const [billed = "", not = ""] = await lines(2);
    const { account } = await admin.get("sw_park", place.park);
    const site = randomUUID();
    await admin.operate([
      add("sw_billing_site", site, { name: "Quimper" }, { account: to("sw_account", account?.id ?? "") }),
      add(
        "sw_billed_item",
        serviceItemId(billed),
        { name: "Plan", kind: "recurring", period_start: "2026-01-01" },
        { billing_site: to("sw_billing_site", site), line: to("sw_line", billed) },
      ),
    ]);
    const commands = await as("administrator");
    const on = "2099-01-31";
    const ends = async () =>
      (
        await admin.listAll("sw_action", () =>
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
