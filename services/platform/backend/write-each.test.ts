import { expect, test } from "vitest";
import type { AtomicOperation } from "./client.ts";
import { BackendError, BackendUnreachable } from "./errors.ts";
import { writeEach } from "./write-each.ts";

const remove = (id: string): AtomicOperation => ({ op: "remove", ref: { type: "sw_task--sw_task", id } });
const rows = (count: number, each = 2) =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    operations: Array.from({ length: each }, (_, part) => remove(`${index}/${part}`)),
  }));

/** Refuses the first operation that is in the list, as the backend does; counts requests. */
function backend(refused: readonly string[], status = 422) {
  const requests: string[][] = [];
  const carriedOut = new Map<string, number>();
  return {
    requests,
    carriedOut,
    operate: async (operations: readonly AtomicOperation[]) => {
      const ids = operations.map((operation) => ("ref" in operation ? operation.ref.id : ""));
      requests.push(ids);
      const at = ids.findIndex((id) => refused.includes(id));
      for (const id of at < 0 ? ids : ids.slice(0, at)) carriedOut.set(id, (carriedOut.get(id) ?? 0) + 1);
      if (at >= 0) {
        const pointer = `/atomic:operations/${at}/data/attributes/due_on`;
        throw new BackendError(status, [{ status: String(status), detail: "no", source: { pointer } }]);
      }
      return ids.map((id) => ({ id, version: 7 }));
    },
  };
}

test("all rows in one request", async () => {
  const one = backend([]);
  const outcomes = await writeEach(() => one, rows(1_000));
  expect(outcomes).toHaveLength(1_000);
  expect(outcomes[999]).toEqual({ id: 999, kind: "changed", version: 7 });
  expect(one.requests).toHaveLength(1);
});

test("a refused row is set aside with field and reason, whichever of its operations it was; no row is carried out three times", async () => {
  const one = backend(["3/1", "7/0", "9/1"]);
  const outcomes = await writeEach(() => one, rows(10));
  expect(outcomes.filter(({ kind }) => kind === "refused")).toEqual(
    [3, 7, 9].map((id) => ({ id, kind: "refused", reason: "backend", field: "due_on", detail: "not_valid" })),
  );
  expect(outcomes.filter(({ kind }) => kind === "changed").map(({ id }) => id)).toEqual([0, 1, 2, 4, 5, 6, 8]);
  expect(Math.max(...one.carriedOut.values())).toBe(2);
});

test("a refused last row", async () => {
  const one = backend(["1/0"], 403);
  expect(await writeEach(() => one, rows(2))).toEqual([
    { id: 0, kind: "changed", version: 7 },
    { id: 1, kind: "refused", reason: "forbidden", field: "due_on", detail: "forbidden" },
  ]);
});

test("what is about no row is thrown", async () => {
  const gone = {
    operate: () => Promise.reject(new BackendUnreachable("no answer")),
  };
  await expect(writeEach(() => gone, rows(2))).rejects.toThrow(BackendUnreachable);
  const ended = { operate: () => Promise.reject(new BackendError(403, [{ status: "403" }])) };
  await expect(writeEach(() => ended, rows(2))).rejects.toThrow(BackendError);
});
