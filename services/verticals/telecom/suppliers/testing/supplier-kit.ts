import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { abilitiesOf } from "../../../../base/connectors/capabilities/capability.ts";
import {
  type Adapter,
  type Connected,
  type Connection,
  ConnectorRegistry,
} from "../../../../base/connectors/registry.ts";
import type { VendorResult } from "../../../../base/connectors/vendor/failure.ts";
import type { Orders } from "../../../../stand-ins/vendors/wholesale/orders.ts";
import { rioKey } from "../../../../stand-ins/vendors/wholesale/ports.ts";
import type { LineOrder, Supplier, SupplierAbility, SupplierOrder } from "../supplier.ts";

type FaultKind = "limited" | "error" | "slow" | "drop" | "commit_then_drop" | "wrong_schema" | "expired";

/** What the kit has to know of a supplier's simulator. */
export interface SupplierHarness {
  /** Where it answers, and a key that it knows. */
  readonly connection: Connection;
  /** What it says it is. */
  readonly company: string;
  readonly ledger: Orders;
  /** What was sent arrives, and what was answered is there. */
  look(): Promise<void>;
  /** Its answers are not as described any more, until it is cleared. */
  drift(): Promise<void>;
  clear(): Promise<void>;
  /** It puts its inventory where it is read; over HTTP it lies there. */
  publish?(): Promise<void>;
  /** Of one that is reached over HTTP: something goes wrong with the next requests that order something, or all. */
  fault?(
    kind: FaultKind,
    on: "order" | "all",
    more?: { times?: number; seconds?: number; milliseconds?: number },
  ): void;
  close(): Promise<void>;
}

