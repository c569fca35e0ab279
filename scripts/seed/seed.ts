import { addDays, businessDay } from "../../services/platform/day.ts";
import { buildDemo, Ids } from "./build.ts";
import { brands, type DemoBrand } from "./demo-accounts.ts";
import { demoDocuments } from "./demo-documents.ts";
import { demoPassword, demoUsers, signInName } from "./demo-users.ts";
import { JsonApiClient, type Operation, RequestError, type ResourceObject } from "./jsonapi-client.ts";

export interface SeedOptions {
  readonly baseUrl: string;
  readonly adminPassword: string;
  readonly log: (message: string) => void;
}

const chunkSize = 500;

/** Verticals that the demo has rows of, each with a type that shows whether the installation has it. */
const demoModules = [{ name: "sw_telecom", type: "sw_line" }];

/** Creates the demo brands through JSON:API, as any client would. Safe to repeat: what exists is left as it is. */
export async function seedDemo({ baseUrl, adminPassword, log }: SeedOptions): Promise<void> {
  const admin = await JsonApiClient.signIn(baseUrl, "admin", adminPassword);
  const types = await admin.types();
  const modules = demoModules.filter(({ type }) => types.has(type)).map(({ name }) => name);
  for (const brand of brands) {
    const ids = new Ids(brand.key);
    const brandId = ids.of("sw_brand", brand.key);
    const brandAttributes = {
      name: brand.name,
      hostname: brand.hostname,
      primary_color: brand.primary,
      secondary_color: brand.secondary,
      locale: "fr",
      support_phone: brand.supportPhone,
      mail_sender: `bonjour@${brand.key}.example`,
      modules,
      ...(modules.includes("sw_telecom") && {
        milestone_mails: ["appointment", "porting", "go_live"],
        approval_above: "500.0000",
      }),
    };
    const created = await createOnce(admin, "sw_brand", brandId, { attributes: brandAttributes });
    if (created)
      await admin.upload(
        `/jsonapi/sw_brand/sw_brand/${brandId}/logo`,
        `${brand.key}.svg`,
        new TextEncoder().encode(logo(brand)),
      );
    for (const user of demoUsers) {
      await createOnce(admin, "user", ids.of("user", user.role), {
        attributes: {
          name: signInName(user.role, brand.key),
          pass: demoPassword,
          mail: `${user.role}@${brand.key}.example`,
          status: true,
          full_name: user.names[brand.key],
          user_type: user.type,
          business_roles: [user.role],
          preferred_langcode: "fr",
        },
        relationships: { brand: { data: { type: "sw_brand--sw_brand", id: brandId } } },
      });
    }
    await seedBrand({ baseUrl, brand, ids, types, log });
  }
}

async function seedBrand(given: {
  baseUrl: string;
  brand: DemoBrand;
  ids: Ids;
  types: ReadonlySet<string>;
  log: (message: string) => void;
}): Promise<void> {
  const { baseUrl, brand, ids, types, log } = given;
  const administrator = await JsonApiClient.signIn(baseUrl, signInName("administrator", brand.key), demoPassword);
  const { operations: all } = buildDemo(brand, [ids.of("user", "sales"), ids.of("user", "manager")]);
  // Of types that the backend has, leading to none that it lacks: a module that is not there takes its part of others' rows along.
  const operations = all.filter(
    (operation) => operation.op !== "add" || typesIn(operation.data).every((name) => types.has(name)),
  );
  for (let start = 0; start < operations.length; start += chunkSize) {
    await operateOnce(administrator, operations.slice(start, start + chunkSize));
    log(`${brand.name}: ${Math.min(start + chunkSize, operations.length)} of ${operations.length} objects`);
  }
  const first = brand.accounts[0];
  if (!first) return;
  const account = { data: { type: "sw_account--sw_account", id: ids.of("sw_account", first.id) } };
  for (const document of demoDocuments(brand, first.name)) {
    const id = ids.of("sw_document", document.key);
    const created = await createOnce(administrator, "sw_document", id, {
      attributes: { title: document.title, kind: document.kind },
      relationships: { account },
    });
    if (created)
      await administrator.upload(`/jsonapi/sw_document/sw_document/${id}/file`, document.fileName, document.content);
  }
  await seedTasks(baseUrl, brand, ids, first.id);
  for (const [role, count] of [
    ["client", 1],
    ["partner", 3],
  ] as const) {
    const id = ids.of("user", role);
    const accounts = brand.accounts
      .slice(0, count)
      .map((one) => ({ type: "sw_account--sw_account", id: ids.of("sw_account", one.id) }));
    await administrator.send("PATCH", `/jsonapi/user/user/${id}`, {
      data: { type: "user--user", id, relationships: { accounts: { data: accounts } } },
    });
  }
}

/** Work of today and of last week, so that a fresh demo has something to tell. */
async function seedTasks(baseUrl: string, brand: DemoBrand, ids: Ids, accountId: string): Promise<void> {
  const manager = await JsonApiClient.signIn(baseUrl, signInName("manager", brand.key), demoPassword);
  const today = businessDay();
  const tasks = [
    { key: "call", title: "Rappeler le standard de Rennes", due: 0, person: "support_n1" },
    { key: "sims", title: "Vérifier les SIM reçues", due: -6, person: "support_n1" },
    { key: "quote", title: "Préparer l’offre fibre", due: 0, person: "sales" },
  ];
  for (const task of tasks) {
    const relationships = { account: ids.ref("sw_account", accountId), assignee: ids.ref("user", task.person) };
    await createOnce(manager, "sw_task", ids.of("sw_task", task.key), {
      attributes: { title: task.title, due_on: addDays(today, task.due) },
      relationships,
    });
  }
}

/** Names of a row's own type and of those that it refers to. */
function typesIn({ type, relationships = {} }: ResourceObject): string[] {
  const linked = Object.values(relationships).flatMap(({ data }) => data ?? []);
  return [type, ...linked.map((one) => one.type)].map((name) => name.split("--")[0] ?? name);
}

/** True where the row was created, false where it was there. */
async function createOnce(
  client: JsonApiClient,
  type: string,
  id: string,
  resource: Record<string, unknown>,
): Promise<boolean> {
  try {
    await client.send("POST", `/jsonapi/${type}/${type}`, { data: { type: `${type}--${type}`, id, ...resource } });
    return true;
  } catch (error) {
    if (error instanceof RequestError && error.status === 409) return false;
    throw error;
  }
}

/** A chunk is written whole or not at all, so an existing first row means that the chunk is done. */
async function operateOnce(client: JsonApiClient, operations: readonly Operation[]): Promise<void> {
  try {
    await client.operate(operations);
  } catch (error) {
    if (error instanceof RequestError && error.status === 409) return;
    throw error;
  }
}

function logo(brand: DemoBrand): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="${brand.primary}"/><path d="${brand.mark}" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/><circle cx="12.400" cy="8" r="1.700" fill="${brand.secondary}"/></svg>`;
}
