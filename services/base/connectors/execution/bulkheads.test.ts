import { expect, it } from "vitest";
import { Bulkheads } from "./bulkheads.ts";

it("lets so many at once of each, in their order; one that fails gives its turn on", async () => {
  const bulkheads = new Bulkheads(2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(name);
      ends.push(() => (name === "a2" ? reject(new Error(name)) : resolve(name)));
    });
  const runs = ["a1", "a2", "a3", "a4"].map((name) => bulkheads.run(["a"], work(name)));
  const other = bulkheads.run(["b"], work("b1"));
  await Promise.resolve();
  expect(begun).toEqual(["a1", "a2", "b1"]);
  ends[1]?.();
  await expect(runs[1]).rejects.toThrow("a2");
  await expect.poll(() => begun).toEqual(["a1", "a2", "b1", "a3"]);
  for (const end of ends) end();
  await expect.poll(() => begun).toEqual(["a1", "a2", "b1", "a3", "a4"]);
  ends.at(-1)?.();
  expect(await Promise.all([runs[0], runs[2], runs[3], other])).toEqual(["a1", "a3", "a4", "b1"]);
});
