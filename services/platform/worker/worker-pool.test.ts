import { afterAll, expect, test } from "vitest";
import { TooDemanding, workerPool } from "./worker-pool.ts";

const pool = workerPool<string, string>(new URL("./worker-pool.fixture.ts", import.meta.url), "work", {
  megabytes: 64,
  seconds: 3,
});

afterAll(() => pool.close());

test("what runs apart answers, and its refusal arrives", { timeout: 30_000 }, async () => {
  expect(await pool.run("answer")).toBe("answer");
  await expect(pool.run("fail")).rejects.toThrow("refused");
});

test.each(["memory", "time"])(
  "without %s the work ends, this process answers meanwhile, and the next work runs",
  { timeout: 60_000 },
  async (task) => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 20);
    await expect(pool.run(task)).rejects.toThrow(TooDemanding);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
    expect(await pool.run("answer")).toBe("answer");
  },
);
