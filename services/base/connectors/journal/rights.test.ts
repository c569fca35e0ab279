import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Listening, listen } from "../../../platform/service/listen.ts";
import { makeBrand, password } from "../../../platform/testing/brand.ts";
import { callService, signIn, startBackend, startServer, type TestServer } from "../../../platform/testing/servers.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import type { KnownCall } from "./contract.ts";

const token = "tok-4f1c9d2e7a";
const vendor = simulator({ tokens: { [token]: 10_000 } });
const connection = { capability: "billing", adapter: "pennylane" };
let listening: Listening;
let backend: TestServer;
let host: TestServer;
let connectionOf = "";

beforeAll(async () => {
  listening = await listen(vendor.app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
  backend = await startBackend();
  await makeBrand(backend.url, ["administrator", "support_n1", "support_n2"]);
  await makeBrand(backend.url, ["manager"]);
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

const asked = async (who: string, path: string, more: { ask?: unknown; write?: unknown }) =>
  callService(host.url, `connectors/${path}`, await signIn(backend.url, who, password), more);
const page = async (who: string, more: object = {}) => {
  const { answer, code } = await asked(who, "calls.page", { ask: { connection: connectionOf, ...more } });
  return { code, ...(answer as { calls: KnownCall[]; lately: object } | undefined) };
};

it("a connection's calls are read with “view API details” of its brand, and by nobody else", async () => {
  const input = { ...connection, origin: listening.url };
  await asked("administrator", "save", { write: { ...input, secret: "wrong-token" } });
  await asked("administrator", "save", { write: { ...input, secret: token } });
  await asked("administrator", "test", { write: connection });
  const { answer } = await asked("administrator", "list", {});
  connectionOf = (answer as { connections: { id: string }[] }).connections[0]?.id ?? "";
  await expect.poll(async () => (await page("support_n2")).calls?.map(({ status }) => status)).toEqual([200, 200, 401]);
  const seen = await page("support_n2");
  expect(seen).toMatchObject({ hasMore: false, lately: { all: 3, refused: 1 } });
  expect((await page("administrator", { refusedOnly: true })).calls).toHaveLength(1);
  const [first] = seen.calls ?? [];
  const whole = await asked("support_n2", "calls.one", { ask: { id: first?.id } });
  expect(whole.answer).toMatchObject({ request: "authorization: ••••", path: "/api/external/v2/me" });
  expect(JSON.stringify([whole, seen])).not.toMatch(/tok-|wrong-token/);

  // The list says how each connection does, and what a vendor said to whoever may read it.
  await asked("administrator", "save", { write: { ...input, secret: "wrong-token" } });
  const told = async () => (await asked("administrator", "list", {})).answer as { connections: object[] };
  const last = { status: 401, failure: null, said: "The access token is invalid" };
  await expect
    .poll(async () => (await told()).connections)
    .toMatchObject([
      { state: { kind: "closed" }, lastCall: last, savedBy: "administrator", company: "Simulated company" },
    ]);
  expect(await asked("support_n2", "list", {})).toEqual({ code: "FORBIDDEN" });

  // Without the right: nothing, whatever is asked for.
  expect(await page("support_n1")).toEqual({ code: "FORBIDDEN" });
  for (const id of [first?.id, "10000000-0000-4000-8000-000000000000"])
    expect(await asked("support_n1", "calls.one", { ask: { id } })).toEqual({ code: "FORBIDDEN" });
  // With the right in another brand: there is no such call.
  expect((await page("manager")).calls).toEqual([]);
  expect(await asked("manager", "calls.one", { ask: { id: first?.id } })).toEqual({ code: "NOT_FOUND" });
});

it("what is wrong in what is asked is refused", async () => {
  for (const more of [{ after: "1" }, { action: "x" }, { connection: "" }, { search: "x".repeat(300) }])
    expect(await page("support_n2", more)).toEqual({ code: "BAD_REQUEST" });
});
