import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwCustomerInvoice } from "../../../model/generated/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { writeEach } from "../../../platform/backend/write-each.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { BilledInvoice } from "../capabilities/billing.ts";
import type { VendorNamed } from "../execution/executor.ts";
import { cancelled, type Mirrored, mirrored } from "./mirrored.ts";
import { type InvoicePlace, placesOf, placeText } from "./places.ts";
import type { SeenInvoice } from "./seen.ts";

const type = "sw_customer_invoice";
const resource = `${type}--${type}`;
/** Numbers that stand in one address. */
const atOnce = 100;

export interface ReadPart {
  readonly invoices: readonly BilledInvoice[];
  /** The vendor's numbers of those that aren't there any more. */
  readonly gone: readonly string[];
}

export interface WrittenPart {
  /** What there is, with whose it is. */
  readonly seen: readonly SeenInvoice[];
  readonly gone: readonly string[];
  readonly written: number;
  /** What the mirror can't have, or the backend refused. */
  readonly refused: readonly string[];
}

type Known = SwCustomerInvoice;
const mirroredFields = [
  ...["version", "account", "billing_site", "external_id", "number", "kind", "status", "issued_on", "due_on"],
  ...["currency", "net", "gross", "remaining", "credited_id"],
];

/** Writes what differs of a part, in one request. Done again it writes nothing. */
export async function writePart(
  backend: BackendClient,
  { connection, vendor }: { readonly connection: string; readonly vendor: VendorNamed },
  part: ReadPart,
): Promise<WrittenPart> {
  const final = part.invoices.filter(({ state }) => state !== "draft");
  const gone = [...part.gone, ...part.invoices.flatMap(({ id, state }) => (state === "draft" ? [id] : []))];
  const customers = [...new Set(final.flatMap(({ customer }) => customer ?? []))];
  const places = await placesOf(backend, vendor, customers);
  const wanted = new Map(final.map((invoice) => [invoice.id, mirrored(invoice)]));
  const credited = final.flatMap(({ credits }) => (credits !== null && !wanted.has(credits) ? [credits] : []));
  const ids = [...new Set([...wanted.keys(), ...gone, ...credited])];
  const known = new Map(
    (await rowsOf(backend, connection, "external_id", ids)).map((row) => [row.external_id ?? "", row]),
  );
  const ended = new Set(gone);
  for (const [id, row] of known) if (row.status === "cancelled" && !wanted.get(id)) ended.add(id);
  for (const [id, one] of wanted) if (one?.status === "cancelled") ended.add(id);

  const rows: { id: string; operations: AtomicOperation[] }[] = [];
  const push = (id: string, operation: AtomicOperation | undefined) => {
    if (operation) rows.push({ id, operations: [operation] });
  };
  for (const { id, customer } of final) {
    const one = wanted.get(id);
    if (!one) continue;
    // What cancels an invoice counts as little as that one: together they are nothing.
    const isUndone = one.credited_id && ended.has(one.credited_id);
    const place = customer === null ? undefined : places.get(customer);
    push(id, operationFor(connection, id, { ...one, ...(isUndone && cancelled) }, place, known.get(id)));
  }
  for (const id of gone) push(id, cancelling(known.get(id)));
  const newlyEnded = [...ended].filter((id) => known.get(id)?.status !== "cancelled");
  for (const row of await rowsOf(backend, connection, "credited_id", newlyEnded))
    if (!wanted.has(row.external_id ?? "") && !ended.has(row.external_id ?? ""))
      push(row.external_id ?? "", cancelling(row));

  const outcomes = rows.length === 0 ? [] : await writeEach(() => backend, rows);
  const refused = outcomes.flatMap((one) => (one.kind === "refused" ? [one] : []));
  // Of a row that somebody else has just written nothing may be taken for known: it is read again.
  const [stale] = refused.filter(({ reason }) => reason === "changed-since" || reason === "exists");
  if (stale) throw new Error(`Invoice ${stale.id} was written by somebody else`);
  return {
    seen: final.map(({ id, customer }) => ({
      invoice: id,
      customer: customer ?? "",
      place: placeText(customer === null ? undefined : places.get(customer)),
    })),
    gone,
    written: rows.length - refused.length,
    refused: [
      ...refused.map(({ id, detail }) => `${id} ${detail ?? ""}`.trim()),
      ...[...wanted].flatMap(([id, one]) => (one ? [] : [id])),
    ],
  };
}

/** Undefined: it is as it should be. */
function operationFor(
  connection: string,
  id: string,
  wanted: Mirrored,
  place: InvoicePlace | undefined,
  known: Known | undefined,
): AtomicOperation | undefined {
  if (!place)
    return known && { op: "remove", ref: { type: resource, id: known.id, meta: { version: known.version ?? 1 } } };
  const to = (target: string, row: string | null) => ({
    data: row === null ? null : { type: `${target}--${target}`, id: row },
  });
  const relationships = { account: to("sw_account", place.account), billing_site: to("sw_billing_site", place.site) };
  if (!known)
    return {
      op: "add",
      data: {
        type: resource,
        id: deterministicUuid(`customer invoice ${connection} ${id}`),
        attributes: { ...wanted, connection, external_id: id },
        relationships,
      },
    };
  const isPlaced = known.account?.id === place.account && (known.billing_site?.id ?? null) === place.site;
  const changed = Object.entries(wanted).filter(([field, value]) => (known[field as keyof Mirrored] ?? null) !== value);
  if (isPlaced && changed.length === 0) return undefined;
  const attributes = { version: known.version ?? 1, ...Object.fromEntries(changed) };
  return { op: "update", data: { type: resource, id: known.id, attributes, ...(!isPlaced && { relationships }) } };
}

function cancelling(known: Known | undefined): AtomicOperation | undefined {
  if (!known || known.status === "cancelled") return undefined;
  const attributes = { version: known.version ?? 1, ...cancelled };
  return { op: "update", data: { type: resource, id: known.id, attributes } };
}

async function rowsOf(
  backend: BackendClient,
  connection: string,
  field: "external_id" | "credited_id",
  values: readonly string[],
): Promise<Known[]> {
  const rows: Known[] = [];
  for (let at = 0; at < values.length; at += atOnce)
    rows.push(
      ...(await backend.listAll(type, () =>
        new DrupalJsonApiParams()
          .addFields(resource, mirroredFields)
          .addFilter("connection", connection)
          .addFilter(field, values.slice(at, at + atOnce), "IN")
          .addSort("id"),
      )),
    );
  return rows;
}

/** The vendor's numbers of mirrored invoices that count, some at a time, in an order that their cancelling doesn't change. */
export const goneOf = {
  size: 500,
  async page(backend: BackendClient, connection: string, offset: number): Promise<string[]> {
    const rows = await backend.list(
      type,
      new DrupalJsonApiParams()
        .addFields(resource, ["external_id"])
        .addFilter("connection", connection)
        .addSort("id")
        .addCustomParam({ page: { limit: goneOf.size, offset } }),
    );
    return rows.flatMap(({ external_id: id }) => id ?? []);
  },
};
