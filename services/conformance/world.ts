import { randomBytes, randomUUID } from "node:crypto";
import { Client, document, one, many } from "./client.ts";
import type { Module, Row } from "./suite.ts";

export interface BrandWorld {
  readonly id: string;
  readonly letter: string;
  /** Administrator of the brand. */
  readonly admin: Client;
  readonly manager: Client;
  readonly support: Client;
  readonly accounting: Client;
  /** Limited to the account `alpha`. */
  readonly client: Client;
  readonly users: Readonly<Record<string, string>>;
  /** Rows by their key, the modules' too. */
  readonly ids: Readonly<Record<string, string>>;
}

export interface World {
  readonly base: string;
  /** Fresh in each run: keeps names and keys apart on a server that has seen other runs. */
  readonly suffix: string;
  readonly adminPassword: string;
  readonly password: string;
  readonly anonymous: Client;
  readonly platform: Client;
  readonly a: BrandWorld;
  readonly b: BrandWorld;
  fresh(prefix: string): string;
}

/** Sites of the account `alpha` that are all alike: enough for pages, orders and sums. */
export const siteCount = 60;
const roles = ["administrator", "manager", "support_n1", "accounting", "client"] as const;

/** Two brands of this run's own, with users of five roles and the same small world of rows in each. */
export async function createWorld(
  base: string,
  adminPassword: string,
  modules: readonly Module[] = [],
): Promise<World> {
  const suffix = randomBytes(4).toString("hex");
  const password = `Pw-${randomBytes(9).toString("base64url")}`;
  const platform = new Client(base);
  (await platform.login("admin", adminPassword)).is(200);
  let counter = 0;
  const fresh = (prefix: string) => {
    counter += 1;
    return `${prefix}-${suffix}-${counter}`;
  };
  const a = await createBrand(platform, { letter: "a", suffix, password, modules });
  const b = await createBrand(platform, { letter: "b", suffix, password, modules });
  return { base: platform.base, suffix, adminPassword, password, anonymous: new Client(base), platform, a, b, fresh };
}

async function createBrand(
  platform: Client,
  given: { letter: string; suffix: string; password: string; modules: readonly Module[] },
): Promise<BrandWorld> {
  const { letter, suffix, password, modules } = given;
  const id = randomUUID();
  (
    await platform.create(
      "sw_brand",
      {
        name: `Brand ${letter} ${suffix}`,
        hostname: `${letter}-${suffix}.example.test`,
        modules: modules.map(({ module }) => module),
      },
      {},
      id,
    )
  ).is(201);
  const users: Record<string, string> = {};
  const admin = await addUser(platform, users, {
    ...given,
    role: "administrator",
    relationships: { brand: one("sw_brand", id) },
  });
  const ids: Record<string, string> = {};
  await seed(admin, ids, [rows(letter, suffix), ...modules.map((module) => module.rows(letter, suffix))].flat());
  const [manager, support, accounting, client] = await Promise.all(
    roles.slice(1).map((role) =>
      addUser(admin, users, {
        letter,
        suffix,
        password,
        role,
        relationships: role === "client" ? { accounts: many("sw_account", [ids["alpha"] ?? ""]) } : {},
      }),
    ),
  );
  if (!manager || !support || !accounting || !client) throw new Error("A user is missing");
  return { id, letter, admin, manager, support, accounting, client, users, ids };
}

async function addUser(
  by: Client,
  users: Record<string, string>,
  given: { letter: string; suffix: string; password: string; role: string; relationships: object },
): Promise<Client> {
  const name = userName(given.role, given.letter, given.suffix);
  const id = randomUUID();
  const attributes = {
    name,
    pass: given.password,
    mail: `${name}@example.test`,
    status: true,
    full_name: `${given.role} ${given.letter.toUpperCase()}`,
    user_type: given.role === "client" ? "client" : "internal",
    business_roles: [given.role],
    preferred_langcode: "fr",
  };
  (await by.create("user", attributes, given.relationships, id)).is(201);
  users[given.role] = id;
  const client = new Client(by.base);
  (await client.login(name, given.password)).is(200);
  return client;
}

export function userName(role: string, letter: string, suffix: string): string {
  return `${role}_${letter}_${suffix}`;
}

