import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startBackend, type TestServer } from "../testing/servers.ts";
import { BrandAccounts } from "./brand-accounts.ts";
import { BackendUnreachable } from "./errors.ts";
import { ServiceSession } from "./service-account.ts";

let backend: TestServer;
let platform: ServiceSession;

beforeAll(async () => {
  backend = await startBackend();
  platform = new ServiceSession(backend.url, { name: "admin", password: "admin" });
});
afterAll(() => backend?.stop());

const newBrand = async () => {
  const id = randomUUID();
  await (await platform.client("setup")).create("sw_brand", {
    type: "sw_brand--sw_brand",
    id,
    attributes: { name: `Brand ${id}` },
  });
  return id;
};
const host = (secret = "secret") =>
  new BrandAccounts(backend.url, new ServiceSession(backend.url, { name: "admin", password: "admin" }), secret);
test("two who want a brand's user at once, on each of two hosts, make one user and keep their sessions", async () => {
  const brand = await newBrand();
  const hosts = [host(), host()];
  const clients = await Promise.all(
    hosts.flatMap((accounts) => [1, 2].map((one) => accounts.client(brand, "service", `request-${one}`))),
  );
  for (const client of clients) expect((await client.me()).brand?.id).toBe(brand);
});

test("a host with another secret gives the user its own password", async () => {
  const brand = await newBrand();
  await host("one").client(brand, "service", "first");
  const client = await host("another").client(brand, "service", "second");
  expect((await client.me()).brand?.id).toBe(brand);
});

test("no sign-in fails on the way to a new brand's user: a backend refuses everybody's after too many", async () => {
  const sent = vi.spyOn(globalThis, "fetch");
  try {
    await host().client(await newBrand(), "scheduler", "first");
    const answers = await Promise.all(sent.mock.results.map(({ value }) => value as Promise<Response>));
    const signIns = answers.filter(({ url }) => url.includes("/user/login"));
    expect(signIns.map(({ status }) => status)).not.toEqual([]);
    expect(signIns.every(({ ok }) => ok)).toBe(true);
  } finally {
    sent.mockRestore();
  }
});

test("a backend that takes no sign-ins for a while is waited for: nobody's password is given anew, no session ends", async () => {
  const brand = await newBrand();
  const working = await host().client(brand, "service", "before");
  const crowd = Array.from({ length: 60 }, () =>
    fetch(`${backend.url}/user/login?_format=json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: `nobody-${randomUUID()}`, pass: "wrong" }),
    }),
  );
  expect((await Promise.all(crowd)).some(({ status }) => status === 403)).toBe(true);
  // A host that starts now can't sign in. The one at work is left alone.
  const starting = new BrandAccounts(backend.url, platform, "secret");
  await expect(starting.client(brand, "service", "during")).rejects.toThrow(BackendUnreachable);
  expect((await working.me()).brand?.id).toBe(brand);
});
