import { businessDay } from "../../../platform/day.ts";
import { brandSettings } from "../../../platform/backend/brand-settings.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { type Result, success } from "../../../platform/result.ts";
import type { BilledLine, BilledSubscription, Billing } from "../capabilities/billing.ts";
import type { BilledMirror, BilledThere, BilledTrade, Mirroring } from "../execution/billed-trade.ts";
import type { MirroredThings } from "../invoices/mirrors.ts";
import { placesOf } from "../invoices/places.ts";
import { failed, type Part, type ReadingGiven } from "../invoices/reading.ts";
import type { Reading } from "../invoices/reading-named.ts";
import type { VendorFailure } from "../vendor/failure.ts";

export const billedItems = {
  name: "mirror-billed-items",
  label: { fr: "Lecture de ce qui est facturé", en: "Reading of what is billed" },
};

/** What was seen of a connection's subscriptions is kept apart from what was seen of its invoices. */
export const billedBooks = (connection: string): string => deterministicUuid(`billed items ${connection}`);

/** What is billed again and again, kept by the trade that knows it. There is no word of what changed: all is read each time. */
export const billedThings = (trades: readonly BilledTrade[]): MirroredThings => ({
  isReadWhole: true,
  canRead: ({ listSubscriptions, subscriptionLines }) =>
    Boolean(listSubscriptions && subscriptionLines && trades.some(({ mirror }) => mirror)),
  reading: (reading, given) => new BilledReading(reading, given, trades),
});

type Able = Required<Pick<Billing, "listSubscriptions" | "subscriptionLines">>;

/** A part is a page of subscriptions: those of mapped customers are asked for their lines, one request each. */
class BilledReading {
  constructor(
    private readonly reading: Reading,
    private readonly given: ReadingGiven & { readonly brand: string },
    private readonly trades: readonly BilledTrade[],
  ) {}

  async page(cursor: string | null): Promise<Part> {
    const keeping = await this.#keeping();
    if (!keeping) return done;
    const { way, backend, seen, log } = this.given;
    const offer = way.offer as Able;
    const page = await offer.listSubscriptions(cursor ?? undefined);
    if (!page.ok) return failed(page.failure);
    const open = page.value.items.filter(({ state }) => state !== "ended");
    const customers = [...new Set(open.flatMap(({ customer }) => customer ?? []))];
    const places = await placesOf(backend, way.vendor, customers);
    const lines: BilledThere[] = [];
    const there: { invoice: string; customer: string; place: string }[] = [];
    for (const subscription of open) {
      const { id, customer, months, startsOn } = subscription;
      const place = places.get(customer ?? "");
      // It counts as one that is nobody's; nothing of it is asked for.
      if (!place) {
        there.push({ invoice: id, customer: customer ?? "", place: "" });
        continue;
      }
      const read = await linesOf(offer, subscription);
      if (!read.ok) return failed(read.failure);
      for (const { id: line, product: _, ...one } of read.value) {
        const systemId = `${id}/${line}`;
        there.push({ invoice: systemId, customer: customer ?? "", place: place.account });
        if (months === null) log.warn({ systemId }, "billed by another rule than months: not compared");
        else lines.push({ ...one, systemId, months, startsOn, account: place.account, billingSite: place.site });
      }
    }
    const written = await keeping.mirror.write(keeping.mirroring, lines);
    const now = new Date().toISOString();
    const { connection, at } = this.reading;
    await seen.saw(connection, now > at ? now : at, there);
    return { kind: "read", next: page.value.next ?? null, written, newest: null };
  }

  /** What is mapped now was read with everything else. */
  async mappedSince(): Promise<Part> {
    return done;
  }

  async gone(offset: number): Promise<Part> {
    const keeping = await this.#keeping();
    if (!keeping) return done;
    const { mirror, mirroring } = keeping;
    const { names, next } = await mirror.names(mirroring, offset);
    const there = await this.given.seen.seenSince(this.reading.connection, this.reading.at, names);
    const gone = names.filter((name) => !there.has(name));
    const written = gone.length === 0 ? 0 : await mirror.gone(mirroring, gone);
    return { kind: "read", next: next === null ? null : String(next), written, newest: null };
  }

  async #keeping(): Promise<{ readonly mirror: BilledMirror; readonly mirroring: Mirroring } | undefined> {
    const { backend, brand, way } = this.given;
    const { modules, timeZone } = await brandSettings(backend, brand);
    const mirror = this.trades.find(({ module, mirror }) => mirror && modules.includes(module))?.mirror;
    const today = businessDay(new Date(this.reading.at), timeZone);
    return mirror && { mirror, mirroring: { backend, vendor: way.vendor, connection: way.connection, today } };
  }
}

const done: Part = { kind: "read", next: null, written: 0, newest: null };

async function linesOf(offer: Able, { id }: BilledSubscription): Promise<Result<readonly BilledLine[], VendorFailure>> {
  const lines: BilledLine[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await offer.subscriptionLines(id, cursor);
    // It was there a moment ago: its lines are not any more.
    if (!page.ok) return page.failure.code === "missing" ? success([]) : page;
    lines.push(...page.value.items);
    if (page.value.next === undefined) return success(lines);
    cursor = page.value.next;
  }
}
