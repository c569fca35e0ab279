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
    let [ticks, isOver] = [0, false];
    // One turn of this process after the other, as long as the other works: it would stand still if the work were here.
    const turn = () => {
      ticks += 1;
      if (!isOver) setTimeout(turn, 1);
    };
    turn();
    await expect(pool.run(task)).rejects.toThrow(TooDemanding);
    isOver = true;
    expect(ticks).toBeGreaterThan(5);
    expect(await pool.run("answer")).toBe("answer");
  },
);
