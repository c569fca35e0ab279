import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BackendClient } from "../../platform/backend/client.ts";
import { postgresPrograms, startPostgres, type TestPostgres } from "../../platform/database/testing/postgres.ts";
import { type Listening, listen } from "../../platform/service/listen.ts";
import { makeBrand, password } from "../../platform/testing/brand.ts";
import { callService, signIn, startBackend, startServer, type TestServer } from "../../platform/testing/servers.ts";
import { webhookReceiver } from "../../stand-ins/webhook-receiver/webhook-receiver.ts";

const receiver = webhookReceiver();
const keys = `test:${randomBytes(32).toString("base64")}`;
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
async function until(what: string, ask: () => Promise<boolean> | boolean, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await ask()); await later(50))
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
}
const at = (path: string) => receiver.messages.filter((message) => message.path === path);
const idsAt = (path: string) => new Set(at(path).map(({ headers }) => headers["webhook-id"]));

const kinds = ["one host", ...(postgresPrograms ? ["two hosts of one PostgreSQL server"] : [])];
describe.each(kinds)("%s", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "webhooks-"));
  let backend: TestServer;
  let postgres: TestPostgres | undefined;
  let listening: Listening;
  const hosts: TestServer[] = [];
  let as: (role: string) => Promise<BackendClient>;

  const start = async () => {
    const host = await startServer("services/main.ts", {
      args: ["--only", "webhooks"],
      env: {
        SW_BACKEND_URL: backend.url,
        SW_PLATFORM_ACCOUNT: "admin",
        SW_PLATFORM_PASSWORD: "admin",
        SW_SERVICE_SECRET: "webhooks-test-secret",
        ...(postgres ? { SW_SERVICES_DATABASE_URL: postgres.url } : { SW_SERVICES_DATA: join(folder, "data") }),
        SW_CONNECTION_KEYS: keys,
        SW_WEBHOOK_ORIGINS: listening.url,
        SW_WEBHOOK_SCHEDULE: Array(60).fill("0.5").join(","),
        PORT: "0",
      },
    });
    hosts.push(host);
    const health = async () =>
      (await (await fetch(`${host.url}/health`)).json()) as { services: { webhooks: { brands: number } } };
    await until("both brands are followed", async () => (await health()).services.webhooks.brands >= 2, 60);
  };
  const kill = async (host: TestServer | undefined) => {
    if (!host) throw new Error("no host");
    hosts.splice(hosts.indexOf(host), 1);
    const gone = new Promise((resolve) => host.child.once("exit", resolve));
    host.child.kill("SIGKILL");
    await gone;
  };
  const call = async (who: string, path: string, input: { ask?: unknown; write?: unknown } = {}) =>
    callService(hosts[0]?.url ?? "", `webhooks/${path}`, await signIn(backend.url, who, password), input);
  const save = async (who: string, path: string, more: object = {}) =>
    call(who, "save", {
      write: {
        name: path,
        url: `${listening.url}${path}`,
        events: ["sw_account.created", "sw_account.updated", "sw_account.deleted"],
        ...more,
      },
    });
  const makeAccount = async (name: string) =>
    (
      await (
        await as("administrator")
      ).create("sw_account", {
        type: "sw_account--sw_account",
        attributes: { legal_name: name, softwhere_id: name, status: "active" },
      })
    ).id;

  beforeAll(async () => {
    if (kind !== kinds[0] && postgresPrograms) postgres = await startPostgres(postgresPrograms);
    backend = await startBackend();
    listening = await listen(receiver.app.fetch as never, { port: 0, hostname: "127.0.0.1" });
    as = await makeBrand(backend.url, ["administrator", "manager", "direction", "client"]);
    await makeBrand(backend.url, ["administrator"], [], "2");
    await start();
    if (postgres) await start();
    receiver.messages.length = 0;
  }, 180_000);
  afterAll(async () => {
    for (const host of [...hosts]) await kill(host);
    await backend?.stop();
    await listening?.close();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("what happens to a row is told to its brand's address, signed, without a value; to nobody else's", async () => {
    const { answer } = await save("administrator", "/whole");
    const { id, secret } = answer as { id: string; secret: string };
    await save("administrator2", "/neighbour");
    const account = await makeAccount("Groupe Kervadec");
    const row = { type: "sw_account--sw_account", id: account };
    await (await as("administrator")).update("sw_account", { ...row, attributes: { legal_name: "Kervadec SA" } });
    await (await as("administrator")).operate([{ op: "remove", ref: row }]);
    await until("three messages", () => at("/whole").length >= 3);
    const told = at("/whole").map(({ body, headers }) => new Webhook(secret).verify(body, { ...headers }));
    const brand = (await (await as("administrator")).me()).brand?.id;
    const data = (type: string, more: object = {}) =>
      expect.objectContaining({ type: `sw_account.${type}`, data: { brand, id: account, ...more } });
    // Their order isn't promised.
    expect(told).toEqual(
      expect.arrayContaining([data("created"), data("updated", { changed: ["legal_name"] }), data("deleted")]),
    );
    expect(
      at("/whole")
        .map(({ body }) => body)
        .join(),
    ).not.toContain("Kervadec");
    await later(1_000);
    expect(at("/neighbour")).toEqual([]);
    const page = (await call("administrator", "deliveries", { ask: { endpoint: id } })).answer;
    expect(page).toMatchObject({
      hasMore: false,
      deliveries: [1, 2, 3].map(() => ({ state: "delivered", status: 200 })),
    });
    expect(JSON.stringify((await call("administrator", "list")).answer)).not.toContain("whsec_");
  });

  it("is set by who administers the brand; to others there is none, to another brand's administrator none of that id", async () => {
    const { answer } = await save("administrator", "/rights");
    const { id } = answer as { id: string };
    for (const role of ["manager", "direction", "client"]) {
      expect(await call(role, "list")).toMatchObject({ code: "FORBIDDEN" });
      expect(await save(role, "/mine")).toMatchObject({ code: "FORBIDDEN" });
      for (const path of ["renew", "pause", "enable", "remove", "test"])
        expect(await call(role, path, { write: { id } }), path).toMatchObject({ code: "FORBIDDEN" });
      expect(await call(role, "deliveries", { ask: { endpoint: id } })).toMatchObject({ code: "FORBIDDEN" });
    }
    const stranger = (await call("administrator2", "list")).answer as { endpoints: { id: string }[] };
    expect(stranger.endpoints.map((one) => one.id)).not.toContain(id);
    for (const path of ["renew", "pause", "enable", "remove", "test"])
      expect(await call("administrator2", path, { write: { id } }), path).toMatchObject({ code: "NOT_FOUND" });
    expect(await save("administrator2", "/rights", { id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await save("administrator", "/rights", { url: "https://10.1.2.3/" })).toMatchObject({
      answer: { kind: "refused", field: "url", code: "private_address" },
    });
    expect(await call("administrator", "remove", { write: { id } })).not.toHaveProperty("code");
  });

  it("killed at any moment: every event arrives, each under one id", { timeout: 240_000 }, async () => {
    await save("administrator", "/killed", { events: ["sw_account.created"] });
    receiver.behave("/killed", { slow: 150 });
    const accounts: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (let count = 0; count < 8; count += 1) accounts.push(await makeAccount(`K ${round} ${count}`));
      // Before it is read, while it is sent, after it.
      await later(round * 250);
      await kill(hosts[0]);
      await start();
    }
    const rows = () => new Set(at("/killed").map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id));
    await until("every account is told of", () => rows().size >= accounts.length, 90);
    await later(2_500);
    expect([...rows()].toSorted()).toEqual(accounts.toSorted());
    expect(idsAt("/killed").size).toBe(accounts.length);
    // What was under way when a host was killed comes again under its id; nothing else does. Four are sent at once.
    expect(at("/killed").length - accounts.length).toBeLessThanOrEqual(4 * 4);
    expect(receiver.mostOfOneId("/killed")).toBeLessThanOrEqual(2);
  });
});
