import { randomUUID } from "node:crypto";
import { JsonApiClient, type Operation } from "../seed/jsonapi-client.ts";

export interface BenchWorld {
  readonly client: JsonApiClient;
  readonly brandId: string;
  /** Somebody who may do everything in the brand. */
  readonly login: { readonly name: string; readonly password: string };
  readonly lineIds: string[];
  grow(to: number): Promise<void>;
}

/** A brand of its own with one account and one park, and as many lines as asked for. */
export async function createWorld(baseUrl: string, adminPassword: string): Promise<BenchWorld> {
  const admin = await JsonApiClient.signIn(baseUrl, "admin", adminPassword);
  const run = randomUUID().slice(0, 8);
  const ids = {
    brand: randomUUID(),
    user: randomUUID(),
    account: randomUUID(),
    supplier: randomUUID(),
    park: randomUUID(),
  };
  const ref = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
  await admin.send("POST", "/jsonapi/sw_brand/sw_brand", {
    data: { type: "sw_brand--sw_brand", id: ids.brand, attributes: { name: `Bench ${run}`, modules: ["sw_telecom"] } },
  });
  await admin.send("POST", "/jsonapi/user/user", {
    data: {
      type: "user--user",
      id: ids.user,
      attributes: {
        name: `bench-${run}`,
        pass: `bench-of-${run}`,
        status: true,
        full_name: "Bench",
        user_type: "internal",
        business_roles: ["administrator"],
      },
      relationships: { brand: ref("sw_brand", ids.brand) },
    },
  });
  const login = { name: `bench-${run}`, password: `bench-of-${run}` };
  const client = await JsonApiClient.signIn(baseUrl, login.name, login.password);
  const add = (type: string, id: string, attributes: Record<string, unknown>, relationships = {}): Operation => ({
    op: "add",
    data: { type: `${type}--${type}`, id, attributes, relationships },
  });
  await client.operate([
    add("sw_supplier", ids.supplier, { name: "Bench", code: "bench" }),
    add("sw_account", ids.account, { legal_name: "Bench", softwhere_id: "B-1", kind: "company", status: "active" }),
    add(
      "sw_park",
      ids.park,
      { kind: "mobile" },
      { account: ref("sw_account", ids.account), operator: ref("sw_supplier", ids.supplier) },
    ),
  ]);
  const lineIds: string[] = [];
  return {
    client,
    brandId: ids.brand,
    login,
    lineIds,
    async grow(to) {
      while (lineIds.length < to) {
        const chunk = Array.from({ length: Math.min(1000, to - lineIds.length) }, (_, index) => {
          const position = lineIds.length + index;
          return add(
            "sw_line",
            randomUUID(),
            {
              number: `+336${String(position).padStart(8, "0")}`,
              status: position % 9 === 0 ? "suspended" : "active",
              user_name: `User ${(position * 7919) % 100_000}`,
              sell_price: "19.9000",
              buy_price: "13.2000",
            },
            { park: ref("sw_park", ids.park) },
          );
        });
        await client.operate(chunk);
        for (const operation of chunk) if (operation.op === "add") lineIds.push(operation.data.id);
      }
    },
  };
}
