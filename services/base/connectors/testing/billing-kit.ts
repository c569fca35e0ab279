import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Billing, BillingAbility, NewCustomer } from "../capabilities/billing.ts";
import { abilitiesOf } from "../capabilities/capability.ts";
import { billedWorkCases } from "./billed-work-kit.ts";
import { type Connected, type Connection, ConnectorRegistry, type Adapter } from "../registry.ts";

/** What the kit has to know of a vendor's simulator. */
export interface BillingHarness {
  /** Where the simulator answers, and a token that it knows. */
  readonly connection: Connection;
  /** Another one, of which it takes no more requests than the vendor would. */
  readonly counted: string;
  /** The company that the simulator says it is. */
  readonly company: string;
  /** Something goes wrong with the next requests: of that ability, or all. */
  fault(kind: FaultKind, on?: BillingAbility, more?: { times?: number; seconds?: number; milliseconds?: number }): void;
  clear(): void;
  seedCustomers(count: number): void;
  seedProducts(count: number): void;
  /** So many invoices of a customer of its own, as the vendor makes them: all are open. */
  seedInvoices(count: number): readonly string[];
  /** An invoice is paid there, or deleted. */
  happens(invoice: string, what: "paid" | "deleted"): void;
  /** How often a customer with this reference was made there. */
  made(reference: string): number;
  /** How often it said that too much was asked. */
  limited(): number;
  /** What the vendor's own description finds wrong in requests and answers; nothing of faults. */
  problems(): readonly string[];
  close(): Promise<void>;
}
export type FaultKind = "limited" | "error" | "slow" | "drop" | "commit_then_drop" | "wrong_schema" | "expired";

