import { randomUUID } from "node:crypto";
import type { Operation } from "../seed/jsonapi-client.ts";
import { once, ratio, report } from "./measure.ts";
import type { BenchWorld } from "./world.ts";

const invoiceType = "sw_supplier_invoice--sw_supplier_invoice";
const lineType = "sw_supplier_invoice_line--sw_supplier_invoice_line";
const names = ["line_number", "service_id", "msisdn", "description", "charge", "quantity", "gross", "discount", "net"];
const more = ["period_start", "period_end", "match_key", "match_confidence"];
const fields = [...names, ...more];

/** Single adds are slow where it matters: they are measured for so long, the rows of a request at a time. */
const longest = 30_000;
const singlesAtOnce = 1000;

/** Rows of a supplier's invoice, each as an operation and all as one, into the same table one after the other. */
export async function measureRows(world: BenchWorld, rows: number): Promise<void> {
  const supplier = await addSupplier(world);
  let singles = 0;
  let time = 0;
  while (singles < rows && time < longest) {
    const [invoice, head] = invoiceOf(supplier);
    const adds = linesOf(singlesAtOnce).map((values): Operation => {
      const attributes = Object.fromEntries(fields.map((name, index) => [name, values[index]]));
      const relationships = { invoice: { data: { type: invoiceType, id: invoice } } };
      return { op: "add", data: { type: lineType, id: randomUUID(), attributes, relationships } };
    });
    time += await once(() => world.client.operate([head, ...adds]));
    singles += singlesAtOnce;
  }
  const bulk = await once(() => writeRows(world, supplier, rows));
  const [alone, together] = [singles / time, rows / bulk];
  report(`${singles.toLocaleString("en")} invoice rows as single adds`, time, `${Math.round(alone * 1000)} a second`);
  const remark = `${Math.round(together * 1000)} a second, ${ratio(together, alone)} of single adds`;
  report(`${rows.toLocaleString("en")} invoice rows in one operation`, bulk, remark);
}

/** An invoice and its rows in one request. */
export async function writeRows(world: BenchWorld, supplier: string, rows: number): Promise<void> {
  const [invoice, head] = invoiceOf(supplier);
  const lines = linesOf(rows).map((values) => [randomUUID(), invoice, ...values]);
  await world.client.operate([
    head,
    { op: "add-rows", type: lineType, fields: ["id", "invoice", ...fields], rows: lines },
  ]);
}

export async function addSupplier(world: BenchWorld): Promise<string> {
  const id = randomUUID();
  const attributes = { name: "Rows", code: id.slice(0, 8) };
  await world.client.operate([{ op: "add", data: { type: "sw_supplier--sw_supplier", id, attributes } }]);
  return id;
}

function invoiceOf(supplier: string): [string, Operation] {
  const id = randomUUID();
  const attributes = { number: id, format: "csv", issued_on: "2026-01-31", total_net: "0", content_hash: id };
  const relationships = { supplier: { data: { type: "sw_supplier--sw_supplier", id: supplier } } };
  return [id, { op: "add", data: { type: invoiceType, id, attributes, relationships } }];
}

function linesOf(count: number): unknown[][] {
  return Array.from({ length: count }, (_, index) => {
    const net = `${(index % 90) + 10}.5000`;
    const number = `+336${String(index).padStart(8, "0")}`;
    const text = `Forfait entreprise n° ${index % 40}, janvier`;
    return [
      ...[String(index + 1), `S${index}`, number, text, "recurring", "1.0000", net, "0.0000", net],
      ...["2026-01-01", "2026-01-31", "none", "unknown"],
    ];
  });
}
