import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { add, addRows, Client, one } from "../conformance/client.ts";
import { startBackend, type TestServer } from "../platform/testing/servers.ts";

const mapping = "sw_import_mapping";
const brand = randomUUID();
const pass = "secret-word";
const names = ["one", "two"].map((name) => `${name}-${randomUUID()}`);
let directory = "";
let server: TestServer;
/** Two people of one brand. */
let writer: Client;
let other: Client;

const signedIn = async (name: string, word: string): Promise<Client> => {
  const client = new Client(server.url);
  (await client.login(name, word)).is(200);
  return client;
};

const start = async () => {
  server = await startBackend("--data", directory);
};

const signIn = async () => {
  [writer, other] = (await Promise.all(names.map((name) => signedIn(name, pass)))) as [Client, Client];
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "staged-"));
  await start();
  const platform = await signedIn("admin", "admin");
  (await platform.create("sw_brand", { name: "Staged" }, {}, brand)).is(201);
  const attributes = { pass, status: true, user_type: "internal", business_roles: ["administrator"] };
  for (const name of names)
    (await platform.create("user", { ...attributes, name, full_name: name }, { brand: one("sw_brand", brand) })).is(
      201,
    );
  await signIn();
}, 180_000);

afterAll(async () => {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}, 60_000);

/** Rows of one kind, with an account before and another after them. */
function request(kind: string, rows: number, last: unknown = `${rows - 1}`) {
  const values = Array.from({ length: rows }, (_, at) => [ids(kind, at), kind, at === rows - 1 ? last : `${at}`]);
  const account = (place: string) =>
    add("sw_account", { attributes: { legal_name: `${place} ${kind}`, softwhere_id: `${place} ${kind}` } });
  return [account("before"), addRows(mapping, ["id", "kind", "name"], values), account("after")];
}

/** The same id for the same row, so that a second try is one. */
const known = new Map<string, string>();
function ids(kind: string, at: number): string {
  const id = known.get(`${kind} ${at}`) ?? randomUUID();
  known.set(`${kind} ${at}`, id);
  return id;
}

const count = async (client: Client, type: string, filter: string) =>
  (await client.get(`/jsonapi/aggregate/${type}?${filter}`)).is(200).at("/meta/groups/0/count");

/** How many rows of the kind, and accounts made with them, somebody sees. */
const seen = async (client: Client, kind: string) => [
  await count(client, mapping, `filter[kind]=${kind}`),
  await count(
    client,
    "sw_account",
    `filter[n][condition][path]=softwhere_id&filter[n][condition][operator]=ENDS_WITH&filter[n][condition][value]=${kind}`,
  ),
];

test("others are answered meanwhile, and see nothing of the rows before the end and all of them after", async () => {
  const [kind, rows] = ["whole", 5_000];
  let over = false;
  const written = writer.operations(request(kind, rows), { "X-Request-Id": kind }).finally(() => {
    over = true;
  });
  const found = new Set<string>();
  let meanwhile = 0;
  while (!over) {
    const progress = await writer.get(`/jsonapi/operations/${kind}`);
    const done = progress.status === 200 ? Number(progress.at("/meta/done")) : 0;
    const [first = 0] = await seen(other, kind);
    const direct = await other.get(`/jsonapi/${mapping}/${mapping}/${ids(kind, 0)}`);
    if (over) break;
    // Rows are written already when this is asked.
    if (done > 500) meanwhile += 1;
    found.add(`${first} ${direct.status}`);
  }
  (await written).is(200).has("/atomic:results/1", { meta: { rows } });
  expect(meanwhile).toBeGreaterThan(3);
  expect([...found]).toEqual(["0 404"]);
  expect(await seen(other, kind)).toEqual([rows, 2]);
  (await other.get(`/jsonapi/${mapping}/${mapping}/${ids(kind, rows - 1)}`)).is(200).has("/data/attributes/version", 1);
}, 120_000);

test("a wrong row, a taken key or a later operation that fails leaves nothing, and the right request writes it then", async () => {
  const [kind, rows] = ["wrong", 1_500];
  (await writer.operations(request(kind, rows, null))).problem({
    status: 422,
    detail: "name: This value should not be null.",
    pointer: `/atomic:operations/1/rows/${rows - 1}/2`,
  });
  (await writer.operations(request(kind, rows, "3"))).problem({
    status: 422,
    code: "not_unique",
    pointer: `/atomic:operations/1/rows/${rows - 1}/2`,
  });
  const [before, bulk, after] = request(kind, rows);
  (await writer.operations([before, bulk, before])).problem({ status: 422, code: "not_unique" });
  (await writer.operations([bulk, add(mapping, { attributes: { kind, name: "7" } })])).problem({
    status: 422,
    pointer: "/atomic:operations/1/data/attributes/name",
  });
  expect(await seen(other, kind)).toEqual([0, 0]);
  (await writer.operations([before, bulk, after])).is(200);
  expect(await seen(other, kind)).toEqual([rows, 2]);
}, 120_000);

test("of two that write the same at the same time one is told that it is there", async () => {
  const [kind, rows] = ["twice", 1_500];
  const [first, second, single] = await Promise.all([
    writer.operations(request(kind, rows)),
    other.operations(request(kind, rows)),
    new Promise((resolve) => setTimeout(resolve, 100)).then(() => other.create(mapping, { kind, name: "5" })),
  ]);
  const all = [first, second].map(({ status }) => status).sort();
  if (single.status === 201) expect(all).toEqual([422, 422]);
  else expect([...all, single.status]).toEqual([200, 422, 422]);
  expect(await seen(other, kind)).toEqual(single.status === 201 ? [1, 0] : [rows, 2]);
}, 120_000);

test("killed in the middle nothing is there after the next start, and a second try writes once", async () => {
  const [kind, rows] = ["killed", 20_000];
  const unanswered = writer.operations(request(kind, rows), { "X-Request-Id": kind }).catch(() => undefined);
  for (let done = 0; done < 2_000; ) {
    const progress = await other.get(`/jsonapi/${mapping}/${mapping}/${ids(kind, 0)}`);
    progress.is(404);
    const running = await writer.get(`/jsonapi/operations/${kind}`);
    done = running.status === 200 ? Number(running.at("/meta/done")) : 0;
    expect(done).toBeLessThan(rows);
  }
  const exited = new Promise((resolve) => server.child.once("exit", resolve));
  server.child.kill("SIGKILL");
  await exited;
  expect(await unanswered).toBeUndefined();

  await start();
  await signIn();
  expect(await seen(other, kind)).toEqual([0, 0]);
  expect(await seen(other, "whole")).toEqual([5_000, 2]);
  // Nothing of them is left, hidden or not: their ids are free.
  (await writer.create(mapping, { kind: "free", name: "x" }, {}, ids(kind, 1))).is(201);
  (await writer.remove(`/jsonapi/${mapping}/${mapping}/${ids(kind, 1)}`)).is(204);
  (await writer.operations(request(kind, rows))).is(200);
  expect(await seen(other, kind)).toEqual([rows, 2]);
  (await writer.operations(request(kind, rows))).is(422);
  expect(await seen(other, kind)).toEqual([rows, 2]);
}, 240_000);
