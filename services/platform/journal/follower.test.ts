import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, expect, test } from "vitest";
import type { BrandAccounts } from "../backend/brand-accounts.ts";
import { BackendUnreachable } from "../backend/errors.ts";
import type { ServiceSession } from "../backend/service-account.ts";
import { createLogger } from "../logger.ts";
import { Follower, type Subscriber } from "./follower.ts";

const turns = {
  taken: new Set<string>(),
  take: async (name: string) => {
    if (turns.taken.has(name)) return undefined;
    turns.taken.add(name);
    return async () => void turns.taken.delete(name);
  },
  close: async () => undefined,
};

/** An outbox that answers with the heads given, one after the other, and then waits. */
function outboxOf(...answers: Record<string, number>[]): ServiceSession {
  const outbox = ({ signal }: { signal?: AbortSignal }) => {
    const heads = answers.shift();
    if (heads) return Promise.resolve({ mark: String(answers.length), heads });
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new BackendUnreachable("ended"))));
  };
  return { client: async () => ({ outbox }), expire: () => undefined } as unknown as ServiceSession;
}

let follower: Follower;

function follow(subscriber: Subscriber, ...heads: Record<string, number>[]): void {
  follower = new Follower({
    platform: outboxOf(...heads),
    accounts: { expire: () => undefined } as unknown as BrandAccounts,
    turns,
    log: createLogger("test", { level: "silent" }),
  });
  follower.subscribe("test", subscriber);
  follower.start();
}

afterEach(() => follower.stop());

const until = async (test: () => boolean) => {
  for (let waited = 0; !test() && waited < 200; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(test()).toBe(true);
};

test("a brand is followed when it is first seen and when its journal grew; one that fails holds up no other", async () => {
  const seen: string[] = [];
  follow(
    {
      follow: async ({ brandId, head }) => {
        seen.push(`${brandId} ${head}`);
        if (brandId === "broken") throw new Error("no");
        return undefined;
      },
    },
    { broken: 1, one: 1 },
    { broken: 1, one: 1, two: 5 },
    { broken: 1, one: 2, two: 5 },
  );
  await until(() => seen.includes("one 2") && seen.includes("two 5"));
  expect(seen.filter((entry) => entry === "two 5")).toHaveLength(1);
});

test("a brand asks to be called again without news", async () => {
  let calls = 0;
  const subscriber = {
    follow: async () => {
      calls += 1;
      return calls < 3 ? 5 : undefined;
    },
  };
  follow(subscriber, { one: 1 });
  await until(() => calls === 3);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(calls).toBe(3);
});

test("work beside the stream has the brand alone, and what it wakes belongs to no job", async () => {
  const job = new AsyncLocalStorage<string>();
  const stores: (string | undefined)[] = [];
  let alone = false;
  follow(
    {
      follow: async () => {
        expect(alone).toBe(false);
        stores.push(job.getStore());
        // The timer must not carry it on either.
        return stores.length < 4 ? 5 : undefined;
      },
    },
    { one: 1 },
  );
  await until(() => stores.length > 0);
  await job.run("a step", () =>
    follower.alone("test", "one", async () => {
      alone = true;
      await new Promise((resolve) => setTimeout(resolve, 30));
      alone = false;
    }),
  );
  await until(() => stores.length >= 4);
  expect(new Set(stores)).toEqual(new Set([undefined]));
});
