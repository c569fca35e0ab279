import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Invoice } from "../../../stand-ins/vendors/pennylane/books.ts";
import { pennylane as simulator } from "../../../stand-ins/vendors/pennylane/simulator.ts";
import { pennylane } from "../adapters/pennylane/pennylane.ts";
import { Killed, mirrorWorld } from "../testing/mirror-world.ts";

let now = new Date("2026-11-30T10:00:00Z");
const vendor = simulator({ tokens: { demo: 100_000 }, now: () => now });
const books = vendor.ledger;
let world: Awaited<ReturnType<typeof mirrorWorld>>;
let account = "";
let customer = 0;
let site = "";

beforeAll(async () => {
  world = await mirrorWorld({ adapter: pennylane, fetch: vendor.app.fetch, secret: "demo", now: () => now });
  account = await world.account("Kervadec");
  customer = customerNamed("Kervadec");
  site = await world.site(account, customer);
}, 60_000);
afterEach(() => vendor.faults.clear());
afterAll(() => world.close());

function customerNamed(name: string): number {
  const address = { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" };
  const one = { first_name: "", last_name: "", reg_no: "", external_reference: "", emails: [] };
  return books.addCustomer({ ...one, name, customer_type: "company", billing_address: address }).id;
}

function invoiceOf(customer: number, more: Partial<Invoice> & { readonly price?: string } = {}): Invoice {
  const { price = "100.0", ...given } = more;
  return books.addInvoice({
    customer_id: customer,
    external_reference: randomUUID(),
    date: "2026-11-01",
    deadline: "2026-12-01",
    subject: "",
    status: "upcoming",
    lines: [{ label: "Plan", description: "", product_id: null, quantity: 1, raw_currency_unit_price: price }],
    ...given,
  });
}
const rowOf = async (id: number) => (await world.rows()).get(String(id));

it("all is read page by page the first time, drafts left out; a second reading writes nothing", async () => {
  for (let index = 0; index < 230; index += 1) invoiceOf(customer);
  const draft = invoiceOf(customer, { status: "draft" });
  const late = invoiceOf(customer, { status: "late", deadline: "2026-11-10", paid: 20 });
  const first = await world.read();
  expect(first).toEqual({ written: 231, failure: null });
  expect(await rowOf(draft.id)).toBeUndefined();
  expect(await rowOf(late.id)).toMatchObject({
    number: `F-${late.id}`,
    kind: "invoice",
    status: "partly_paid",
    issued_on: "2026-11-01",
    due_on: "2026-11-10",
    currency: "EUR",
    net: "100.0000",
    gross: "120.0000",
    remaining: "100.0000",
    connection: world.connection,
    account: { id: account },
    billing_site: { id: site },
  });
  const before = world.operations;
  expect(await world.read()).toEqual({ written: 0, failure: null });
  expect(world.operations).toBe(before);
});

it("what changed since is read alone: paid, finalised, gone", async () => {
  const [open, draft, gone] = [invoiceOf(customer), invoiceOf(customer, { status: "draft" }), invoiceOf(customer)];
  await world.read();
  now = new Date("2026-11-30T11:00:00Z");
  books.changeInvoice(open.id, { status: "paid", paid: 120 });
  books.changeInvoice(draft.id, { status: "upcoming" });
  books.deleteInvoice(gone.id);
  expect(await world.read()).toEqual({ written: 3, failure: null });
  expect(await rowOf(open.id)).toMatchObject({ status: "paid", remaining: "0.0000" });
  expect(await rowOf(draft.id)).toMatchObject({ status: "open", gross: "120.0000" });
  // It counts nothing, and that it was there is still seen.
  expect(await rowOf(gone.id)).toMatchObject({ status: "cancelled", remaining: "0.0000", gross: "120.0000" });
});

it("a credit note is negative; what it takes off an invoice isn't counted twice, nor is an invoice that it cancels", async () => {
  const invoice = invoiceOf(customer, { status: "partially_cancelled", paid: 24 });
  const part = invoiceOf(customer, { status: "credit_note", price: "-20.0", credited_invoice_id: invoice.id });
  const alone = invoiceOf(customer, { status: "credit_note", price: "-5.0" });
  await world.read();
  expect(await rowOf(invoice.id)).toMatchObject({ status: "open", gross: "120.0000", remaining: "96.0000" });
  expect(await rowOf(part.id)).toMatchObject({
    kind: "credit_note",
    status: "paid",
    gross: "-24.0000",
    remaining: "0.0000",
    credited_id: String(invoice.id),
  });
  expect(await rowOf(alone.id)).toMatchObject({ status: "open", gross: "-6.0000", remaining: "-6.0000" });

  // Cancelled altogether, by another credit note: nothing of the three counts, in whichever order it is read.
  now = new Date("2026-11-30T12:00:00Z");
  const rest = invoiceOf(customer, { status: "credit_note", price: "-80.0", credited_invoice_id: invoice.id });
  books.changeInvoice(invoice.id, { status: "cancelled" });
  await world.read();
  for (const { id } of [invoice, part, rest]) expect(await rowOf(id)).toMatchObject({ status: "cancelled" });
  expect(await rowOf(alone.id)).toMatchObject({ status: "open" });
  now = new Date("2026-11-30T12:30:00Z");
  const before = world.operations;
  await world.read();
  expect(world.operations).toBe(before);
});

it("invoices of customers that are nobody's are counted, and taken up once a site is mapped; mapped otherwise they move", async () => {
  const stranger = customerNamed("Somebody");
  const ids = Array.from({ length: 120 }, () => invoiceOf(stranger).id);
  await world.read();
  const { seen, connection, brand } = world;
  expect(await seen.unplaced(connection)).toBe(120);
  expect((await world.rows()).has(String(ids[0]))).toBe(false);

  const [other, first] = [await world.account("Other"), await world.account("First")];
  const mapped = await world.site(first, stranger);
  expect(await world.read()).toEqual({ written: 120, failure: null });
  expect(await seen.unplaced(connection)).toBe(0);
  expect(await rowOf(ids[119] ?? 0)).toMatchObject({ account: { id: first }, billing_site: { id: mapped } });
  expect((await world.mirrors.told(brand, [mapped])).mapped).toEqual([mapped]);

  // Two sites of one account: the account's. Sites of two accounts: nobody can say whose.
  await world.site(first, stranger);
  await world.read();
  expect(await rowOf(ids[0] ?? 0)).toMatchObject({ account: { id: first }, billing_site: null });
  const elsewhere = await world.site(other, stranger);
  expect(await world.read()).toEqual({ written: 120, failure: null });
  expect((await world.rows()).has(String(ids[0]))).toBe(false);
  expect(await seen.unplaced(connection)).toBe(120);
  // By another system's name it is none of this one's.
  await world.manager.update("sw_billing_site", {
    type: "sw_billing_site--sw_billing_site",
    id: elsewhere,
    attributes: { billing_system: "CFAST" },
  });
  await world.read();
  expect(await rowOf(ids[0] ?? 0)).toMatchObject({ account: { id: first } });
});

it("where the vendor no longer knows what changed, all is read again, and what isn't there counts no more", async () => {
  const [gone, paid] = [invoiceOf(customer), invoiceOf(customer)];
  await world.read();
  books.deleteInvoice(gone.id);
  books.changeInvoice(paid.id, { status: "paid", paid: 120 });
  books.invoiceChanges.length = 0;
  now = new Date("2027-02-15T10:00:00Z");
  expect(await world.read()).toEqual({ written: 2, failure: null });
  expect(await rowOf(gone.id)).toMatchObject({ status: "cancelled" });
  expect(await rowOf(paid.id)).toMatchObject({ status: "paid" });
});

it("a vendor that is away, or refuses: nothing is lost, it is said, and the next reading goes on from the same day", async () => {
  await world.read();
  const { seen, connection } = world;
  const before = await seen.state(connection);
  const invoice = invoiceOf(customer);
  vendor.faults.add({ kind: "expired", times: 100 });
  expect(await world.read()).toEqual({ written: 0, failure: "unauthorized" });
  expect(await seen.state(connection)).toMatchObject({ failure: "unauthorized", since: before?.since ?? "none" });
  vendor.faults.clear();
  vendor.faults.add({ kind: "error", times: 1000 });
  expect((await world.read()).failure).toBe("unavailable");
  vendor.faults.clear();
  await world.reconnect();
  expect(await world.read()).toEqual({ written: 1, failure: null });
  expect(await rowOf(invoice.id)).toMatchObject({ status: "open" });
  expect(await seen.state(connection)).toMatchObject({ failure: null });
});

it.each([
  { at: "page 1", after: false },
  { at: "page 1", after: true },
  { at: "page 2", after: true },
  { at: "mapped 1", after: true },
  { at: "end", after: false },
  { at: "end", after: true },
])("killed at $at (done: $after), it is taken up where it was, or begun anew: each invoice once", async (kill) => {
  const invoices = Array.from({ length: 130 }, () => invoiceOf(customer));
  const before = (await world.rows()).size;
  const kept = new Map<string, unknown>();
  await expect(world.read(kill, kept)).rejects.toThrow(Killed);
  // As another host goes on with the job, and then as the next hour's does.
  await world.read(undefined, kept);
  const operations = world.operations;
  await world.read();
  expect(world.operations).toBe(operations);
  const rows = await world.rows();
  expect(rows.size).toBe(before + 130);
  for (const { id } of invoices) expect(rows.get(String(id))).toMatchObject({ status: "open" });
});

it("asked for while another reads, one more follows it, and reads what is new", async () => {
  const { mirrors, brand, started, running } = world;
  await mirrors.begin({ brand, id: "slow" });
  running.add("slow");
  const late = invoiceOf(customer);
  await mirrors.start(brand);
  await mirrors.start(brand);
  expect(started).toHaveLength(1);
  expect(await mirrors.told(brand, [])).toMatchObject({ isReading: true });
  const kept = new Map<string, unknown>();
  expect(await world.read(undefined, kept, started[0])).toMatchObject({ written: 1 });
  expect(kept.get("begin")).toBe("busy");
  expect(await rowOf(late.id)).toBeDefined();
  expect(await mirrors.told(brand, [])).toMatchObject({ isReading: false });
});

it("another company's books are read from the beginning", async () => {
  const { seen, connection, company } = world;
  company.name = "Theirs";
  const invoice = invoiceOf(customer);
  await world.read();
  expect(await rowOf(invoice.id)).toBeDefined();
  expect(await seen.state(connection)).toMatchObject({ company: "Theirs" });
});
