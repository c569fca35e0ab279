import { group } from "../../../../conformance/suite.ts";
import { harmless } from "../../../../conformance/harmless.ts";

const lines = "/jsonapi/sw_line/sw_line";

export const advisories = group("telecom advisories", (test) => {
  test("SA-CORE-2021-010, 2020-006 PATCH reaches no protected field", async ({ a }) => {
    const line = a.ids["line09"] ?? "";
    const before = (await a.admin.get(`${lines}/${line}`)).is(200).at("/data/attributes");
    for (const [client, attributes] of [
      [a.support, { sell_price: "1" }],
      [a.support, { buy_price: "1" }],
      [a.client, { user_name: "x" }],
      [a.manager, { drupal_internal__id: 1 }],
      [a.manager, { created: "2001-01-01T00:00:00+00:00" }],
      [a.manager, { changed: "2001-01-01T00:00:00+00:00" }],
    ] as const) {
      const reply = harmless(await client.update("sw_line", line, attributes));
      if (reply.status < 400) reply.fail("a refusal", String(reply.status));
    }
    for (const attributes of [
      { uuid: "x" },
      { id: line },
      { langcode: "de" },
      { default_langcode: false },
      { roles: ["administrator"] },
      { uid: 1 },
    ])
      (await a.admin.update("sw_line", line, attributes)).is(422);
    for (const attributes of [
      { business_roles: ["administrator"] },
      { status: false },
      { name: "x" },
      { user_type: "client" },
    ])
      (await a.support.update("user", a.users["support_n1"] ?? "", attributes)).is(403);
    (await a.admin.get(`${lines}/${line}`)).has("/data/attributes", before);
  });
});
