import { add, one, type Reply } from "../client.ts";
import { group } from "../suite.ts";

/** What is wrong with a value is told by a code, with the bound that it passes; sentences are for people who read English. */
export const errorCodes = group("error codes", (test) => {
  const told = (reply: Reply, field: string, code: string, bound?: string) => {
    reply.problem({ status: 422, code, pointer: new RegExp(`^/data/attributes/${field}(/|$)`) });
    if (bound === undefined) reply.lacks("/errors/0/meta/bound");
    else reply.has("/errors/0/meta/bound", bound);
  };

  test("what a text may not be", async ({ a, fresh }) => {
    const account = (attributes: object) =>
      a.admin.create("sw_account", { legal_name: "Coded", softwhere_id: fresh("code"), ...attributes });
    told(await account({ legal_name: null }), "legal_name", "required");
    told(await account({ legal_name: "x".repeat(201) }), "legal_name", "too_long", "200");
    told(await account({ siren: "12" }), "siren", "not_valid");
    told(await account({ status: "nope" }), "status", "not_a_choice");
    told(await account({ city: true }), "city", "wrong_type");
    told(await account({ city: ["Brest", "Rennes"] }), "city", "too_many", "1");
    const known = fresh("code");
    (await account({ softwhere_id: known })).is(201);
    told(await account({ softwhere_id: known }), "softwhere_id", "not_unique");
    const contact = { account: one("sw_account", a.ids["alpha"] ?? "") };
    told(await a.admin.create("sw_contact", { last_name: "x", email: "nope" }, contact), "email", "not_email");
  });

  test("what a number may not be, with its bounds", async ({ a, fresh }) => {
    const supplier = (notice_days: unknown) =>
      a.admin.create("sw_supplier", { name: "S", code: fresh("s"), notice_days });
    told(await supplier(-1), "notice_days", "too_small", "0");
    told(await supplier(367), "notice_days", "too_large", "366");
    told(await supplier("soon"), "notice_days", "not_a_number");
    const site = { account: one("sw_account", a.ids["alpha"] ?? "") };
    const at = (latitude: unknown) => a.admin.create("sw_site", { name: "Coded", latitude }, site);
    told(await at("90.5"), "latitude", "too_large", "90");
    told(await at("-91"), "latitude", "too_small", "-90");
    told(await at("north"), "latitude", "not_a_number");
  });

  test("what a reference, a shape, a sign-in name and a password may not be", async ({ a, fresh }) => {
    const site = one("sw_site", a.ids["site"] ?? "");
    told(await a.admin.create("sw_contact", { last_name: "x" }, { account: site }), "account", "not_referable");
    const view = { name: fresh("view"), list: "sw_site", query: { search: 3 } };
    told(await a.manager.create("sw_saved_view", view), "query", "wrong_shape");
    const user = (attributes: object) =>
      a.admin.create("user", { name: fresh("user"), pass: "Kergaradec-2026", status: true, ...attributes });
    told(await user({ name: " in front" }), "name", "sign_in_name");
    told(await user({ pass: "short" }), "pass", "password");
  });

  test("the same in a change, in a batch and beside others", async ({ a, fresh }) => {
    told(
      await a.admin.update("sw_account", a.ids["alpha"] ?? "", { legal_name: "x".repeat(201) }),
      "legal_name",
      "too_long",
      "200",
    );
    const batch = await a.admin.operations([
      add("sw_supplier", { attributes: { name: "S", code: fresh("s"), notice_days: 367 } }),
    ]);
    batch
      .problem({ status: 422, code: "too_large", pointer: "/atomic:operations/0/data/attributes/notice_days/value" })
      .has("/errors/0/meta/bound", "366");
    const several = await a.admin.create("sw_account", {
      legal_name: "x".repeat(201),
      softwhere_id: fresh("x"),
      siren: "1",
    });
    several.problem({ code: "too_long" }, 0).problem({ code: "not_valid" }, 1).has("/errors/0/meta/bound", "200");
  });
});
