import { Client, one } from "../../../../conformance/client.ts";
import { group } from "../../../../conformance/suite.ts";

export const journal = group("telecom journal", (test) => {
  test("secrets are never told", async ({ a, fresh }) => {
    const iccid = `8934${String(Date.now()).slice(-13).padStart(14, "1")}`;
    const pin = "73219846";
    const { id } = (
      await a.admin.create("sw_sim", { iccid, kind: "sim" }, { account: one("sw_account", a.ids["alpha"] ?? "") })
    ).is(201);
    const technician = {
      name: fresh("n2"),
      pass: "secret-word",
      status: true,
      user_type: "internal",
      business_roles: ["support_n2"],
    };
    (await a.admin.create("user", technician)).is(201);
    const client = new Client(a.admin.base);
    (await client.login(technician.name, "secret-word")).is(200);
    (await client.update("sw_sim", id, { pin, status: "active" })).is(200).has("/data/attributes/pin", pin);
    (await a.manager.get(`/jsonapi/sw_sim/sw_sim/${id}`)).is(200).lacks("/data/attributes/pin").never(pin);
    const { id: user } = (
      await a.admin.create("user", {
        name: fresh("journalled"),
        pass: `secret-${pin}`,
        status: true,
        user_type: "internal",
      })
    ).is(201);
    for (const subject of [id, user]) {
      const reply = (await a.admin.get(`/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${subject}`))
        .is(200)
        .never(pin)
        .never('"pass"')
        .never('"pin"');
      if (reply.list().length === 0) reply.fail("an entry", "none");
    }
  });
  test("what needs a permission is told in an entry of its own", async ({ a }) => {
    const id = a.ids["line03"] ?? "";
    (await a.manager.update("sw_line", id, { user_name: "User 03 b", buy_price: "3.25" })).is(200);
    const path = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&filter[operation]=update&sort=sequence`;
    const manager = (await a.manager.get(path)).is(200).values("/attributes/view_permission", [null, "view margin"]);
    manager
      .has("/data/0/attributes/changes/0", { field: "user_name", from: "User 03", to: "User 03 b" })
      .has("/data/0/attributes/changes/1/field", "user_since")
      .has("/data/1/attributes/changes", [{ field: "buy_price", from: "3.0000", to: "3.2500" }]);
    (await a.support.get(path)).is(200).count(1).never("buy_price").never("3.25");
    (await a.manager.update("sw_line", id, { user_name: "User 03" })).is(200);
  });
});
