import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLogger } from "../logger.ts";
import { Egress, type EgressPolicy, type EgressRequest, type Resolver } from "./egress.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

/** A server on this machine, and how many connections it has seen. */
async function serve(
  answer: RequestListener,
): Promise<{ port: number; origin: string; seen: { sockets: number; most: number } }> {
  const server: Server = createServer(answer);
  const seen = { sockets: 0, most: 0 };
  let now = 0;
  server.on("connection", (socket) => {
    seen.sockets += 1;
    now += 1;
    seen.most = Math.max(seen.most, now);
    socket.on("close", () => {
      now -= 1;
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push({ close: () => server.closeAllConnections() }, { close: () => new Promise((done) => server.close(done)) });
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, seen };
}

function doorTo(origin: string, more: Partial<EgressPolicy> = {}, resolve?: Resolver): Egress {
  const door = new Egress(
    { name: "vendor", origins: [origin], inside: true, ...more },
    { ...(resolve && { resolve }) },
  );
  open.push(door);
  return door;
}
const get = (url: string, more: Partial<EgressRequest> = {}): EgressRequest => ({ method: "GET", url, ...more });
const ok: RequestListener = (_, response) => response.end("ok");
const bodyOf = async (request: IncomingMessage) => {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
};

describe("an allowed address", () => {
  it("is asked as it was said, and answers whole", async () => {
    const { origin } = await serve((request, response: ServerResponse) => {
      void bodyOf(request).then((body) => {
        response.setHeader("X-Several", ["a", "b"]);
        response.writeHead(422).end(JSON.stringify([request.method, request.url, request.headers["x-key"], body]));
      });
    });
    const asked = { method: "POST", url: `${origin}/a/b?c=%C3%A9`, headers: { "X-Key": "k" }, body: "é" } as const;
    const answer = await doorTo(origin).request(asked);
    expect(answer).toMatchObject({ ok: true, value: { status: 422, headers: { "x-several": "a, b" } } });
    expect(answer.ok && JSON.parse(answer.value.body.toString())).toEqual(["POST", "/a/b?c=%C3%A9", "k", "é"]);
  });

  it("has only so many connections at once", async () => {
    const { origin, seen } = await serve((_, response) => void setTimeout(() => response.end("ok"), 50));
    const door = doorTo(origin, { connections: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => door.request(get(`${origin}/`))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(seen.most).toBe(2);
  });
});

describe("before anything is asked", () => {
  it.each([
    ["https://vendor.example/a", ["8.8.8.8"], true],
    ["https://vendor.example/a", ["8.8.8.8", "10.0.0.1"], "private_address"],
    ["https://vendor.example/a", [], "unresolved"],
    ["https://other.example/a", ["8.8.8.8"], "not_allowed"],
  ] as const)("%s at %j: %s", async (address, addresses, expected) => {
    const found = addresses.map((one) => ({ address: one, family: 4 }));
    const door = doorTo("https://vendor.example", { inside: false }, async () => found);
    const checked = await door.check(address);
    expect(checked.ok || checked.failure.code).toBe(expected);
  });
});

describe("nothing leaves for", () => {
  it.each([
    ["another host", () => "http://example.invalid/"],
    ["another port", (port: number) => `http://127.0.0.1:${port + 1}/`],
    ["another protocol", (port: number) => `https://127.0.0.1:${port}/`],
    ["a host behind an @", (port: number) => `http://127.0.0.1:${port}@example.invalid/`],
    ["an address with a password", (port: number) => `http://me:secret@127.0.0.1:${port}/`],
    ["what is no address", () => "/relative"],
    ["a file", () => "file:///etc/passwd"],
  ])("%s", async (_, address) => {
    const { port, origin, seen } = await serve(ok);
    expect(await doorTo(origin).request(get(address(port)))).toMatchObject({
      ok: false,
      failure: { code: "not_allowed", sent: false, message: expect.stringMatching(/^vendor: /) },
    });
    expect(seen.sockets).toBe(0);
  });

  it.each(["127.0.0.1", "2130706433", "0x7f.1", "017700000001", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"])(
    "this machine as %s, where the connection may not reach inside",
    async (host) => {
      const { port, seen } = await serve(ok);
      const origin = new URL(`https://${host}:${port}`).origin;
      const door = doorTo(origin, { inside: false });
      expect(await door.request(get(`https://${host}:${port}/`))).toMatchObject({
        ok: false,
        failure: { code: "private_address", sent: false },
      });
      expect(seen.sockets).toBe(0);
    },
  );

  it.each(["169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "[fe80::1]", "[::]", "[::ffff:10.0.0.1]"])(
    "%s, whatever the connection may",
    async (host) => {
      const { origin } = new URL(`http://${host}:8080`);
      expect(await doorTo(origin).request(get(origin))).toMatchObject({
        ok: false,
        failure: { code: "private_address", sent: false },
      });
    },
  );

  it.each([
    ["a name of this machine", [{ address: "127.0.0.1", family: 4 }]],
    [
      "a name with one address outside and one inside",
      [
        { address: "8.8.8.8", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ],
    ],
    ["a name inside in IPv6", [{ address: "fd00::1", family: 6 }]],
  ])("%s", async (_, addresses) => {
    const { port, seen } = await serve(ok);
    const door = doorTo(`https://vendor.example:${port}`, { inside: false }, async () => addresses);
    const answer = await door.request(get(`https://vendor.example:${port}/`));
    expect(answer).toMatchObject({ ok: false, failure: { code: "private_address", sent: false } });
    expect(seen.sockets).toBe(0);
  });

  it("a name that the system itself says is this machine", async () => {
    const { port, seen } = await serve(ok);
    const door = doorTo(`https://localhost:${port}`, { inside: false });
    expect(await door.request(get(`https://localhost:${port}/`))).toMatchObject({
      ok: false,
      failure: { code: "private_address" },
    });
    expect(seen.sockets).toBe(0);
  });

  it("a name without an address", async () => {
    const door = doorTo("https://vendor.example", {}, async () => []);
    expect(await door.request(get("https://vendor.example/"))).toMatchObject({
      ok: false,
      failure: { code: "unresolved", sent: false },
    });
  });
});

describe("a name that changes its address", () => {
  it("is looked up once for each connection, which goes to what was looked at", async () => {
    const { port, seen } = await serve(ok);
    const resolve = vi
      .fn<Resolver>()
      .mockResolvedValueOnce([{ address: "127.0.0.1", family: 4 }])
      .mockResolvedValue([{ address: "169.254.169.254", family: 4 }]);
    const origin = `http://vendor.example:${port}`;
    const door = doorTo(origin, { connections: 1 }, resolve);
    for (const _ of [1, 2]) expect(await door.request(get(`${origin}/`))).toMatchObject({ ok: true });
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(seen.sockets).toBe(1);
  });

  it("is looked at again with the next connection", async () => {
    const { port } = await serve((_, response) => response.setHeader("Connection", "close").end("ok"));
    const resolve = vi
      .fn<Resolver>()
      .mockResolvedValueOnce([{ address: "127.0.0.1", family: 4 }])
      .mockResolvedValue([{ address: "169.254.169.254", family: 4 }]);
    const origin = `http://vendor.example:${port}`;
    const door = doorTo(origin, {}, resolve);
    expect(await door.request(get(`${origin}/`))).toMatchObject({ ok: true });
    expect(await door.request(get(`${origin}/`))).toMatchObject({ ok: false, failure: { code: "private_address" } });
  });
});

describe("an answer is refused", () => {
  it("that sends elsewhere; nobody goes there", async () => {
    const target = await serve(ok);
    const { origin } = await serve((_, response) => response.writeHead(307, { Location: `${target.origin}/` }).end());
    const door = doorTo(origin, { origins: [origin, target.origin] });
    expect(await door.request(get(`${origin}/`))).toMatchObject({
      ok: false,
      failure: { code: "redirected", sent: true, status: 307 },
    });
    expect(target.seen.sockets).toBe(0);
  });

  it.each<[string, RequestListener]>([
    [
      "that says it is too long",
      (_, response) => response.writeHead(200, { "Content-Length": "2000" }).end("x".repeat(2000)),
    ],
    ["that is too long and doesn't say so", (_, response) => void response.writeHead(200).write("x".repeat(2000))],
  ])("%s", async (_, answer) => {
    const { origin } = await serve(answer);
    expect(await doorTo(origin, { maxBytes: 1000 }).request(get(`${origin}/`))).toMatchObject({
      ok: false,
      failure: { code: "too_large", sent: true },
    });
  });

  it("that is packed, which it can't know the size of", async () => {
    const { origin } = await serve((request, response) =>
      response.setHeader("Content-Encoding", "gzip").end(gzipSync(String(request.headers["accept-encoding"]))),
    );
    expect(await doorTo(origin).request(get(`${origin}/`))).toMatchObject({ ok: false, failure: { code: "encoded" } });
  });

  it.each<[string, RequestListener]>([
    ["that doesn't come", () => undefined],
    ["that comes bit by bit", (_, response) => trickle(response)],
  ])("%s", async (_, answer) => {
    const { origin } = await serve(answer);
    const started = Date.now();
    expect(await doorTo(origin, { timeout: 300 }).request(get(`${origin}/`))).toMatchObject({
      ok: false,
      failure: { code: "timeout", sent: true },
    });
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it.each<[string, RequestListener]>([
    ["that ends before it began", (request) => request.socket.destroy()],
    [
      "that ends in the middle",
      (_, response) => {
        response.writeHead(200, { "Content-Length": "100" });
        response.write("half", () => response.destroy());
      },
    ],
  ])("%s: what was asked may have been done", async (_, answer) => {
    const { origin } = await serve(answer);
    const asked = { method: "POST", url: `${origin}/`, body: "order" } as const;
    expect(await doorTo(origin).request(asked)).toMatchObject({ ok: false, failure: { code: "cut", sent: true } });
  });

  it("of nobody: nothing was sent", async () => {
    const { port, origin } = await serve(ok);
    await open.splice(0, 2).at(1)?.close();
    expect(await doorTo(origin).request(get(`http://127.0.0.1:${port}/`))).toMatchObject({
      ok: false,
      failure: { code: "unreachable", sent: false, message: expect.stringContaining("ECONNREFUSED") },
    });
  });
});

function trickle(response: ServerResponse): void {
  response.write("x");
  const timer = setInterval(() => response.write("x"), 50);
  response.on("close", () => clearInterval(timer));
}

describe("secrets", () => {
  it("are in no message and no log, in whichever form", async () => {
    const secret = "tök/en+1";
    const { origin } = await serve(ok);
    const log = createLogger("test", { level: "silent" });
    const said = vi.spyOn(log, "debug");
    const door = new Egress({ name: "vendor", origins: [origin], inside: true, secrets: [secret] }, { log });
    open.push(door);
    const headers = { Authorization: `Bearer ${Buffer.from(secret).toString("base64")}` };
    const elsewhere = `http://${encodeURIComponent("token").toLowerCase()}.invalid/?key=${encodeURIComponent(secret)}`;
    const answers = [
      await door.request(get(`${origin}/with/${encodeURIComponent(secret)}?key=${secret}`, { headers })),
      await door.request(get(elsewhere, { headers })),
      await door.request(get(`${origin}/`, { headers: { Authorization: `Bearer ${secret}\n` } })),
    ];
    expect(answers).toMatchObject([
      { ok: true },
      { ok: false },
      { ok: false, failure: { code: "unsendable", sent: false } },
    ]);
    expect(said).toHaveBeenCalledTimes(3);
    const text = JSON.stringify([said.mock.calls, answers.slice(1)]);
    for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64"), "key=", "Bearer"])
      expect(text).not.toContain(form);
    expect(said.mock.calls[0]?.[0]).toMatchObject({
      connection: "vendor",
      method: "GET",
      path: "/with/••••",
      status: 200,
    });
  });
});

it.each(["http://vendor.example", "https://vendor.example/api", "ftp://vendor.example", "vendor.example", ""])(
  "a connection can't be made to %j",
  (origin) =>
    expect(() => new Egress({ name: "vendor", origins: [origin] })).toThrow(/vendor: .* is no address of the form/),
);
