import { randomUUID } from "node:crypto";
import { Client } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

async function serviceUser(brand: BrandWorld, role: string): Promise<Client> {
  const name = `${role}_${randomUUID().slice(0, 8)}`;
  (
    await brand.admin.create("user", {
      name,
      pass: "contract-pass",
      status: true,
      full_name: "Service",
      user_type: "internal",
      business_roles: [role],
    })
  ).is(201);
  const client = new Client(brand.admin.base);
  (await client.login(name, "contract-pass")).is(200);
  return client;
}

export const planned = group("planned", (test) => {
  test("the scheduler reaches nothing else, and the service changes nothing", async ({ a }) => {
    const [scheduler, service] = [await serviceUser(a, "scheduler"), await serviceUser(a, "service")];
    (await scheduler.get("/jsonapi/sw_account/sw_account")).problem({ status: 403, pointer: "/data" });
    (await scheduler.get("/jsonapi/sw_contact/sw_contact")).problem({ status: 403, pointer: "/data" });
    (await scheduler.update("sw_price", a.ids["sell"] ?? "", { net: "1.0000" })).problem({ status: 403 });
    (await scheduler.remove(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`)).problem({ status: 403 });
    (await service.get(`/jsonapi/sw_site/sw_site/${a.ids["site01"]}`)).is(200);
    (await service.update("sw_site", a.ids["site01"] ?? "", { name: "x" })).problem({ status: 403 });
  });
});
