import { expect, test } from "vitest";
import { pdfBomb } from "../../../../platform/testing/bombs.ts";
import { TooDemanding, workerPool } from "../../../../platform/worker/worker-pool.ts";

test("an attachment that unpacks to gigabytes ends its own worker, and the next file is read", async () => {
  const bomb = pdfBomb(4000);
  expect(bomb.length).toBeLessThan(15 * 2 ** 20);
  const limits = { megabytes: 512, seconds: 60 };
  const files = workerPool<Uint8Array, { kind: string }>(
    new URL("./read-file.ts", import.meta.url),
    "readFile",
    limits,
  );
  const started = process.memoryUsage.rss();
  const outcome = await files.run(bomb).catch((error: unknown) => error);
  expect(outcome instanceof TooDemanding || (outcome as { kind?: string }).kind === "rejected").toBe(true);
  expect(process.memoryUsage.rss() - started).toBeLessThan(2000 * 2 ** 20);
  expect(await files.run(Buffer.from("prose"))).toMatchObject({ kind: "rejected" });
  await files.close();
}, 120_000);
