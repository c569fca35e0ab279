import { randomUUID } from "node:crypto";
import { add, Client, many, one } from "../client.ts";
import { group } from "../suite.ts";
import { type BrandWorld, granted } from "../world.ts";

const actions = "/jsonapi/sw_action/sw_action";
const work = { details: "Access of the Lyon site", code: "FIBRE-1G", quantity: 2, startsOn: "2027-01-01" };
const reason = "The landlord has not agreed";

const attributes = (more: object = {}) => ({
  capability: "billing",
  operation: "create_service",
  payload: work,
  idempotency_key: randomUUID(),
  ...more,
});
const of = (brand: BrandWorld, account = "alpha") => ({ account: one("sw_account", brand.ids[account] ?? "") });
const make = (by: Client, brand: BrandWorld, more: object = {}, links: object = {}) =>
  by.create("sw_action", attributes(more), { ...of(brand), ...links });

/** State → states that it may change to. */
const changes: Readonly<Record<string, readonly string[]>> = {
  ready: ["submitted", "rejected_by_us", "cancelled"],
  submitted: [
    "ready",
    "acknowledged",
    "held",
    "in_progress",
    "delivered",
    "done",
    "rejected_by_vendor",
    "cancelling",
    "unknown",
  ],
  acknowledged: ["held", "in_progress", "delivered", "done", "rejected_by_vendor", "cancelling"],
  held: ["acknowledged", "correcting", "in_progress", "delivered", "done", "rejected_by_vendor", "cancelling"],
  correcting: [
    "submitted",
    "acknowledged",
    "held",
    "in_progress",
    "delivered",
    "done",
    "rejected_by_vendor",
    "cancelling",
  ],
  in_progress: ["held", "delivered", "done", "rejected_by_vendor", "cancelling"],
  delivered: ["done"],
  done: [],
  rejected_by_us: ["ready", "cancelled"],
  rejected_by_vendor: ["ready", "correcting", "cancelled"],
  cancelling: ["acknowledged", "in_progress", "delivered", "done", "cancelled", "unknown"],
  cancelled: ["ready"],
  unknown: ["ready", "acknowledged", "held", "in_progress", "delivered", "done", "rejected_by_vendor", "cancelled"],
};
const states = Object.keys(changes);
/** How a new action gets there. */
const wayTo: Readonly<Record<string, readonly string[]>> = {
  ready: [],
  rejected_by_us: ["rejected_by_us"],
  cancelled: ["cancelled"],
  submitted: ["submitted"],
  correcting: ["submitted", "held", "correcting"],
  ...Object.fromEntries(
    (changes["submitted"] ?? []).slice(1).map((state) => [state, ["submitted", state]] as [string, readonly string[]]),
  ),
};
/** They say why. */
const explained: ReadonlySet<string> = new Set(["held", "rejected_by_us", "rejected_by_vendor"]);

/** What a change to that state says besides. */
const saying = (state: string): object => ({
  ...(explained.has(state) && { reason }),
  ...(state === "correcting" && { corrected: { ...work, quantity: 3 } }),
});

async function inState(brand: BrandWorld, state: string): Promise<string> {
  const { id } = (await make(brand.manager, brand)).is(201);
  for (const status of wayTo[state] ?? [])
    (await brand.manager.update("sw_action", id, { status, ...saying(status) })).is(200);
  return id;
}

/** What speaks to others for the brand. */
export async function connectorOf(brand: BrandWorld, fresh: (prefix: string) => string): Promise<Client> {
  const name = fresh("connector");
  const person = { status: true, full_name: "Service", user_type: "service", business_roles: ["connector"] };
  (await brand.admin.create("user", { name, pass: "contract-pass", ...person })).is(201);
  const client = new Client(brand.admin.base);
  (await client.login(name, "contract-pass")).is(200);
  return client;
}