/** The conformance kit of the capability `billing`: what every adapter has to hold, on its vendor's simulator. */
export function billingKit(
  adapter: Adapter,
  given: { readonly abilities: readonly BillingAbility[]; start(): Promise<BillingHarness> },
): void {
  const { label } = adapter.vendor;
  describe(`${label} as a billing system`, () => {
    let harness: BillingHarness;
    const open: Connected[] = [];
    const waits: number[] = [];
    /** Rests are noted, not waited for. */
    const hasty = new ConnectorRegistry([adapter], { wait: async (milliseconds) => waits.push(milliseconds) });
    const patient = new ConnectorRegistry([adapter]);
    const billing = (more: Partial<Connection> = {}, registry = hasty): Required<Billing> => {
      const connected = registry.connect({ ...harness.connection, ...more });
      open.push(connected);
      return connected.offers["billing"] as Required<Billing>;
    };
    let lastReference = 0;
    const customer = (more: Partial<NewCustomer> = {}): NewCustomer => {
      lastReference += 1;
      return {
        kind: "company",
        name: "Menuiserie Tanguy",
        reference: `kit-${lastReference}`,
        registration: "552100554",
        emails: ["compta@tanguy.example"],
        address: "3 rue du Port",
        postalCode: "29200",
        city: "Brest",
        country: "FR",
        ...more,
      };
    };
    const can = (ability: BillingAbility) => given.abilities.includes(ability);

    beforeAll(async () => {
      harness = await given.start();
    });
    afterEach(async () => {
      harness.clear();
      waits.length = 0;
      for (const one of open.splice(0)) await one.close();
    });
    afterAll(() => harness.close());

    it("offers what it says, and no more", () => {
      expect(abilitiesOf(billing())).toEqual([...given.abilities].sort());
    });

    it("a connection is proved by whose books it leads to, a wrong token is named, and not told", async () => {
      expect(await hasty.prove(harness.connection, "billing")).toMatchObject({
        ok: true,
        value: { name: harness.company },
      });
      const wrong = await hasty.prove({ ...harness.connection, secret: "not-this-one" }, "billing");
      expect(wrong).toMatchObject({
        ok: false,
        failure: { code: "unauthorized", message: expect.stringContaining(label) },
      });
      expect(JSON.stringify(wrong)).not.toContain("not-this-one");
    });

    it("a token that is no longer right is named in the middle of work", async () => {
      harness.fault("expired");
      expect(await billing().listCustomers()).toMatchObject({ ok: false, failure: { code: "unauthorized" } });
    });

    it.runIf(can("createCustomer"))(
      "a customer is made once and found by our reference; a person too (where it offers createCustomer)",
      async () => {
        const [company, person] = [customer(), customer({ kind: "person", firstName: "Anne", name: "Le Goff" })];
        for (const one of [company, person]) {
          const made = await billing().createCustomer(one);
          expect(made).toMatchObject({ ok: true, value: { reference: one.reference, emails: one.emails } });
          const found = await billing().findCustomer(one.reference);
          expect(found.ok && found.value?.id).toBe(made.ok && made.value.id);
          expect(harness.made(one.reference)).toBe(1);
        }
        expect(await billing().findCustomer("kit-0")).toEqual({ ok: true, value: null });
        expect(await billing().findCustomer('kit-"1')).toEqual({ ok: true, value: null });
        expect(await billing().createCustomer(customer({ name: "" }))).toMatchObject({
          ok: false,
          failure: { code: "refused", message: expect.stringContaining("name") },
        });
      },
    );

    it.runIf(can("listCustomers"))(
      "all customers come page by page, each once (where it offers listCustomers)",
      async () => {
        harness.seedCustomers(230);
        const ids: string[] = [];
        let pages = 0;
        for (let cursor: string | undefined; ; pages += 1) {
          const page = await billing().listCustomers(cursor);
          if (!page.ok) throw new Error(page.failure.message);
          ids.push(...page.value.items.map(({ id }) => id));
          if (page.value.next === undefined) break;
          cursor = page.value.next;
        }
        expect(pages).toBeGreaterThan(0);
        expect(ids.length).toBeGreaterThanOrEqual(230);
        expect(new Set(ids).size).toBe(ids.length);
      },
    );

    it.runIf(can("listProducts"))("products have exact prices (where it offers listProducts)", async () => {
      harness.seedProducts(3);
      const page = await billing().listProducts();
      expect(page).toMatchObject({
        ok: true,
        value: { items: [{ price: expect.stringMatching(/^\d+\.\d+$/) }, {}, {}] },
      });
    });

    it.runIf(can("customerChanges"))(
      "changes since a time, none from the future, and what is no longer kept is said (where it offers customerChanges)",
      async () => {
        const before = new Date().toISOString();
        const made = await billing().createCustomer(customer());
        const changes = await billing().customerChanges(before);
        expect(changes).toMatchObject({
          ok: true,
          value: { items: [{ id: made.ok && made.value.id, kind: "insert" }] },
        });
        const future = new Date(Date.now() + 86_400_000).toISOString();
        expect(await billing().customerChanges(future)).toEqual({ ok: true, value: { items: [] } });
        const long = new Date(Date.now() - 40 * 86_400_000).toISOString();
        expect(await billing().customerChanges(long)).toMatchObject({ ok: false, failure: { code: "too_old" } });
      },
    );

    it.runIf(can("customerChanges"))(
      "changes of more than a page come whole (where it offers customerChanges)",
      async () => {
        const before = new Date().toISOString();
        harness.seedCustomers(130);
        const first = await billing().customerChanges(before);
        if (!first.ok) throw new Error(first.failure.message);
        const second = await billing().customerChanges(before, first.value.next);
        if (!second.ok) throw new Error(second.failure.message);
        expect([...first.value.items, ...second.value.items]).toHaveLength(130);
        expect(second.value.next).toBeUndefined();
      },
    );

    billedWorkCases({ can, billing: () => billing(), harness: () => harness, customer });

    it("an answer that is not as described is noticed, and where", async () => {
      harness.fault("wrong_schema", "listCustomers");
      harness.seedCustomers(1);
      expect(await billing().listCustomers()).toMatchObject({
        ok: false,
        failure: { code: "schema_drift", message: expect.stringMatching(/id is missing/) },
      });
    });

    it("a vendor that is busy is asked again when it says; one that stays so is told, with its time", async () => {
      harness.fault("limited", "listCustomers", { seconds: 7 });
      expect(await billing().listCustomers()).toMatchObject({ ok: true });
      expect(waits).toEqual([7000]);
      const one = customer();
      harness.fault("limited", "createCustomer", { seconds: 2 });
      expect(await billing().createCustomer(one)).toMatchObject({ ok: true });
      expect(harness.made(one.reference)).toBe(1);
      harness.fault("limited", "listCustomers", { seconds: 120 });
      expect(await billing().listCustomers()).toMatchObject({
        ok: false,
        failure: { code: "limited", retryAfter: 120 },
      });
    });

    it("reading is tried again after an error, writing is not: its outcome is unknown", async () => {
      harness.fault("error", "listCustomers", { times: 2 });
      expect(await billing().listCustomers()).toMatchObject({ ok: true });
      expect(waits).toHaveLength(2);
      harness.fault("error", "listCustomers", { times: 9 });
      expect(await billing().listCustomers()).toMatchObject({ ok: false, failure: { code: "unavailable" } });
      harness.clear();
      const one = customer();
      harness.fault("error", "createCustomer", { times: 9 });
      expect(await billing().createCustomer(one)).toMatchObject({ ok: false, failure: { code: "unknown_outcome" } });
      expect(await billing().findCustomer(one.reference)).toEqual({ ok: true, value: null });
    });

    it("what was done and not answered is unknown, done once, and found by our reference", async () => {
      const one = customer();
      harness.fault("commit_then_drop", "createCustomer");
      expect(await billing().createCustomer(one)).toMatchObject({ ok: false, failure: { code: "unknown_outcome" } });
      expect(harness.made(one.reference)).toBe(1);
      expect(await billing().findCustomer(one.reference)).toMatchObject({
        ok: true,
        value: { reference: one.reference },
      });
    });

    it("what was not done and not answered is unknown as well, and not found", async () => {
      for (const [kind, more] of [
        ["drop", {}],
        ["slow", { milliseconds: 2000 }],
      ] as const) {
        const one = customer();
        harness.fault(kind, "createCustomer", more);
        expect(await billing({ timeout: 400 }).createCustomer(one)).toMatchObject({
          ok: false,
          failure: { code: "unknown_outcome" },
        });
        if (kind === "drop") expect(await billing().findCustomer(one.reference)).toEqual({ ok: true, value: null });
      }
    });

    it("a vendor that nobody reaches has done nothing", async () => {
      const { port } = new URL(harness.connection.origin ?? "http://127.0.0.1:1");
      const nobody = { origin: `http://127.0.0.1:${port === "1" ? 2 : 1}` };
      expect(await billing(nobody).createCustomer(customer())).toMatchObject({
        ok: false,
        failure: { code: "unavailable" },
      });
      expect(await billing({ inside: false, origin: `https://127.0.0.1:${port}` }).prove()).toMatchObject({
        ok: false,
        failure: { code: "unavailable" },
      });
    });

    it("its limit is kept before it has to say so", { timeout: 40_000 }, async () => {
      const { requests } = "origin" in adapter.vendor ? adapter.vendor.limit : { requests: 0 };
      const before = harness.limited();
      const one = billing({ secret: harness.counted }, patient);
      const answers = await Promise.all(Array.from({ length: requests + 5 }, () => one.prove()));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      // A network that hurries some and holds up others may bring one too many: without the limit it would be all the others.
      expect(harness.limited() - before).toBeLessThan(3);
    });

    it("nothing that was sent or answered contradicts the vendor's own description", () => {
      expect(harness.problems()).toEqual([]);
    });
  });
}
