import { expect, test } from "vitest";
import { BackendError } from "../../platform/backend/errors.ts";
import { workbookBomb } from "../../platform/testing/bombs.ts";
import { baseKinds } from "./base-kinds.ts";
import { DataImport } from "./data-import.ts";

type Backend = Parameters<DataImport["read"]>[1];
const asked = { kind: "sw_site", fileName: "file", content: workbookBomb(40).toString("base64") };

test("who may not import gets nothing read: neither a right, nor a session, nor an invented one", async () => {
  const service = new DataImport(baseKinds);
  const tables = Reflect.get(service, "tables") as { run: () => Promise<never> };
  tables.run = () => Promise.reject(new Error("The file was read."));
  const without = { me: () => Promise.resolve({ permissions: ["view sw_site"] }) } as unknown as Backend;
  await expect(service.read(asked, without)).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (const status of [401, 403]) {
    const refused = Object.assign(Object.create(BackendError.prototype) as BackendError, { status });
    const nobody = { me: () => Promise.reject(refused) } as unknown as Backend;
    await expect(service.read(asked, nobody)).rejects.toMatchObject({ status });
  }
});

test("a workbook of forty million rows is refused with a sentence, and the next file is read", async () => {
  const service = new DataImport(baseKinds);
  const backend = {
    me: () => Promise.resolve({ permissions: ["edit sw_site"] }),
    list: () => Promise.resolve([]),
  } as unknown as Backend;
  expect(asked.content.length).toBeLessThan(15 * 2 ** 20);
  await expect(service.read(asked, backend)).resolves.toEqual({ kind: "rejected", code: "too_demanding" });
  const next = { kind: "sw_site", fileName: "file", content: Buffer.from("Nom;Ville\nA;Brest").toString("base64") };
  await expect(service.read(next, backend)).resolves.toMatchObject({ kind: "table", rows: [["A", "Brest"]] });
  await service.close();
}, 120_000);
