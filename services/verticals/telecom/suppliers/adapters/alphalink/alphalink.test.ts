import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connection, ConnectorRegistry } from "../../../../../base/connectors/registry.ts";
import { alphalink as simulator } from "../../../../../stand-ins/vendors/alphalink/simulator.ts";
import type { Supplier } from "../../supplier.ts";
import { supplierKit } from "../../testing/supplier-kit.ts";
import { alphalink } from "./alphalink.ts";

const owner = ["brand-1", "supplier-1"];
const homeIn = (root: string) => join(root, "alphalink", ...owner);
const connectionIn = (root: string): Connection => ({
  adapter: "alphalink",
  secret: "",
  origin: pathToFileURL(root).href,
  owner,
});

supplierKit(alphalink, {
  abilities: [
    "prove",
    "createLine",
    "modifyLine",
    "modifyOptions",
    "terminateLine",
    "orderSim",
    "swapSim",
    "findOrder",
    "cancelOrder",
    "inventory",
  ],
  isHttp: false,
  async start() {
    const root = await mkdtemp(join(tmpdir(), "operator-"));
    const vendor = simulator(root);
    const answers = join(homeIn(root), "retours");
    return {
      connection: connectionIn(root),
      company: "Alphalink",
      ledger: vendor.ledger,
      look: () => vendor.look(),
      async drift() {
        const [last] = (await readdir(answers)).filter((name) => name.startsWith("CR_")).slice(-1);
        if (!last) throw new Error("nothing was answered");
        const text = await readFile(join(answers, last), "utf8");
        await writeFile(join(answers, last), text.replace("ETAT", "STATUT"));
      },
      async clear() {
        for (const name of await readdir(answers).catch(() => [])) {
          const text = await readFile(join(answers, name), "utf8");
          await writeFile(join(answers, name), text.replace("STATUT", "ETAT"));
        }
      },
      async publish() {
        const words = { active: "ACTIF", suspended: "SUSPENDU", terminated: "RESILIE" };
        const rows = vendor.ledger.services.map(
          ({ id, number, state, endsOn }) => `${id};${number};${words[state]};${endsOn ?? ""}`,
        );
        await writeFile(join(answers, "PARC_20260101.csv"), "ID_SERVICE;NUMERO;ETAT;DATE_FIN\nOLD;1;ACTIF;\n");
        await writeFile(
          join(answers, "PARC_20260601.csv"),
          ["ID_SERVICE;NUMERO;ETAT;DATE_FIN", ...rows, ""].join("\n"),
        );
      },
      async close() {
        await vendor.close();
        await rm(root, { recursive: true, force: true });
      },
    };
  },
});

describe("by files", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "operator-"));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  const registry = new ConnectorRegistry([alphalink]);
  const supplier = (more: Partial<Connection> = {}) =>
    registry.connect({ ...connectionIn(root), ...more }).offers["supplier"] as Required<Supplier>;
  const there = (place: string) => readdir(join(homeIn(root), place)).catch(() => [] as string[]);
  const one = { reference: "run/../1", number: "+33600000001", requestedOn: "2026-07-01" };

  it("a file has its reference's name, is whole, and is never written twice", async () => {
    expect(await supplier().terminateLine(one)).toMatchObject({ ok: true, value: { state: "submitted", id: null } });
    expect(await there("commandes")).toEqual(["CMD_run.2f.2e.2e.2f1.csv"]);
    const text = await readFile(join(homeIn(root), "commandes", "CMD_run.2f.2e.2e.2f1.csv"), "utf8");
    expect(text).toBe(
      '"REFERENCE";"ACTION";"NUMERO";"ID_SERVICE";"DATE_SOUHAITEE";"COMMENTAIRE"\r\n"run/../1";"RESILIATION";"+33600000001";"";"2026-07-01";""\r\n',
    );
    // The operator takes it away: what was sent is still known, and asked again nothing is written.
    await rm(join(homeIn(root), "commandes", "CMD_run.2f.2e.2e.2f1.csv"));
    expect(await supplier().terminateLine(one)).toMatchObject({ ok: true, value: { state: "submitted" } });
    expect(await supplier().findOrder(one.reference)).toMatchObject({ ok: true, value: { state: "submitted" } });
    expect(await there("commandes")).toEqual([]);
    expect(await supplier().terminateLine({ ...one, number: "+33600000002" })).toMatchObject({
      ok: false,
      failure: { code: "conflict" },
    });
  });

  it("what was interrupted is finished: written and not put out, or put out and not answered", async () => {
    await supplier().terminateLine(one);
    const [name = ""] = await there("commandes");
    // As it lies when the process dies before the file has its name.
    await rename(join(homeIn(root), "commandes", name), join(homeIn(root), ".waiting", name));
    expect(await supplier().terminateLine(one)).toMatchObject({ ok: true });
    expect([await there("commandes"), await there(".waiting")]).toEqual([[name], []]);
    // Before anybody knows that it was sent: not found, and written by the next try.
    await rename(join(homeIn(root), "commandes", name), join(homeIn(root), ".waiting", name));
    await rm(join(homeIn(root), "sent", name));
    expect(await supplier().findOrder(one.reference)).toEqual({ ok: true, value: null });
    expect(await supplier().terminateLine(one)).toMatchObject({ ok: true });
    expect(await there("commandes")).toEqual([name]);
  });

  it("reads no more than its file says, and only whole files of the right form", async () => {
    const answers = join(homeIn(root), "retours");
    await mkdir(answers, { recursive: true });
    const head = "REFERENCE;NUM_COMMANDE;ETAT;MOTIF;DATE_EFFET;ETAPE;LIBELLE_ETAPE;DATE_ETAPE\n";
    const find = () => supplier().findOrder("r");
    await writeFile(join(answers, "CR_1.csv"), `${head}r;1;RECUE;;;;;\n`);
    await writeFile(join(answers, "CR_2.csv.part"), "half");
    expect(await find()).toMatchObject({ ok: true, value: { id: "1", state: "acknowledged" } });
    await writeFile(join(answers, "CR_2.csv"), `${head}r;1;TERM`);
    expect(await find()).toMatchObject({
      ok: false,
      failure: { code: "schema_drift", message: /CR_2.csv has a row of 3/ },
    });
    await writeFile(join(answers, "CR_2.csv"), `${head}r;1;PERDUE;;;;;\n`);
    expect(await find()).toMatchObject({ ok: false, failure: { message: /ETAT is no word.state/ } });
    await writeFile(join(answers, "CR_2.csv"), `${head}${"x".repeat(2_000_000)}`);
    expect(await find()).toMatchObject({ ok: false, failure: { message: /more than 2000000 bytes/ } });
  });

  it("without a folder of its own it is away; no two brands have one", async () => {
    const { origin: _, ...nowhere } = connectionIn(root);
    const lost = registry.connect(nowhere).offers["supplier"] as Required<Supplier>;
    expect(await lost.terminateLine(one)).toMatchObject({ ok: false, failure: { code: "unavailable" } });
    await supplier().terminateLine(one);
    expect(await supplier({ owner: ["brand-2", "supplier-1"] }).findOrder(one.reference)).toEqual({
      ok: true,
      value: null,
    });
    expect(() => supplier({ owner: ["..", "x"] })).toThrow(/named by ids/);
  });
});
