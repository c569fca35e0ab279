import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { timeLimit } from "./time-limit.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const aborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener("abort", () => resolve(signal.reason.name), { once: true }));

test("the time ends it, whatever is collected meanwhile, and so does who asked", async () => {
  const asker = new AbortController();
  const collecting = setInterval(collectGarbage, 10);
  const byTime = Promise.all([aborted(timeLimit(150)), aborted(timeLimit(150, asker.signal))]);
  expect(await byTime).toEqual(["TimeoutError", "TimeoutError"]);
  const byAsker = aborted(timeLimit(60_000, asker.signal));
  collectGarbage();
  asker.abort();
  expect(await byAsker).toBe("AbortError");
  clearInterval(collecting);
});
