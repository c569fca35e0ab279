import { randomUUID } from "node:crypto";
import { add, type Client, one } from "../client.ts";
import { group } from "../suite.ts";

type Meta = { version?: unknown; undo?: unknown; leave_references?: unknown } | null | string | unknown[];

const remove = (type: string, id: string, meta?: Meta) => ({
  op: "remove",
  ref: { type: `${type}--${type}`, id, ...(meta !== undefined && { meta }) },
});

/** An account with a site, made in one request that has a name. */
async function accountWithSite(by: Client, fresh: (prefix: string) => string) {
  const [account, site, requestId] = [randomUUID(), randomUUID(), fresh("made")];
  const reply = await by.operations(
    [
      add("sw_account", { id: account, attributes: { legal_name: "Taken back", softwhere_id: fresh("tb") } }),
      add("sw_site", {
        id: site,
        attributes: { name: "Taken back" },
        relationships: { account: { data: { type: "sw_account--sw_account", id: account } } },
      }),
    ],
    { "X-Request-Id": requestId },
  );
  reply.is(200);
  return { account, site, requestId };
}

const exists = async (by: Client, type: string, id: string, status: 200 | 404) =>
  (await by.get(`/jsonapi/${type}/${type}/${id}`)).is(status);

export const removals = group("removals", (test) => {
  test("a row that others refer to is not removed; how many of which type is said", async ({ a, fresh }) => {
    const { account, site } = await accountWithSite(a.admin, fresh);
    (await a.admin.create("sw_task", { title: "Refers" }, { account: one("sw_account", account) })).is(201);
    const references = [
      { type: "sw_site", count: 1 },
      { type: "sw_task", count: 1 },
    ];
    const refusal = { status: 409, code: "still_referenced", detail: "The resource is still referred to by others." };
    (await a.admin.remove(`/jsonapi/sw_account/sw_account/${account}`))
      .problem({ ...refusal, pointer: "/data" })
      .has("/errors/0/meta/references", references);
    (await a.admin.operations([remove("sw_supplier", randomUUID()), remove("sw_account", account)])).is(404);
    (await a.admin.operations([remove("sw_account", account)]))
      .problem({ ...refusal, pointer: "/atomic:operations/0/data" })
      .has("/errors/0/meta/references", references);
    await exists(a.admin, "sw_account", account, 200);
    await exists(a.admin, "sw_site", site, 200);
  });
  test("what goes in the same request, in whatever order, or points elsewhere by then, refers to it no more", async ({
    a,
    fresh,
  }) => {
    const first = await accountWithSite(a.admin, fresh);
    (await a.admin.operations([remove("sw_account", first.account), remove("sw_site", first.site)])).is(200);
    await exists(a.admin, "sw_account", first.account, 404);
    const entry = `filter[subject_id]=${first.site}&filter[operation]=delete`;
    (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?${entry}`))
      .is(200)
      .has("/data/0/attributes/changes/0", { field: "account", from: first.account, to: null });
    const second = await accountWithSite(a.admin, fresh);
    const task = randomUUID();
    (await a.admin.create("sw_task", { title: "Moves" }, { account: one("sw_account", second.account) }, task)).is(201);
    (
      await a.admin.operations([
        remove("sw_account", second.account),
        remove("sw_site", second.site),
        {
          op: "update",
          data: { type: "sw_task--sw_task", id: task, relationships: { account: { data: null } } },
        },
      ])
    ).is(200);
    await exists(a.admin, "sw_account", second.account, 404);
  });
  test("who knows what will be left hanging may remove it all the same", async ({ a, fresh }) => {
    const { account } = await accountWithSite(a.admin, fresh);
    (await a.admin.operations([remove("sw_account", account, { leave_references: false })])).is(409);
    (await a.admin.operations([remove("sw_account", account, { leave_references: true })])).is(200);
    await exists(a.admin, "sw_account", account, 404);
  });
  test("a removal may say the version it is based on", async ({ a, fresh }) => {
    const { site } = await accountWithSite(a.admin, fresh);
    (await a.admin.update("sw_site", site, { city: "Brest" })).is(200);
    (await a.admin.operations([remove("sw_site", site, { version: 1 })])).problem({
      status: 409,
      code: "version_conflict",
      pointer: "/atomic:operations/0/data/attributes/version",
    });
    (await a.admin.operations([remove("sw_site", site, { version: 2 })])).is(200);
  });
  test("what somebody made is theirs to take back without the right to delete, as it was made", async ({
    a,
    b,
    fresh,
  }) => {
    const { account, site, requestId } = await accountWithSite(a.manager, fresh);
    const undo = { undo: requestId };
    (await a.manager.operations([remove("sw_site", site)])).is(403);
    (await a.manager.operations([remove("sw_site", site, { undo: fresh("other") })])).is(403);
    // Another person's request gives no right, and another brand knows neither row nor request.
    (await a.support.operations([remove("sw_site", site, undo)])).is(403);
    (await b.manager.operations([remove("sw_site", site, undo)])).is(404);
    (await a.manager.operations([remove("sw_account", account, undo)])).problem({
      status: 409,
      code: "still_referenced",
    });
    (await a.admin.update("sw_site", site, { city: "Brest" })).is(200);
    (await a.manager.operations([remove("sw_site", site, undo)])).problem({ status: 409, code: "version_conflict" });
    (await a.admin.remove(`/jsonapi/sw_site/sw_site/${site}`)).is(204);
    (await a.manager.operations([remove("sw_account", account, undo)])).is(200);
    await exists(a.admin, "sw_account", account, 404);
  });
  test("a row that somebody only changed is not theirs", async ({ a, fresh }) => {
    const { site } = await accountWithSite(a.admin, fresh);
    const requestId = fresh("changed");
    (
      await a.manager.operations(
        [{ op: "update", data: { type: "sw_site--sw_site", id: site, attributes: { city: "Brest" } } }],
        { "X-Request-Id": requestId },
      )
    ).is(200);
    (await a.manager.operations([remove("sw_site", site, { undo: requestId })])).is(403);
  });
  test("what a reference says besides its target is read strictly", async ({ a, fresh }) => {
    const { site } = await accountWithSite(a.admin, fresh);
    for (const meta of [
      "now",
      [1],
      { version: "1" },
      { version: 1.5 },
      { undo: 7 },
      { undo: {} },
      { leave_references: "yes" },
    ])
      (await a.admin.operations([remove("sw_site", site, meta)])).is(400);
    (await a.admin.operations([remove("sw_site", site, null)])).is(200);
  });
});