export const recordedActions = group("actions", (test) => {
  test("one is recorded before it is tried: ready, no attempt, of its customer, by a key that exists once", async ({
    a,
  }) => {
    const billing = { billing_site: one("sw_billing_site", a.ids["billing"] ?? "") };
    const made = (await make(a.manager, a, { planned_on: "2027-01-01" }, billing)).is(201);
    for (const [field, value] of Object.entries({
      status: "ready",
      attempts: 0,
      payload: work,
      reason: null,
      milestones: null,
      next_attempt_at: null,
      vendor_reference: null,
      result: null,
    }))
      made.has(`/data/attributes/${field}`, value);
    const key = randomUUID();
    (await make(a.manager, a, { idempotency_key: key })).is(201);
    (await make(a.manager, a, { idempotency_key: key, operation: "add_fee" })).problem({
      status: 422,
      code: "not_unique",
      pointer: "/data/attributes/idempotency_key",
    });
    (await a.manager.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${made.id}`))
      .is(200)
      .has("/data/0/relationships/account/data/id", a.ids["alpha"]);
    const beta = { billing_site: one("sw_billing_site", a.ids["billing_beta"] ?? "") };
    (await make(a.manager, a, {}, beta)).problem({
      status: 422,
      code: "not_same_owner",
      pointer: "/data/attributes/billing_site",
    });
    (await a.manager.create("sw_action", attributes())).is(201).has("/data/relationships/account/data", null);
  });

  test("what is asked, of whom and under which key does not change any more", async ({ a }) => {
    const { id } = (await make(a.manager, a)).is(201);
    for (const [field, value] of Object.entries({
      operation: "add_fee",
      payload: { ...work, quantity: 3 },
      idempotency_key: "other",
    }))
      (await a.manager.update("sw_action", id, { [field]: value })).problem({
        status: 403,
        pointer: `/data/attributes/${field}`,
      });
    (await a.manager.update("sw_action", id, {}, of(a, "beta"))).is(403);
  });

  test("an unknown capability or operation, and a payload of another shape, are refused by name", async ({ a }) => {
    for (const [field, value] of [
      ["capability", "telepathy"],
      ["operation", "create_everything"],
    ] as const)
      (await make(a.manager, a, { [field]: value })).problem({
        status: 422,
        pointer: `/data/attributes/${field}/0`,
      });
    for (const field of ["capability", "operation", "idempotency_key"])
      (await make(a.manager, a, { [field]: null })).problem({ status: 422, pointer: `/data/attributes/${field}` });
    const refused: readonly (readonly [string, unknown, string])[] = [
      ["create_service", { quantity: 2 }, "The value at /details is missing."],
      ["create_service", { ...work, price: "3.00" }, "The value at /price is not allowed here."],
      ["add_fee", { ...work, quantity: 0 }, "The value at /quantity is not allowed here."],
      ["add_hardware", { ...work, quantity: 1.5 }, "The value at /quantity is not allowed here."],
      ["add_option", { ...work, startsOn: "tomorrow" }, "The value at /startsOn is not allowed here."],
      ["create_customer", { code: "x" }, "The value at /code is not allowed here."],
      ["end_service", work, "The value at /code is not allowed here."],
      ["end_service", {}, "The value at /details is missing."],
    ];
    for (const [operation, payload, sentence] of refused)
      (await make(a.manager, a, { operation, payload })).problem({
        status: 422,
        detail: `payload: ${sentence}`,
        pointer: "/data/attributes/payload",
      });
    for (const operation of ["create_service", "modify_subscription", "add_option", "add_hardware", "add_fee"])
      (await make(a.manager, a, { operation })).is(201).has("/data/attributes/payload", work);
    (await make(a.manager, a, { operation: "create_customer", payload: {} })).is(201);
    const end = { details: "The line has ended" };
    (await make(a.manager, a, { operation: "end_service", payload: end })).is(201).has("/data/attributes/payload", end);
  });

  for (const from of states)
    test(`from ${from} to each state that follows, and to no other`, async ({ a }) => {
      const allowed = changes[from] ?? [];
      const stays = await inState(a, from);
      for (const to of states.filter((state) => state !== from && !allowed.includes(state)))
        (await a.manager.update("sw_action", stays, { status: to, reason })).problem({
          status: 422,
          code: "transition_not_allowed",
          pointer: "/data/attributes/status",
        });
      (await a.manager.get(`${actions}/${stays}`)).is(200).has("/data/attributes/status", from);
      for (const to of allowed) {
        const id = await inState(a, from);
        const change = { status: to, ...saying(to) };
        (await a.manager.update("sw_action", id, change)).is(200).has("/data/attributes/status", to);
      }
    });

  test("what is held is corrected by a change of state that says how; what was asked stays", async ({ a, b }) => {
    const corrected = { ...work, quantity: 3 };
    const at = "/data/attributes/corrected";
    const alone = { status: 422, code: "transition_not_allowed", pointer: at };
    (await make(a.manager, a, { corrected })).problem(alone);
    const id = await inState(a, "held");
    (await a.manager.update("sw_action", id, { corrected })).problem(alone);
    (await a.manager.update("sw_action", id, { corrected, status: "in_progress" })).problem(alone);
    (await a.manager.update("sw_action", id, { status: "correcting" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: at,
    });
    (await a.manager.update("sw_action", id, { status: "correcting", corrected: { quantity: 3 } })).problem({
      status: 422,
      detail: "corrected: The value at /details is missing.",
      pointer: at,
    });
    (await a.manager.update("sw_action", id, { status: "correcting", payload: corrected, corrected })).problem({
      status: 403,
      pointer: "/data/attributes/payload",
    });
    for (const [client, status] of [
      [a.support, 403],
      [a.client, 403],
      [b.manager, 404],
    ] as const)
      (await client.update("sw_action", id, { status: "correcting", corrected })).is(status);
    (await a.manager.update("sw_action", id, { status: "correcting", corrected }))
      .is(200)
      .has(at, corrected)
      .has("/data/attributes/payload", work);
    (await a.manager.update("sw_action", id, { corrected: work })).problem(alone);
    (await a.manager.update("sw_action", id, { corrected: null })).problem(alone);
    (await a.manager.update("sw_action", id, { status: "held", reason, corrected: work })).problem(alone);
    (await a.manager.update("sw_action", id, { status: "held", reason, corrected })).is(200);
    (await a.manager.update("sw_action", id, { status: "correcting", corrected: work })).is(200).has(at, work);
    // Who changed what, each time.
    const entries = await a.manager.get(
      `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&sort=-sequence`,
    );
    const [newest] = (entries.is(200).at("/data/0/attributes/changes") as { field: string; from: unknown }[]).filter(
      ({ field }) => field === "corrected",
    );
    if (!String(newest?.from).includes('"quantity":3'))
      throw new Error(`The journal has ${JSON.stringify(newest)} of what was corrected before`);
  });

  test("a new one is ready; held and rejected say why", async ({ a }) => {
    for (const status of states.filter((state) => state !== "ready"))
      (await make(a.manager, a, { status, reason })).problem({
        status: 422,
        code: "transition_not_allowed",
        pointer: "/data/attributes/status",
      });
    const needsReason = { status: 422, code: "transition_requires", pointer: "/data/attributes/reason" };
    const { id } = (await make(a.manager, a)).is(201);
    (await a.manager.update("sw_action", id, { status: "rejected_by_us" })).problem(needsReason);
    (await a.manager.update("sw_action", id, { status: "submitted" })).is(200);
    for (const status of ["held", "rejected_by_vendor"])
      (await a.manager.update("sw_action", id, { status })).problem(needsReason);
    (await a.manager.update("sw_action", id, { status: "held", reason })).is(200);
  });

  test("the connector writes how far it is and what others call a billing site; of the brand's data it changes nothing else", async ({
    a,
    fresh,
  }) => {
    const connector = await connectorOf(a, fresh);
    const { id } = (await make(a.manager, a)).is(201);
    const attempt = { attempts: 1, next_attempt_at: "2027-01-01T09:00:00+00:00" };
    (await connector.update("sw_action", id, { status: "submitted", ...attempt })).is(200);
    (await connector.update("sw_action", id, { status: "unknown" })).is(200);
    const seen = { milestones: [{ code: "site_survey", label: "Visite", at: "2027-01-04T09:30:00Z" }] };
    (await connector.update("sw_action", id, { status: "in_progress", vendor_reference: "V-1", milestones: seen }))
      .is(200)
      .has("/data/attributes/milestones", seen)
      .has("/data/attributes/next_attempt_at", attempt.next_attempt_at);
    for (const at of ["soon", "2027-01-04T09:30"])
      (await connector.update("sw_action", id, { milestones: { milestones: [{ code: "x", at }] } })).problem({
        status: 422,
        detail: "milestones: The value at /milestones/0/at is not allowed here.",
        pointer: "/data/attributes/milestones",
      });
    (await connector.update("sw_action", id, { attempts: -1 })).problem({ status: 422 });
    (await connector.update("sw_account", a.ids["alpha"] ?? "", { city: "Brest" })).is(403);
    (await connector.create("sw_site", { name: "S" }, of(a))).is(403);
    (await connector.create("sw_billing_site", { name: "B" }, of(a))).is(403);
    const [point, known] = [a.ids["point"] ?? "", { external_ids: [{ system: "erp", value: "BP-7" }] }];
    (await connector.update("sw_billing_site", point, { external_id: "40001", ...known }))
      .is(200)
      .has("/data/attributes/external_ids", known.external_ids);
    (await a.support.get(`/jsonapi/sw_billing_site/sw_billing_site/${point}`))
      .is(200)
      .lacks("/data/attributes/external_ids")
      .lacks("/data/attributes/external_id");
    (await connector.remove(`${actions}/${id}`)).is(403);
    (await connector.get("/jsonapi/sw_contact/sw_contact")).problem({ status: 403 });
  });

  test("who only looks sees no internals and changes nothing; a customer sees none; another brand's doesn't exist", async ({
    a,
    b,
  }) => {
    const internals = { idempotency_key: randomUUID(), vendor_reference: `ref-${randomUUID()}`, result: randomUUID() };
    const { id } = (await make(a.manager, a, internals)).is(201);
    const beta = (await a.manager.create("sw_action", attributes(), of(a, "beta"))).is(201).id;
    const seen = (await a.support.get(`${actions}/${id}`)).is(200).has("/data/attributes/operation", "create_service");
    for (const [field, value] of Object.entries(internals)) {
      seen.lacks(`/data/attributes/${field}`).never(value);
      (await a.support.get(`${actions}?filter[${field}]=${value}`)).problem({ status: 403 });
    }
    for (const client of [a.support, a.accounting]) {
      (await make(client, a)).is(403);
      (await client.update("sw_action", id, { status: "submitted" })).is(403);
    }
    (await a.client.get(actions)).problem({ status: 403, pointer: "/data" });
    for (const [client, row, status] of [
      [a.client, id, 403],
      [a.client, beta, 404],
      [b.manager, id, 404],
    ] as const) {
      (await client.get(`${actions}/${row}`)).is(status);
      (await client.update("sw_action", row, { status: "submitted" })).is(status);
      (await client.remove(`${actions}/${row}`)).is(status);
    }
    (await b.manager.get(`${actions}?filter[id]=${id}`)).is(200).count(0);
    (await make(b.manager, a)).is(404);
    // Even as somebody who may look: the rows of others stay theirs.
    await granted(a, ["view sw_action", "carry out actions"], async (support) => {
      (await support.update("sw_action", id, { status: "submitted" })).is(200);
      (await support.update("sw_action", id, { vendor_reference: "x" })).is(403);
    });
  });

  test("one that comes after others: of the same customer, made before it, and never after itself", async ({ a }) => {
    const after = (...ids: string[]) => ({ depends_on: many("sw_action", ids) });
    const [first, second] = [(await make(a.manager, a)).is(201).id, (await make(a.manager, a)).is(201).id];
    const { id } = (await make(a.manager, a, {}, after(first, second))).is(201);
    (await a.manager.get(`${actions}?filter[depends_on.id]=${first}`)).is(200).values("/id", [id]);
    (await a.manager.update("sw_action", first, {}, after(id))).is(403);
    (await a.manager.create("sw_action", attributes(), { ...of(a, "beta"), ...after(first) })).problem({
      status: 422,
      code: "not_same_owner",
      pointer: "/data/attributes/depends_on",
    });
    const own = randomUUID();
    (await a.manager.create("sw_action", attributes(), { ...of(a), ...after(own) }, own)).is(404);
    const later = randomUUID();
    const one = { id: randomUUID(), attributes: attributes(), relationships: { ...of(a), ...after(later) } };
    const other = { id: later, attributes: attributes(), relationships: of(a) };
    (await a.manager.operations([add("sw_action", one), add("sw_action", other)])).is(404);
    (await a.manager.operations([add("sw_action", other), add("sw_action", one)])).is(200);
  });

  test("what one did is undone by one other: of the same customer, set when it is made, whoever asks and however many at once", async ({
    a,
    b,
  }) => {
    const undoes = (id: string) => ({ compensates: one("sw_action", id) });
    const at = "/data/attributes/compensates";
    const done = (await make(a.manager, a)).is(201).id;
    for (const status of ["submitted", "done"]) (await a.manager.update("sw_action", done, { status })).is(200);
    const twice = { status: 422, code: "not_unique", pointer: at };
    (await make(b.manager, b, {}, undoes(done))).is(404);
    (await a.manager.create("sw_action", attributes(), { ...of(a, "beta"), ...undoes(done) })).problem({
      status: 422,
      code: "not_same_owner",
      pointer: at,
    });
    const double = () => ({ id: randomUUID(), attributes: attributes(), relationships: { ...of(a), ...undoes(done) } });
    (await a.manager.operations([add("sw_action", double()), add("sw_action", double())])).is(422);
    const answers = await Promise.all([1, 2, 3].map(() => make(a.manager, a, {}, undoes(done))));
    const made = answers.filter(({ status }) => status === 201);
    if (made.length !== 1) throw new Error(`${made.length} of 3 at once undo the same action`);
    for (const answer of answers.filter((one) => one !== made[0])) answer.problem(twice);
    const id = made[0]?.id ?? "";
    (await make(a.manager, a, {}, undoes(done))).problem(twice);
    (await a.manager.update("sw_action", id, { status: "cancelled" })).is(200);
    (await make(a.manager, a, {}, undoes(done))).problem(twice);
    (await a.manager.update("sw_action", id, {}, undoes((await make(a.manager, a)).id))).problem({ status: 403 });
    (await a.manager.get(`${actions}?filter[compensates.id]=${done}`)).is(200).values("/id", [id]);
    // Of those that undo nothing there may be any number.
    for (const _ of [1, 2]) (await make(a.manager, a)).is(201).has("/data/relationships/compensates/data", null);
  });

  test("its record stays: who carries out actions removes none but what their own request made", async ({ a }) => {
    const { id } = (await make(a.manager, a)).is(201);
    (await a.manager.remove(`${actions}/${id}`)).is(403);
    (await a.admin.remove(`${actions}/${id}`)).is(204);
  });
});
