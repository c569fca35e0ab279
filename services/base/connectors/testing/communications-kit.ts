import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { abilitiesOf } from "../capabilities/capability.ts";
import type { Communications, CommunicationsAbility } from "../capabilities/communications.ts";
import { type Adapter, type Connected, type Connection, ConnectorRegistry } from "../registry.ts";

/** What the kit has to know of a vendor's simulator. */
export interface CommunicationsHarness {
  readonly connection: Connection;
  /** One whose client is known and may read nothing. */
  readonly powerless: string;
  /** What the simulator says it is. */
  readonly system: string;
  fault(kind: "limited" | "error" | "drop" | "wrong_schema" | "expired", more?: { times?: number }): void;
  clear(): void;
  /** A call that somebody takes, or doesn't, at a moment. */
  call(given: { at: Date; number: string | null; isInbound: boolean; isAnswered: boolean }): string;
  /** Somebody of the book, whose number is written so. */
  person(name: string, number: string): void;
  /** A token that was given holds no longer. */
  forgetTokens(): Promise<void>;
  /** How often a token was asked for. */
  tokens(): Promise<number>;
  problems(): readonly string[];
  close(): Promise<void>;
}

const began = new Date("2026-03-29T08:00:00Z");
const later = (minutes: number) => new Date(began.getTime() + minutes * 60_000);

/** The conformance kit of the capability `communications`: what every adapter has to hold, on its vendor's simulator. */
export function communicationsKit(
  adapter: Adapter,
  given: { readonly abilities: readonly CommunicationsAbility[]; start(): Promise<CommunicationsHarness> },
): void {
  const { label } = adapter.vendor;
  describe(`${label} as a telephone system`, () => {
    let harness: CommunicationsHarness;
    const open: Connected[] = [];
    const registry = new ConnectorRegistry([adapter], { wait: async () => undefined });
    const system = (more: Partial<Connection> = {}): Required<Communications> => {
      const connected = registry.connect({ ...harness.connection, ...more });
      open.push(connected);
      return connected.offers["communications"] as Required<Communications>;
    };
    const can = (ability: CommunicationsAbility) => given.abilities.includes(ability);

    beforeAll(async () => {
      harness = await given.start();
    });
    afterEach(async () => {
      harness.clear();
      for (const one of open.splice(0)) await one.close();
    });
    afterAll(() => harness.close());

    it("offers what it says, and no more", () => {
      expect(abilitiesOf(system())).toEqual([...given.abilities].sort());
    });

    it("a connection is proved by the system that it leads to; a wrong key is named, and not told", async () => {
      const proof = await registry.prove(harness.connection, "communications");
      expect(proof).toMatchObject({ ok: true, value: { name: harness.system } });
      const secret = `${harness.connection.secret.split(":")[0]}:not-this-one`;
      const wrong = await registry.prove({ ...harness.connection, secret }, "communications");
      expect(wrong).toMatchObject({ ok: false, failure: { code: "unauthorized" } });
      expect(JSON.stringify(wrong)).not.toContain("not-this-one");
    });

    it("a client without the right is told apart from a wrong key", async () => {
      const proof = await registry.prove({ ...harness.connection, secret: harness.powerless }, "communications");
      expect(proof).toMatchObject({ ok: false, failure: { code: "forbidden" } });
    });

    it("all who ask share one token; one that holds no longer is renewed once, without a word", async () => {
      const before = await harness.tokens();
      const one = system();
      await Promise.all([one.prove(), one.prove(), one.prove()]);
      expect(await harness.tokens()).toBe(before + 1);
      await harness.forgetTokens();
      expect(await one.prove()).toMatchObject({ ok: true });
      expect(await harness.tokens()).toBe(before + 3);
      harness.fault("expired", { times: 100 });
      expect(await one.prove()).toMatchObject({ ok: false, failure: { code: "unauthorized" } });
    });

    it.runIf(can("listCalls"))(
      "calls since a moment, page by page, each once, in and out, taken and missed (where it offers listCalls)",
      async () => {
        const ids: string[] = [];
        for (let minute = 0; minute < 250; minute += 1)
          ids.push(
            harness.call({
              at: later(minute),
              number: minute === 7 ? null : "+33298441200",
              isInbound: minute % 2 === 0,
              isAnswered: minute % 3 !== 0,
            }),
          );
        const read: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await system().listCalls(began.toISOString(), cursor);
          if (!page.ok) throw new Error(page.failure.message);
          read.push(...page.value.items.map(({ id }) => id));
          cursor = page.value.next;
        } while (cursor !== undefined);
        expect(read).toEqual(ids);

        const last = await system().listCalls(later(247).toISOString());
        expect(last.ok && last.value.items).toMatchObject([
          { direction: "outbound", isAnswered: true, to: { number: "+33298441200", extension: null } },
          {
            direction: "inbound",
            isAnswered: true,
            from: { number: "+33298441200" },
            startedAt: later(248).toISOString(),
          },
          { direction: "outbound", isAnswered: false },
        ]);
        const hidden = await system().listCalls(later(7).toISOString());
        expect(hidden.ok && hidden.value.items[0]).toMatchObject({ to: { number: null } });
        expect(await system().listCalls(later(10_000).toISOString())).toEqual({ ok: true, value: { items: [] } });
      },
    );

    it.runIf(can("findCaller"))("whose a number is, in any writing (where it offers findCaller)", async () => {
      harness.person("Marrec", "+33298441299");
      for (const number of ["+33298441299", "02 98 44 12 99", "0033 2 98 44 12 99", "02.98.44.12.99"])
        expect(await system().findCaller(number)).toMatchObject({ ok: true, value: { name: "Marrec" } });
      for (const number of ["02 98 44 12 98", "", "'", "hidden"])
        expect(await system().findCaller(number)).toEqual({ ok: true, value: null });
    });

    it("what isn't there is asked again, what is otherwise than described is named", async () => {
      for (const kind of ["error", "drop", "limited"] as const) {
        harness.fault(kind);
        expect(await system().listCalls(began.toISOString())).toMatchObject({ ok: true });
      }
      harness.fault("error", { times: 10 });
      expect(await system().listCalls(began.toISOString())).toMatchObject({
        ok: false,
        failure: { code: "unavailable" },
      });
      harness.clear();
      const one = system();
      await one.prove();
      harness.fault("wrong_schema");
      expect(await one.listCalls(began.toISOString())).toMatchObject({ ok: false, failure: { code: "schema_drift" } });
    });

    it("what is asked and answered is as the vendor describes it", () => {
      expect(harness.problems()).toEqual([]);
    });
  });
}
