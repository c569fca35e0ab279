import { expect, it } from "vitest";
import type { Billing, BillingAbility, NewCustomer, WantedLine } from "../capabilities/billing.ts";
import type { Listed } from "../capabilities/capability.ts";
import type { VendorResult } from "../vendor/failure.ts";
import type { BillingHarness } from "./billing-kit.ts";

interface Given {
  can(ability: BillingAbility): boolean;
  billing(): Required<Billing>;
  harness(): BillingHarness;
  customer(): NewCustomer;
}

/** What of the kit is about articles, subscriptions and invoices. */
export function billedWorkCases({ can, billing, harness, customer }: Given): void {
  let last = 0;
  const reference = () => {
    last += 1;
    return `KIT-${last}`;
  };
  const got = <Value>(result: VendorResult<Value>): Value => {
    if (!result.ok) throw new Error(result.failure.message);
    return result.value;
  };
  const madeCustomer = async () => got(await billing().createCustomer(customer())).id;
  const line = async (more: Partial<WantedLine> = {}): Promise<WantedLine> => {
    const product = { label: "Plan 50", reference: reference(), price: "19.9000" };
    const { id } = got(await billing().createProduct(product));
    return { reference: reference(), label: "Plan 50", product: id, quantity: "2", price: "12.3456", ...more };
  };
  const subscription = async (lines: readonly WantedLine[], of?: string) => ({
    customer: of ?? (await madeCustomer()),
    label: "Brest",
    reference: reference(),
    startsOn: "2026-01-01",
    months: "3" as const,
    lines,
  });
  const pages = async <Item>(read: (cursor?: string) => Promise<VendorResult<Listed<Item>>>) => {
    const all: Item[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = got(await read(cursor));
      all.push(...page.items);
      if (page.next === undefined) return all;
      cursor = page.next;
    }
  };
  const unknown = { ok: false, failure: { code: "unknown_outcome" } };

  it.runIf(can("createProduct"))(
    "an article is made once and found by our reference (where it offers createProduct)",
    async () => {
      const one = { label: "Plan 50", reference: reference(), price: "19.9000" };
      expect(await billing().findProduct(one.reference)).toEqual({ ok: true, value: null });
      const made = got(await billing().createProduct(one));
      expect(made).toMatchObject({
        label: one.label,
        reference: one.reference,
        price: expect.stringMatching(/^19\.90*$/),
      });
      expect(await billing().findProduct(one.reference)).toEqual({ ok: true, value: made });
      expect(await billing().createProduct(one)).toMatchObject({ ok: false, failure: { code: "refused" } });
      const lost = { ...one, reference: reference() };
      harness().fault("commit_then_drop", "createProduct");
      expect(await billing().createProduct(lost)).toMatchObject(unknown);
      expect(got(await billing().findProduct(lost.reference))?.reference).toBe(lost.reference);
    },
  );

  it.runIf(can("createSubscription"))(
    "a subscription is found by our reference with what it bills, changed line by line, and ended (where it offers createSubscription)",
    async () => {
      const [first, second] = [await line(), await line({ label: "Option", quantity: "1", price: "3.0000" })];
      const wanted = await subscription([first]);
      const find = () => billing().findSubscription(wanted.customer, wanted.reference);
      expect(await find()).toEqual({ ok: true, value: null });
      const made = got(await billing().createSubscription(wanted));
      expect(made).toMatchObject({ customer: wanted.customer, label: "Brest", reference: wanted.reference });
      expect([made.state, made.startsOn]).toEqual(["active", "2026-01-01"]);
      expect(await find()).toEqual({ ok: true, value: made });
      const lines = () => pages((cursor) => billing().subscriptionLines(made.id, cursor));
      const [before] = await lines();
      expect(before).toEqual({ ...first, id: expect.any(String) });
      await billing().changeSubscription(made.id, { added: [second] });
      expect(await lines()).toHaveLength(2);
      const changed = { ...first, id: before?.id ?? "", price: "9.9900", quantity: "5" };
      await billing().changeSubscription(made.id, { changed: [changed] });
      expect(await lines()).toEqual([changed, { ...second, id: expect.any(String) }]);
      await billing().changeSubscription(made.id, { removed: [{ id: changed.id }] });
      expect((await lines()).map((one) => one.reference)).toEqual([second.reference]);
      expect(got(await billing().endSubscription(made.id)).state).toBe("ended");
      expect(await find()).toEqual({ ok: true, value: null });
    },
  );

  it.runIf(can("createSubscription"))(
    "what was done to a subscription and not answered is unknown, done once, and found (where it offers createSubscription)",
    async () => {
      const [first, second] = [await line(), await line()];
      const wanted = await subscription([first]);
      harness().fault("commit_then_drop", "createSubscription");
      expect(await billing().createSubscription(wanted)).toMatchObject(unknown);
      const found = got(await billing().findSubscription(wanted.customer, wanted.reference));
      harness().fault("drop", "changeSubscription");
      const change = () => billing().changeSubscription(found?.id ?? "", { added: [second] });
      expect(await change()).toMatchObject(unknown);
      const references = async () =>
        (await pages((cursor) => billing().subscriptionLines(found?.id ?? "", cursor))).map((one) => one.reference);
      expect(await references()).toEqual([first.reference]);
      harness().fault("commit_then_drop", "changeSubscription");
      expect(await change()).toMatchObject(unknown);
      expect(await references()).toEqual([first.reference, second.reference]);
      const [taken] = await pages((cursor) => billing().subscriptionLines(found?.id ?? "", cursor));
      harness().fault("commit_then_drop", "changeSubscription");
      expect(await billing().changeSubscription(found?.id ?? "", { removed: [{ id: taken?.id ?? "" }] })).toMatchObject(
        unknown,
      );
      expect(await references()).toEqual([second.reference]);
      harness().fault("commit_then_drop", "endSubscription");
      expect(await billing().endSubscription(found?.id ?? "")).toMatchObject(unknown);
      expect(await billing().findSubscription(wanted.customer, wanted.reference)).toEqual({ ok: true, value: null });
    },
  );

  it.runIf(can("listSubscriptions"))(
    "subscriptions and their lines come page by page, each once (where it offers listSubscriptions)",
    { timeout: 30_000 },
    async () => {
      const one = await line();
      const many = Array.from({ length: 130 }, () => ({ ...one, reference: reference() }));
      const of = await madeCustomer();
      const first = got(await billing().createSubscription(await subscription(many, of)));
      for (let index = 0; index < 110; index += 1) await billing().createSubscription(await subscription([one], of));
      const all = await pages((cursor) => billing().listSubscriptions(cursor));
      expect(all.length).toBeGreaterThan(110);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const last = all.at(-1);
      expect(got(await billing().findSubscription(of, last?.reference ?? ""))?.id).toBe(last?.id);
      const lines = await pages((cursor) => billing().subscriptionLines(first.id, cursor));
      expect(lines.map((line) => line.reference)).toEqual(many.map((line) => line.reference));
      expect(await billing().findSubscription("999999", reference())).toEqual({ ok: true, value: null });
    },
  );

  it.runIf(can("createDraftInvoice"))(
    "an invoice is drafted, never final, and found by our reference, also when its answer was lost (where it offers createDraftInvoice)",
    async () => {
      const [of, one] = [await madeCustomer(), await line({ quantity: "3", price: "10.0000" })];
      const draft = () => ({
        customer: of,
        reference: `kit-${reference()}`,
        subject: "Router",
        issuedOn: "2026-02-01",
        dueOn: "2026-03-03",
        lines: [one],
      });
      const wanted = draft();
      expect(await billing().findInvoice(wanted.reference)).toEqual({ ok: true, value: null });
      const made = got(await billing().createDraftInvoice(wanted));
      expect(made).toMatchObject({ customer: of, reference: wanted.reference, state: "draft", currency: "EUR" });
      expect([made.issuedOn, made.dueOn, Number(made.net)]).toEqual(["2026-02-01", "2026-03-03", 30]);
      expect(await billing().findInvoice(wanted.reference)).toEqual({ ok: true, value: made });
      const lines = await pages((cursor) => billing().invoiceLines(made.id, cursor));
      expect(lines).toEqual([{ ...one, id: expect.any(String) }]);
      const lost = draft();
      harness().fault("commit_then_drop", "createDraftInvoice");
      expect(await billing().createDraftInvoice(lost)).toMatchObject(unknown);
      expect(got(await billing().findInvoice(lost.reference))?.state).toBe("draft");
      expect(await billing().createDraftInvoice({ ...draft(), customer: "999999" })).toMatchObject({
        ok: false,
        failure: { code: "missing" },
      });
    },
  );

  it.runIf(can("listInvoices"))(
    "invoices come page by page, and what becomes of them is told (where it offers listInvoices)",
    async () => {
      const before = new Date().toISOString();
      const made = harness().seedInvoices(120);
      const all = await pages((cursor) => billing().listInvoices(cursor));
      expect(made.filter((id) => !all.some((one) => one.id === id))).toEqual([]);
      const [paid = "", deleted = ""] = made;
      harness().happens(paid, "paid");
      harness().happens(deleted, "deleted");
      expect(got(await billing().readInvoice(paid))).toMatchObject({
        state: "paid",
        remaining: expect.stringMatching(/^0(\.0+)?$/),
      });
      expect(await billing().readInvoice(deleted)).toMatchObject({ ok: false, failure: { code: "missing" } });
      const changes = await pages((cursor) => billing().invoiceChanges(before, cursor));
      expect(changes.filter(({ kind }) => kind === "insert")).toHaveLength(120);
      expect(changes.slice(-2).map(({ id, kind }) => [id, kind])).toEqual([
        [paid, "update"],
        [deleted, "delete"],
      ]);
      const future = new Date(Date.now() + 86_400_000).toISOString();
      expect(await billing().invoiceChanges(future)).toEqual({ ok: true, value: { items: [] } });
      const long = new Date(Date.now() - 40 * 86_400_000).toISOString();
      expect(await billing().invoiceChanges(long)).toMatchObject({ ok: false, failure: { code: "too_old" } });
    },
  );

  it.runIf(can("listInvoices"))("an invoice that is not as described is noticed, and where", async () => {
    harness().fault("wrong_schema", "listInvoices");
    harness().seedInvoices(1);
    expect(await billing().listInvoices()).toMatchObject({
      ok: false,
      failure: { code: "schema_drift", message: expect.stringMatching(/id is missing/) },
    });
  });
}
