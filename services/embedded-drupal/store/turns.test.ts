import { expect, test } from "vitest";
import { WriterTurns } from "./turns.ts";

test("whoever wants the same waits in order, others don't, and nobody waits for each other", async () => {
  const turns = new WriterTurns();
  const order: string[] = [];
  const take = async (who: string, names: readonly string[]) => {
    const end = await turns.take(names);
    order.push(who);
    return end;
  };
  const first = await take("first", ["a", "b"]);
  const second = take("second", ["b", "a"]);
  const third = take("third", ["a"]);
  const other = await take("other", ["c"]);
  const none = await take("none", []);
  expect(order).toEqual(["first", "other", "none"]);
  other();
  none();
  first();
  (await second)();
  (await third)();
  expect(order.slice(3)).toEqual(["second", "third"]);
  (await turns.take(["a", "b", "c"]))();
});