function rows(letter: string, suffix: string): Row[] {
  const brand = letter.toUpperCase();
  const sites = Array.from({ length: siteCount }, (_, index) => siteRow(index + 1));
  return [
    {
      type: "sw_account",
      key: "alpha",
      attributes: {
        legal_name: `Alpha ${brand}`,
        softwhere_id: `ALPHA-${suffix}`,
        status: "active",
        city: "Lyon",
        notes: `note-${letter}-${suffix}`,
        external_ids: [{ system: "cfast", value: "42" }],
      },
    },
    {
      type: "sw_account",
      key: "beta",
      attributes: {
        legal_name: `Beta ${brand}`,
        softwhere_id: `BETA-${suffix}`,
        status: "prospect",
        city: "Écully",
        siren: "123456789",
      },
    },
    {
      type: "sw_account",
      key: "gamma",
      attributes: { legal_name: `Gamma ${brand}`, softwhere_id: `GAMMA-${suffix}`, status: "closed" },
    },
    {
      type: "sw_supplier",
      key: "orange",
      attributes: {
        name: `Orange ${brand}`,
        code: `ORA-${suffix}`,
        adapter: `adapter-${letter}-${suffix}`,
        invoice_names: ["ORANGE SA", "Orange Business"],
      },
    },
    { type: "sw_supplier", key: "sfr", attributes: { name: `SFR ${brand}`, code: `SFR-${suffix}`, notice_days: 30 } },
    { type: "sw_catalogue", key: "catalogue", attributes: { name: `Catalogue ${brand}` } },
    {
      type: "sw_catalogue_item",
      key: "plan1",
      attributes: { code: "P1", name: "Plan one", kind: "plan" },
      relationships: { catalogue: ["sw_catalogue", "catalogue"], supplier: ["sw_supplier", "orange"] },
    },
    {
      type: "sw_catalogue_item",
      key: "plan2",
      attributes: { code: "P2", name: "Plan two", kind: "plan" },
      relationships: { catalogue: ["sw_catalogue", "catalogue"] },
    },
    {
      type: "sw_billing_site",
      key: "billing",
      attributes: { name: `Billing ${brand}`, external_id: `bp-${letter}-${suffix}` },
      relationships: { account: ["sw_account", "alpha"] },
    },
    {
      type: "sw_billing_site",
      key: "billing_beta",
      attributes: { name: `Billing beta ${brand}` },
      relationships: { account: ["sw_account", "beta"] },
    },
    {
      type: "sw_billing_site",
      key: "point",
      attributes: { name: `Point ${brand}` },
      relationships: { account: ["sw_account", "alpha"] },
    },
    {
      type: "sw_billing_site",
      key: "point_beta",
      attributes: { name: `Point beta ${brand}` },
      relationships: { account: ["sw_account", "beta"] },
    },
    ...sites,
    {
      ...siteRow(99),
      relationships: { account: ["sw_account", "beta"], billing_site: ["sw_billing_site", "point_beta"] },
    },
    {
      type: "sw_site",
      key: "site",
      attributes: { name: `Site ${brand}`, city: "Lyon", latitude: "45.76", longitude: "4.835659" },
      relationships: { account: ["sw_account", "alpha"], billing_site: ["sw_billing_site", "billing"] },
    },
    {
      type: "sw_site",
      key: "site_beta",
      attributes: { name: `Site beta ${brand}` },
      relationships: { account: ["sw_account", "beta"] },
    },
    {
      type: "sw_contact",
      key: "contact",
      attributes: { last_name: `Martin ${brand}`, first_name: "Anne", email: "anne@example.test" },
      relationships: { account: ["sw_account", "alpha"] },
    },
    {
      type: "sw_contact",
      key: "contact_beta",
      attributes: { last_name: `Durand ${brand}` },
      relationships: { account: ["sw_account", "beta"] },
    },
    {
      type: "sw_price",
      key: "sell",
      attributes: { direction: "sell", gross: "30", discount: "5.1", net: "24.9", valid_from: "2026-01-01" },
      relationships: { item: ["sw_catalogue_item", "plan1"] },
    },
    {
      type: "sw_price",
      key: "buy",
      attributes: {
        direction: "buy",
        gross: "13.37",
        net: "13.37",
        valid_from: "2026-01-01",
        source: `secret-${letter}-${suffix}`,
      },
      relationships: { item: ["sw_catalogue_item", "plan1"] },
    },
    {
      type: "sw_task",
      key: "task",
      attributes: { title: `Task ${brand}`, due_on: "2026-02-03" },
      relationships: { account: ["sw_account", "alpha"] },
    },
  ];
}

function siteRow(index: number): Row {
  const number = String(index).padStart(2, "0");
  return {
    type: "sw_site",
    key: `site${number}`,
    attributes: {
      name: `Site ${number}`,
      postal_code: `290${number}`,
      city: index % 10 === 0 ? "Brest" : "Annecy",
      latitude: index > 89 ? null : `${index}.5`,
      longitude: `${index}`,
      access_notes: index === 1 ? "first site" : null,
    },
    relationships: { account: ["sw_account", "alpha"], billing_site: ["sw_billing_site", "point"] },
  };
}

async function seed(admin: Client, ids: Record<string, string>, all: readonly Row[]): Promise<void> {
  const resources = all.map((row) => {
    const id = randomUUID();
    ids[row.key] = id;
    const relationships = Object.fromEntries(
      Object.entries(row.relationships ?? {}).map(([name, [type, key]]) => [name, one(type, ids[key] ?? "")]),
    );
    return { type: row.type, id, attributes: row.attributes, relationships };
  });
  const operations = resources.map(({ type, ...resource }) => ({ op: "add", ...document(type, resource) }));
  (await admin.operations(operations, { Prefer: "return=minimal" })).is(200);
}

/** A browser whose session is over: it shows a cookie that nobody knows. */
export function ended({ base, a }: World): Client {
  const client = new Client(base);
  client.cookie = `${a.admin.cookie.split("=")[0]}=x${a.admin.cookie.split("=")[1]?.slice(1, 9)}`;
  return client;
}

/** While the brand's support holds these permissions alone. */
export async function granted(
  of: BrandWorld,
  permissions: readonly string[],
  work: (support: Client) => Promise<void>,
) {
  const role = (await of.admin.create("sw_role", { role: "support_n1", granted: permissions })).is(201).id;
  try {
    await work(of.support);
  } finally {
    (await of.admin.remove(`/jsonapi/sw_role/sw_role/${role}`)).is(204);
  }
}