/** The conformance kit of the capability `supplier`: what every adapter has to hold, on its vendor's simulator. */
export function supplierKit(
  adapter: Adapter,
  given: {
    readonly abilities: readonly SupplierAbility[];
    readonly isHttp: boolean;
    start(): Promise<SupplierHarness>;
  },
): void {
  const { label } = adapter.vendor;
  describe(`${label} as a supplier`, () => {
    let harness: SupplierHarness;
    const open: Connected[] = [];
    const waits: number[] = [];
    const registry = new ConnectorRegistry([adapter], { wait: async (milliseconds) => waits.push(milliseconds) });
    const supplier = (more: Partial<Connection> = {}): Required<Supplier> => {
      const connected = registry.connect({ ...harness.connection, ...more });
      open.push(connected);
      return connected.offers["supplier"] as Required<Supplier>;
    };
    let last = 0;
    const order = (more: Partial<LineOrder> = {}): LineOrder => {
      last += 1;
      const reference = `kit/${last} é;"x"`;
      return {
        reference,
        number: `+3360000${1000 + last}`,
        requestedOn: "2026-07-01",
        comment: 'As "agreed"; é',
        ...more,
      };
    };
    const port = { holder: "Kervadec SAS", iccid: "8933012345678901234" };
    const rioOf = ({ number }: LineOrder, start = "01E123456") => `${start}${rioKey(start, number)}`;
    const can = (ability: SupplierAbility) => given.abilities.includes(ability);
    const of = (reference: string) => harness.ledger.all.filter((one) => one.reference === reference);
    const ok = <Value>(result: VendorResult<Value>): Value => {
      if (!result.ok) throw new Error(result.failure.message);
      return result.value;
    };
    const found = async (reference: string): Promise<SupplierOrder | null> => {
      await harness.look();
      return ok(await supplier().findOrder(reference));
    };
    const the = (reference: string) => {
      const [first] = of(reference);
      if (!first) throw new Error(`${reference} was never ordered`);
      return first;
    };

    beforeAll(async () => {
      harness = await given.start();
    });
    afterEach(async () => {
      await harness.clear();
      waits.length = 0;
      for (const one of open.splice(0)) await one.close();
    });
    afterAll(() => harness.close());

    it("offers what it says, and no more", () => {
      expect(abilitiesOf(supplier())).toEqual([...given.abilities].sort());
    });

    it("a connection is proved by whom it leads to", async () => {
      expect(await registry.prove(harness.connection, "supplier")).toMatchObject({
        ok: true,
        value: { name: harness.company },
      });
    });

    it("nobody has what was never ordered", async () => {
      expect(await found("kit/0")).toBeNull();
      expect(await found('kit"')).toBeNull();
    });

    for (const [ability, operation] of [
      ["modifyLine", "modify"],
      ["modifyOptions", "options"],
      ["terminateLine", "terminate"],
    ] as const)
      it.runIf(can(ability))(`${ability}: ordered, with all that was said, and found by our reference`, async () => {
        const one = order();
        ok(await supplier()[ability](one));
        await harness.look();
        expect(of(one.reference)).toMatchObject([
          { operation, number: one.number, requestedOn: one.requestedOn, comment: one.comment },
        ]);
        expect(await found(one.reference)).toMatchObject({ id: String(the(one.reference).id), state: "acknowledged" });
      });

    it.runIf(can("createLine"))("a new line is ordered without a number (where it offers createLine)", async () => {
      const { number: _, ...one } = order();
      ok(await supplier().createLine({ ...one, address: "3 rue du Port", postalCode: "29200", city: "Brest" }));
      await harness.look();
      expect(of(one.reference)).toMatchObject([{ operation: "create" }]);
    });

    it.runIf(can("orderSim"))("SIMs are ordered (where it offers orderSim)", async () => {
      const one = order();
      ok(await supplier().orderSim({ ...one, sim: "esim", quantity: "3" }));
      await harness.look();
      expect(of(one.reference)).toMatchObject([{ operation: "sim", simKind: "esim", quantity: 3 }]);
      expect(await found(one.reference)).toMatchObject({ state: "acknowledged", cards: [] });
      harness.ledger.finish(the(one.reference));
      expect(the(one.reference).cards).toHaveLength(3);
      expect(await found(one.reference)).toMatchObject({ state: "done", cards: the(one.reference).cards });
    });

    it.runIf(can("swapSim"))("a line gets another card (where it offers swapSim)", async () => {
      const one = order();
      ok(await supplier().swapSim({ ...one, iccid: port.iccid }));
      await harness.look();
      expect(of(one.reference)).toMatchObject([{ operation: "swap", number: one.number, iccid: port.iccid }]);
    });

    it.runIf(can("portIn"))(
      "a number comes with its RIO; a wrong one is held until it is corrected (where it offers portIn)",
      async () => {
        const one = order();
        ok(await supplier().portIn({ ...one, ...port, rio: "wrong" }));
        expect(await found(one.reference)).toMatchObject({
          state: "held",
          reason: "RIO incohérent avec le numéro",
          cause: "rio_mismatch",
        });
        harness.ledger.correct(the(one.reference), rioOf(one));
        expect(await found(one.reference)).toMatchObject({ state: "acknowledged", reason: null, cause: null });
        const right = order();
        ok(await supplier().portIn({ ...right, ...port, rio: rioOf(right) }));
        expect(of(right.reference)).toMatchObject([{ operation: "port_in", number: right.number, ...port }]);
        expect(await found(right.reference)).toMatchObject({ state: "acknowledged", correction: null });
        for (let step = 0; step < 2; step += 1) harness.ledger.advance(the(right.reference));
        // The day of the port is said before it comes.
        expect(await found(right.reference)).toMatchObject({
          state: "in_progress",
          effectiveOn: "2026-07-01",
          milestones: [{ code: "accepted" }, { code: "port_scheduled", at: "2026-07-01T06:00:00Z" }],
        });
      },
    );

    it.runIf(can("portIn"))("a port that the other operator refuses is rejected, with its cause", async () => {
      const one = order();
      ok(await supplier().portIn({ ...one, ...port, rio: rioOf(one, "99E123456") }));
      harness.ledger.advance(the(one.reference));
      expect(await found(one.reference)).toMatchObject({ state: "rejected_by_vendor", cause: "donor_refused" });
    });

    it.runIf(can("correctPortIn"))(
      "a held port is corrected, once under each name, and is held again where it is wrong again (where it offers that)",
      async () => {
        const one = order();
        ok(await supplier().portIn({ ...one, ...port, rio: rioOf(one), holder: "Inconnu" }));
        expect(await found(one.reference)).toMatchObject({ state: "held", cause: "holder_mismatch", correction: null });
        const wrong = { ...one, ...port, rio: rioOf(order()), correction: "first" };
        ok(await supplier().correctPortIn(wrong));
        expect(await found(one.reference)).toMatchObject({ state: "held", cause: "rio_mismatch", correction: "first" });
        const right = { ...wrong, rio: rioOf(one), requestedOn: "2026-07-08", correction: "second" };
        for (let time = 0; time < 2; time += 1)
          expect(ok(await supplier().correctPortIn(right))).toMatchObject({
            state: "acknowledged",
            correction: "second",
          });
        expect(the(one.reference)).toMatchObject({ ...port, requestedOn: "2026-07-08" });
        expect(the(one.reference).corrections.map(({ name }) => name)).toEqual(["first", "second"]);
        expect(await supplier().correctPortIn({ ...right, correction: "third" })).toMatchObject({
          ok: false,
          failure: { code: "conflict" },
        });
      },
    );

    it("an order goes its way: each state, the milestones in their order, the day it holds from", async () => {
      const one = order();
      ok(await supplier().terminateLine(one));
      await harness.look();
      const seen: unknown[] = [];
      for (let step = 0; step < 4; step += 1) {
        harness.ledger.advance(the(one.reference));
        const now = await found(one.reference);
        seen.push([now?.state, now?.milestones.map(({ code }) => code)]);
      }
      expect(seen).toEqual([
        ["in_progress", ["scheduled"]],
        ["in_progress", ["scheduled", "switched"]],
        ["delivered", ["scheduled", "switched", "delivered"]],
        ["done", ["scheduled", "switched", "delivered"]],
      ]);
      const done = await found(one.reference);
      expect(done).toMatchObject({ effectiveOn: "2026-07-01" });
      for (const { at, label: words } of done?.milestones ?? []) {
        expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
        expect(words).toMatch(/é/);
      }
    });

    it("rejected is said with the supplier's words", async () => {
      const one = order();
      ok(await supplier().terminateLine(one));
      await harness.look();
      harness.ledger.reject(the(one.reference), "Ligne inconnue ; voir contrat");
      expect(await found(one.reference)).toMatchObject({
        state: "rejected_by_vendor",
        reason: "Ligne inconnue ; voir contrat",
      });
    });

    it("an order is cancelled when the supplier agrees, and not when it is too late", async () => {
      const one = order();
      ok(await supplier().modifyLine(one));
      await harness.look();
      ok(await supplier().cancelOrder(one.reference));
      expect(await found(one.reference)).toMatchObject({ state: "cancelling" });
      harness.ledger.advance(the(one.reference));
      expect(await found(one.reference)).toMatchObject({ state: "cancelled" });
      const late = order();
      ok(await supplier().modifyLine(late));
      await harness.look();
      harness.ledger.finish(the(late.reference));
      await harness.look();
      const answer = await supplier().cancelOrder(late.reference);
      expect(answer.ok ? answer.value.state : answer.failure.code).toMatch(/^(done|conflict)$/);
      expect(await found(late.reference)).toMatchObject({ state: "done" });
      expect(await supplier().cancelOrder("kit/0")).toMatchObject({ ok: false, failure: { code: "missing" } });
    });

    it.runIf(can("inventory"))("the inventory comes whole, each service once (where it offers inventory)", async () => {
      const { services } = harness.ledger;
      for (let index = 0; index < 230; index += 1)
        services.push({
          id: `S${index}`,
          number: `+33298${index}`,
          state: index % 2 ? "active" : "terminated",
          endsOn: index % 2 ? null : "2026-01-31",
        });
      await harness.publish?.();
      const ids: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = ok(await supplier().inventory(cursor));
        ids.push(...page.items.map(({ id }) => id));
        if (ids[0] === "S0" && ids.length < 101)
          expect(page.items[0]).toMatchObject({ state: "terminated", endsOn: "2026-01-31" });
        if (page.next === undefined) break;
        cursor = page.next;
      }
      expect(ids).toEqual(services.map(({ id }) => id));
    });

    it.runIf(can("changedOrders"))(
      "changes since a time, page by page, and none from the future (where it offers changedOrders)",
      async () => {
        const before = new Date().toISOString();
        for (let index = 0; index < 120; index += 1)
          harness.ledger.add({ operation: "modify", reference: `changed-${index}`, number: "1" });
        const seen: string[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = ok(await supplier().changedOrders(before, cursor));
          seen.push(...page.items.map(({ reference }) => reference));
          if (page.next === undefined) break;
          cursor = page.next;
        }
        expect(seen.filter((one) => one.startsWith("changed-"))).toHaveLength(120);
        expect(new Set(seen).size).toBe(seen.length);
        const future = new Date(Date.now() + 86_400_000).toISOString();
        expect(ok(await supplier().changedOrders(future))).toEqual({ items: [] });
      },
    );

    it.runIf(can("checkEligibility"))("what can be had at a place (where it offers checkEligibility)", async () => {
      const place = { address: "3 rue du Port", city: "Brest" };
      expect(ok(await supplier().checkEligibility({ ...place, postalCode: "29200" }))).toContainEqual({
        code: "FTTH",
        label: "Fibre mutualisée",
      });
      expect(ok(await supplier().checkEligibility({ ...place, postalCode: "nowhere" }))).toEqual([]);
    });

    it("answers that are not as described are noticed, and where", async () => {
      const one = order();
      ok(await supplier().terminateLine(one));
      await harness.look();
      await harness.drift();
      expect(await supplier().findOrder(one.reference)).toMatchObject({
        ok: false,
        failure: { code: "schema_drift", message: expect.stringContaining(label) },
      });
    });

    describe.runIf(given.isHttp)("over HTTP (where it is reached so)", () => {
      const fault: NonNullable<SupplierHarness["fault"]> = (...all) => harness.fault?.(...all);

      it("a wrong key is named, and not told; one that expired as well", async () => {
        const wrong = await registry.prove({ ...harness.connection, secret: "not-this-one" }, "supplier");
        expect(wrong).toMatchObject({
          ok: false,
          failure: { code: "unauthorized", message: expect.stringContaining(label) },
        });
        expect(JSON.stringify(wrong)).not.toContain("not-this-one");
        fault("expired", "all");
        expect(await supplier().findOrder("x")).toMatchObject({ ok: false, failure: { code: "unauthorized" } });
      });

      it("what is wrong in an order is refused in the supplier's words", async () => {
        expect(await supplier().terminateLine(order({ requestedOn: "soon" }))).toMatchObject({
          ok: false,
          failure: { code: "refused", message: expect.stringMatching(/no day/) },
        });
      });

      it("a supplier that is busy is asked again when it says; one that stays so is told, with its time", async () => {
        const one = order();
        fault("limited", "order", { seconds: 2 });
        ok(await supplier().terminateLine(one));
        expect([waits, of(one.reference).length]).toEqual([[2000], 1]);
        fault("limited", "order", { seconds: 120 });
        expect(await supplier().terminateLine(order())).toMatchObject({
          ok: false,
          failure: { code: "limited", retryAfter: 120 },
        });
      });

      it("what was done and not answered is unknown, done once, and found by our reference", async () => {
        const one = order();
        fault("commit_then_drop", "order");
        expect(await supplier().terminateLine(one)).toMatchObject({ ok: false, failure: { code: "unknown_outcome" } });
        expect(of(one.reference)).toHaveLength(1);
        expect(await found(one.reference)).toMatchObject({ reference: one.reference });
      });

      it("what was not done and not answered is unknown as well, and not found", async () => {
        for (const kind of ["drop", "error"] as const) {
          const one = order();
          fault(kind, "order");
          expect(await supplier().terminateLine(one)).toMatchObject({
            ok: false,
            failure: { code: "unknown_outcome" },
          });
          expect(await found(one.reference)).toBeNull();
        }
        const slow = order();
        fault("slow", "order", { milliseconds: 1_500 });
        expect(await supplier({ timeout: 300 }).terminateLine(slow)).toMatchObject({
          ok: false,
          failure: { code: "unknown_outcome" },
        });
      });

      it("a supplier that nobody reaches has done nothing", async () => {
        expect(await supplier({ origin: "http://127.0.0.1:1" }).terminateLine(order())).toMatchObject({
          ok: false,
          failure: { code: "unavailable" },
        });
      });
    });
  });
}
