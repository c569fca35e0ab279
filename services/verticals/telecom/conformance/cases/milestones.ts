import { type Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";
import type { BrandWorld } from "../../../../conformance/world.ts";

const deployment = async (brand: BrandWorld, account = "alpha") =>
  (
    await brand.manager.create(
      "sw_deployment",
      { name: "Deployment" },
      { account: one("sw_account", brand.ids[account] ?? "") },
    )
  ).is(201).id;

const milestone = (by: Client, of: string, attributes: object = {}, links: object = {}) =>
  by.create("sw_milestone", { kind: "delivery", ...attributes }, { deployment: one("sw_deployment", of), ...links });

export const milestones = group("telecom milestones", (test) => {
  test("a step exists once in its deployment, is made and changed by those who may launch, and seen by the staff", async ({
    a,
  }) => {
    const of = await deployment(a);
    (await milestone(a.support, of)).problem({ status: 403 });
    (await milestone(a.client, of)).problem({ status: 403 });
    const id = (await milestone(a.manager, of, { due_on: "2027-01-15" }))
      .is(201)
      .has("/data/attributes/status", "open").id;
    (await milestone(a.manager, of)).problem({ status: 422, code: "not_unique", pointer: "/data/attributes/kind" });
    (await milestone(a.manager, of, { kind: "porting" })).is(201);
    (await milestone(a.manager, await deployment(a))).is(201);
    (await a.manager.update("sw_milestone", id, { due_on: "2027-01-16" })).is(200);
    (await a.support.update("sw_milestone", id, { due_on: "2027-01-17" })).problem({ status: 403 });
    (await a.support.get(`/jsonapi/sw_milestone/sw_milestone?filter[deployment.id]=${of}`)).is(200).count(2);
    (await a.client.get(`/jsonapi/sw_milestone/sw_milestone/${id}`)).problem({ status: 403, pointer: "/data" });
    (await a.client.get("/jsonapi/sw_milestone/sw_milestone")).never(id);
  });
  test("it is done on a day, and comes again", async ({ a }) => {
    const of = await deployment(a);
    (await milestone(a.manager, of, { status: "done", done_on: "2027-01-15" })).problem({
      status: 422,
      code: "transition_not_allowed",
      pointer: "/data/attributes/status",
    });
    const id = (await milestone(a.manager, of)).is(201).id;
    (await a.manager.update("sw_milestone", id, { status: "done" })).problem({
      status: 422,
      code: "transition_requires",
      pointer: "/data/attributes/done_on",
    });
    (await a.manager.update("sw_milestone", id, { status: "done", done_on: "2027-01-15" })).is(200);
    (await a.manager.update("sw_milestone", id, { status: "dropped" })).problem({
      status: 422,
      code: "transition_not_allowed",
    });
    for (const status of ["open", "dropped", "open"]) (await a.manager.update("sw_milestone", id, { status })).is(200);
  });
  test("its contact is the customer's; another customer's and another brand's are none", async ({ a, b }) => {
    const of = await deployment(a);
    const contact = async (brand: BrandWorld, account: string) =>
      (
        await brand.admin.create(
          "sw_contact",
          { last_name: "Morvan", locale: "en" },
          { account: one("sw_account", brand.ids[account] ?? "") },
        )
      ).is(201).id;
    const link = (id: string) => ({ contact: one("sw_contact", id) });
    (await milestone(a.manager, of, {}, link(await contact(a, "beta")))).problem({
      status: 422,
      code: "not_same_owner",
      pointer: "/data/attributes/contact",
    });
    (await milestone(a.manager, of, {}, link(await contact(b, "alpha")))).is(404);
    const id = (await milestone(a.manager, of, {}, link(await contact(a, "alpha")))).is(201).id;
    (await b.admin.get(`/jsonapi/sw_milestone/sw_milestone/${id}`)).is(404);
    (await b.admin.update("sw_milestone", id, { due_on: "2027-01-15" })).is(404);
  });
});
