import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { makeBrand, password } from "../../../platform/testing/brand.ts";
import { callService, signIn, startBackend, startServer, type TestServer } from "../../../platform/testing/servers.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import type { Mappings } from "./mapping.ts";

const vendor = simulator({ tokens: { demo: 10_000 } });
let listening: Listening;
let backend: TestServer;
let host: TestServer;
let manager: BackendClient;

beforeAll(async () => {
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  backend = await startBackend();
  const as = await makeBrand(backend.url, ["administrator", "manager", "accounting", "sales", "support_n2"]);
  manager = await as("manager");
  host = await startServer("services/main.ts", {
    args: ["--only", "connectors"],
    env: {
      SW_BACKEND_URL: backend.url,
      SW_PLATFORM_ACCOUNT: "admin",
      SW_PLATFORM_PASSWORD: "admin",
      SW_SERVICE_SECRET: "connectors-test-secret",
      SW_CONNECTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
      SW_CONNECTION_ORIGINS: listening.url,
      PORT: "0",
    },
  });
}, 60_000);
afterAll(async () => {
  await host?.stop();
  await backend?.stop();
  await listening?.close();
});

const asked = async (who: string, path: string, more: { ask?: unknown; write?: unknown } = {}) =>
  callService(host.url, `connectors/${path}`, await signIn(backend.url, who, password), more);
const open = async (who = "accounting"): Promise<Mappings> => {
  const { answer } = await asked(who, "mapping.open");
  return (answer as { value: Mappings }).value;
};
const accept = async (accepted: readonly object[], who = "accounting") =>
  (await asked(who, "mapping.accept", { write: { accepted } })) as { answer?: { value?: unknown }; code?: string };

function customer(name: string, more: { reg_no?: string; emails?: readonly string[] } = {}): string {
  const address = { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" };
  const one = { first_name: "", last_name: "", reg_no: "", external_reference: "", emails: [] };
  const given = { ...one, ...more, name, customer_type: "company" as const, billing_address: address };
  return String(vendor.ledger.addCustomer(given).id);
}

it("sites are proposed their customers, and mapped to those that somebody chose; nobody twice by mistake", async () => {
  expect(await asked("accounting", "mapping.open")).toEqual({ code: "PRECONDITION_FAILED" });
  const connection = { capability: "billing", adapter: "pennylane", secret: "demo", origin: listening.url };
  await asked("administrator", "save", { write: connection });
  const account = await manager.create("sw_account", {
    type: "sw_account--sw_account",
    attributes: { legal_name: "Menuiserie Tanguy", softwhere_id: "T", siren: "552100554" },
  });
  const site = async (name: string, more: object = {}) =>
    (
      await manager.create("sw_billing_site", {
        type: "sw_billing_site--sw_billing_site",
        attributes: { name, ...more },
        relationships: { account: { data: { type: "sw_account--sw_account", id: account.id } } },
      })
    ).id;
  const brest = await site("Brest", { invoice_email: "brest@tanguy.example" });
  const lorient = await site("Lorient", { billing_system: "CFAST", external_id: "BP-1" });
  const [sure, likely] = [
    customer("Tanguy Brest", { reg_no: "552100554", emails: ["brest@tanguy.example"] }),
    customer("Tanguy", { reg_no: "55210055400013" }),
  ];
  customer("Somebody else", { reg_no: "356000000" });
  const before = await open();
  expect(before).toMatchObject({ mapped: 0, customers: 3, cut: false });
  expect(
    before.sites.map(({ id, elsewhere, proposals }) => [
      id,
      elsewhere,
      proposals.map((one) => [one.customer.id, one.sureness, one.takenBy]),
    ]),
  ).toEqual([
    [
      brest,
      null,
      [
        [sure, "sure", null],
        [likely, "likely", null],
      ],
    ],
    [
      lorient,
      "CFAST BP-1",
      [
        [likely, "likely", null],
        [sure, "likely", null],
      ],
    ],
  ]);
  const version = before.sites[0]?.version ?? 0;

  expect((await accept([{ site: brest, version: version + 1, customer: sure }])).answer?.value).toMatchObject([
    { kind: "changed-since" },
  ]);
  expect((await accept([{ site: brest, version, customer: "1" }])).answer?.value).toMatchObject([
    { kind: "unknown-customer" },
  ]);
  // In one request too: the second is told whose it is already.
  const both = [
    { site: brest, version, customer: sure },
    { site: lorient, version: before.sites[1]?.version, customer: sure },
  ];
  expect((await accept(both)).answer?.value).toMatchObject([{ kind: "mapped" }, { kind: "taken", detail: "Brest" }]);
  expect(await manager.get("sw_billing_site", brest)).toMatchObject({ billing_system: "Pennylane", external_id: sure });
  expect(await manager.get("sw_billing_site", lorient)).toMatchObject({ billing_system: "CFAST", external_id: "BP-1" });
  const after = await open();
  expect([after.mapped, after.sites.map(({ id }) => id)]).toEqual([1, [lorient]]);
  expect(after.sites[0]?.proposals.map(({ takenBy }) => takenBy)).toEqual([null, "Brest"]);
  const shared = { site: lorient, version: before.sites[1]?.version, customer: sure, shared: true };
  expect((await accept([shared])).answer?.value).toMatchObject([{ kind: "mapped" }]);
  expect((await open()).sites).toEqual([]);
  // What the system before calls it is not lost.
  expect(await manager.get("sw_billing_site", lorient)).toMatchObject({
    external_id: sure,
    external_ids: [{ system: "cfast", value: "BP-1" }],
  });

  for (const who of ["sales", "support_n2"]) {
    expect(await asked(who, "mapping.open")).toEqual({ code: "FORBIDDEN" });
    expect(await accept([shared], who)).toEqual({ code: "FORBIDDEN" });
  }
  for (const wrong of [[], [{ site: "x", version: 1, customer: "1" }], [{ site: brest, version: 1, customer: "" }]])
    expect(await accept(wrong)).toEqual({ code: "BAD_REQUEST" });
});
