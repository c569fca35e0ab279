import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { workbookBomb } from "../../../../platform/testing/bombs.ts";
import { TooDemanding, workerPool } from "../../../../platform/worker/worker-pool.ts";
import { type FileContent, readSuppliersFile, type SuppliersFile } from "./read-file.ts";

test("a workbook of forty million rows ends its own worker, and the next file is read", async () => {
  const files = workerPool<SuppliersFile, FileContent>(
    new URL("./read-file.ts", import.meta.url),
    "readSuppliersFile",
    {
      megabytes: 512,
      seconds: 60,
    },
  );
  const bytes = new Uint8Array(workbookBomb(40));
  await expect(files.run({ bytes, fileName: "a.xlsx" })).rejects.toBeInstanceOf(TooDemanding);
  const next = new Uint8Array(Buffer.from("prose"));
  expect((await files.run({ bytes: next, fileName: "a.txt" })).documents[0]?.result.kind).toBe("rejected");
  await files.close();
}, 120_000);

test("an archive whose sizes lie unpacks to no more than they say", async () => {
  const bytes = Buffer.from(zipSync({ "a.csv": strToU8("x;".repeat(10_000_000)) }));
  const central = bytes.lastIndexOf("PK\x01\x02", undefined, "latin1");
  bytes.writeUInt32LE(40, central + 24);
  const { documents } = await readSuppliersFile({ bytes: new Uint8Array(bytes), fileName: "a.zip" });
  expect(documents[0]?.packed?.bytes.length ?? 0).toBeLessThanOrEqual(40);
  expect(documents[0]?.result.kind).toBe("rejected");
});

test.each([
  ["of nothing", zipSync({})],
  ["of a folder", zipSync({ "a/": new Uint8Array() })],
  ["cut off", zipSync({ "a.csv": strToU8("a;b\n1;2") }).subarray(0, 40)],
])("an archive %s: a sentence", async (_, bytes) => {
  const { documents } = await readSuppliersFile({ bytes, fileName: "a.zip" });
  expect(documents.map(({ result }) => result.kind)).toEqual(["rejected"]);
});
