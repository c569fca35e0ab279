import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Logger } from "../../../platform/logger.ts";
import { success } from "../../../platform/result.ts";
import type { BilledInvoice, Billing } from "../capabilities/billing.ts";
import type { VendorNamed } from "../execution/executor.ts";
import type { VendorFailure, VendorResult } from "../vendor/failure.ts";
import { placesOf, placeText } from "./places.ts";
import type { MirroredThings } from "./mirrors.ts";
import type { Reading } from "./reading-named.ts";
import type { SeenInvoices } from "./seen.ts";
import { goneOf, type ReadPart, writePart } from "./writing.ts";

/** Customers that are looked at together, and invoices that are read one by one. */
const together = 100;

/** A connection to a billing system whose invoices can be read. */
export interface InvoiceWay {
  readonly connection: string;
  readonly vendor: VendorNamed;
  /** Whose books it leads to. */
  readonly company: string;
  readonly offer: Billing;
}

/** What came of a part. Its answer is kept by the job, so nothing that is read is in it. */
export type Part =
  | { readonly kind: "read"; readonly next: string | null; readonly written: number; readonly newest: string | null }
  | { readonly kind: "failed"; readonly code: VendorFailure["code"]; readonly retryAfter: number | null };

export interface ReadingGiven {
  readonly backend: BackendClient;
  readonly way: InvoiceWay;
  readonly seen: SeenInvoices;
  readonly log: Logger;
}

const canRead = ({ listInvoices, readInvoice, invoiceChanges }: Billing): boolean =>
  Boolean(listInvoices && readInvoice && invoiceChanges);

/** The parts of a reading. Each may be done again at any point, and holds a hundred invoices at most. */
class InvoiceReading {
  constructor(
    private readonly reading: Reading,
    private readonly given: ReadingGiven,
  ) {}

  /** A page of all invoices, or of what changed. */
  async page(cursor: string | null): Promise<Part> {
    const { listInvoices, invoiceChanges } = this.given.way.offer;
    const { since } = this.reading;
    const at = cursor ?? undefined;
    if (since === null) {
      const listed = await listInvoices?.(at);
      if (!listed) return unable;
      if (!listed.ok) return failed(listed.failure);
      const written = await this.#write({ invoices: listed.value.items, gone: [] });
      return { kind: "read", next: listed.value.next ?? null, written, newest: null };
    }
    // With a cursor the day may not be said again: the vendor's file says which parameters go with the first page only.
    const changes = await invoiceChanges?.(since, at);
    if (!changes) return unable;
    if (!changes.ok) return failed(changes.failure);
    const { items, next } = changes.value;
    const read = await this.#read([...new Set(items.map(({ id }) => id))]);
    if (!read.ok) return failed(read.failure);
    const written = await this.#write(read.value);
    return { kind: "read", next: next ?? null, written, newest: items.at(-1)?.at ?? null };
  }

  /** Invoices of customers that are mapped otherwise than when their invoices were read. `after`: the last customer looked at. */
  async mappedSince(after: string): Promise<Part> {
    const { seen, backend, way } = this.given;
    const { connection } = this.reading;
    const customers = await seen.customersAfter(connection, after, together);
    const last = customers.at(-1)?.customer;
    if (last === undefined) return { kind: "read", next: null, written: 0, newest: null };
    const names = customers.map(({ customer }) => customer);
    const places = await placesOf(backend, way.vendor, names);
    let before = after;
    for (const { customer, places: had } of customers) {
      const place = placeText(places.get(customer));
      if (had.some((one) => one !== place)) {
        const ids = await seen.ofCustomerElsewhere(connection, customer, place, together);
        const read = await this.#read(ids);
        if (!read.ok) return failed(read.failure);
        const written = await this.#write(read.value);
        // The same customer once more, where they have more than were read.
        return { kind: "read", next: ids.length < together ? customer : before, written, newest: null };
      }
      before = customer;
    }
    return { kind: "read", next: names.length < together ? null : last, written: 0, newest: null };
  }

  /** Mirrored ones that a reading of all didn't see. `offset`: how many rows were looked at. */
  async gone(offset: number): Promise<Part> {
    const { backend, seen, way } = this.given;
    const { connection, at } = this.reading;
    const rows = await goneOf.page(backend, connection, offset);
    const there = await seen.seenSince(connection, at, rows);
    const gone = rows.filter((row) => !there.has(row));
    const { written } =
      gone.length === 0
        ? { written: 0 }
        : await writePart(backend, { connection, vendor: way.vendor }, { invoices: [], gone });
    const isLast = rows.length < goneOf.size;
    return { kind: "read", next: isLast ? null : String(offset + rows.length), written, newest: null };
  }

  async #read(ids: readonly string[]): Promise<VendorResult<ReadPart>> {
    const invoices: BilledInvoice[] = [];
    const gone: string[] = [];
    for (const id of ids) {
      const read = await this.given.way.offer.readInvoice?.(id);
      if (read?.ok) invoices.push(read.value);
      else if (read?.failure.code === "missing") gone.push(id);
      else if (read) return read;
    }
    return success({ invoices, gone });
  }

  async #write(part: ReadPart): Promise<number> {
    const { backend, way, seen, log } = this.given;
    const { connection, at } = this.reading;
    const done = await writePart(backend, { connection, vendor: way.vendor }, part);
    if (done.refused.length > 0) log.warn({ connection, invoices: done.refused }, "invoices are not mirrored");
    await seen.forget(connection, done.gone);
    const now = new Date().toISOString();
    await seen.saw(connection, now > at ? now : at, done.seen);
    return done.written;
  }
}

/** Customers’ invoices as a mirror keeps them. */
export const customerInvoices: MirroredThings = {
  canRead,
  reading: (reading, given) => new InvoiceReading(reading, given),
};

export const failed = ({ code, retryAfter }: VendorFailure): Part => ({
  kind: "failed",
  code,
  retryAfter: retryAfter ?? null,
});
const unable: Part = { kind: "failed", code: "refused", retryAfter: null };
