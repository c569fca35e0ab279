import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { loadVendor } from "../../../base/connectors/index.ts";
import { ConnectorRegistry } from "../../../base/connectors/registry.ts";
import { supplierOf } from "./from-vendor.ts";

const { emptyForm } = (await import(new URL("../../../../scripts/new-connector.mjs", import.meta.url).href)) as {
  emptyForm(vendor: string, isByFiles: boolean): Readonly<Record<string, string>>;
};

it.each([false, true])(
  "an adapter's empty form is one that is read and offers what it has; by files: %s",
  async (isByFiles) => {
    const folder = mkdtempSync(join(tmpdir(), "new-connector-"));
    const files = emptyForm("acme", isByFiles);
    expect(Object.keys(files)).toEqual(["acme.yml", "acme.ts", "acme.test.ts"]);
    writeFileSync(join(folder, "acme.yml"), files["acme.yml"] ?? "");
    const acme = supplierOf(loadVendor(pathToFileURL(join(folder, "acme.yml"))));
    rmSync(folder, { recursive: true });
    const { abilities, isFolder } = await new ConnectorRegistry([acme]).describe("acme");
    expect([abilities, isFolder]).toEqual([{ supplier: ["prove"] }, isByFiles]);
  },
);
