import { randomUUID } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { JobState } from "../../../platform/jobs/jobs.ts";
import type { Logger } from "../../../platform/logger.ts";
import { isSystem } from "../execution/executor.ts";
import type { MirrorInput, MirrorWork } from "./mirror-job.ts";
import type { InvoiceWay, Part, ReadingGiven } from "./reading.ts";
import type { Reading } from "./reading-named.ts";
import type { SeenInvoices } from "./seen.ts";
import type { Billing } from "../capabilities/billing.ts";

/** Asked for in haste it is one reading, in milliseconds. */
const haste = 10_000;

/** The parts of a reading. */
interface MirrorReading {
  page(cursor: string | null): Promise<Part>;
  mappedSince(after: string): Promise<Part>;
  gone(offset: number): Promise<Part>;
}

/** What is mirrored, and how it is read. */
export interface MirroredThings {
  canRead(offer: Billing): boolean;
  /** The vendor doesn't say what changed: every reading is one of all. */
  readonly isReadWhole?: true;
  reading(reading: Reading, given: ReadingGiven & { readonly brand: string }): MirrorReading;
}

interface Given {
  readonly things: MirroredThings;
  readonly seen: SeenInvoices;
  readonly log: Logger;
  /** The brand's billing system; undefined where it isn't connected to one. */
  wayOf(brand: string): Promise<InvoiceWay | undefined>;
  acting<Answer>(brand: string, work: (backend: BackendClient) => Promise<Answer>): Promise<Answer>;
  /** One at a time of a brand, on whichever host: what is read at the vendor is written before anybody reads there again. */
  alone<Answer>(brand: string, work: () => Promise<Answer>): Promise<Answer>;
  startJob(input: MirrorInput): Promise<void>;
  jobState(id: string): Promise<JobState | undefined>;
  readonly now?: () => Date;
}

/** How far the mirror of a brand's billing system is, in so far as there is one. */
export interface MirrorTold {
  readonly isConnected: boolean;
  readonly vendor: string | null;
  readonly isReading: boolean;
  /** A moment, ISO; null: nothing has been read yet. */
  readonly readAt: string | null;
  readonly failure: string | null;
  /** Invoices of customers that no billing site is mapped to. */
  readonly unplaced: number;
  /** Those of the billing sites asked about that are a customer there. */
  readonly mapped: readonly string[];
}

const nothing: MirrorTold = {
  isConnected: false,
  vendor: null,
  isReading: false,
  readAt: null,
  failure: null,
  unplaced: 0,
  mapped: [],
};

/** The mirror of what a billing system has of one kind, for each brand that is connected to one. */
export class BillingMirrors implements MirrorWork {
  constructor(private readonly given: Given) {}

  /**
   * Reads what changed until now. One reading at a time: what is at it goes on, and one more follows it, since what changed meanwhile may lie behind
   * it. `id`: once for good under it.
   */
  async start(brand: string, id = `${brand}/${randomUUID()}`): Promise<void> {
    const way = await this.#way(brand);
    if (!way) return;
    const { seen } = this.given;
    const state = await seen.state(way.connection);
    if (await this.#isRunning(state?.waiting)) return;
    if (await this.#isRunning(state?.job)) await seen.waits(brand, way.connection, id);
    await this.given.startJob({ brand, id });
  }

  async refresh(brand: string): Promise<void> {
    await this.start(brand, `${brand}/asked ${Math.floor(Date.now() / haste)}`);
  }

  async told(brand: string, sites: readonly string[]): Promise<MirrorTold> {
    const way = await this.#way(brand);
    if (!way) return nothing;
    const { seen } = this.given;
    const state = await seen.state(way.connection);
    const [isReading, isNext, unplaced, mapped] = await Promise.all([
      this.#isRunning(state?.job),
      this.#isRunning(state?.waiting),
      seen.unplaced(way.connection),
      this.given.acting(brand, (backend) => mappedOf(backend, way, sites)),
    ]);
    const { readAt = null, failure = null } = state ?? {};
    return {
      isConnected: true,
      vendor: way.vendor.label,
      isReading: isReading || isNext,
      readAt,
      failure,
      unplaced,
      mapped,
    };
  }

  async begin({ brand, id }: MirrorInput): Promise<Reading | "busy" | null> {
    const way = await this.#way(brand);
    if (!way) return null;
    const { connection, company } = way;
    const state = await this.given.seen.state(connection);
    if (state?.job !== id && (await this.#isRunning(state?.job))) return "busy";
    await this.given.seen.begun(brand, connection, id);
    // Another company's books have nothing to do with what was read before.
    const isKnown = state?.company === company && !this.given.things.isReadWhole;
    const since = isKnown ? (state?.since ?? null) : null;
    return { connection, at: (this.given.now?.() ?? new Date()).toISOString(), since };
  }

  page = (brand: string, reading: Reading, cursor: string | null) =>
    this.#at(brand, reading, (one) => one.page(cursor));
  mappedSince = (brand: string, reading: Reading, after: string) =>
    this.#at(brand, reading, (one) => one.mappedSince(after));
  gone = (brand: string, reading: Reading, offset: number) => this.#at(brand, reading, (one) => one.gone(offset));

  async end(brand: string, reading: Reading, newest: string | null): Promise<void> {
    const way = await this.#way(brand);
    if (way?.connection !== reading.connection) return;
    await this.given.seen.ended(reading, { company: way.company, newest });
  }

  async failed(_brand: string, { connection }: Reading, code: string): Promise<void> {
    await this.given.seen.failed(connection, code);
  }

  async #at<Answer>(brand: string, reading: Reading, work: (reading: MirrorReading) => Promise<Answer>) {
    return this.given.alone(brand, async () => {
      const way = await this.#way(brand);
      // Nobody is connected there any more: what was read stays as it is.
      if (way?.connection !== reading.connection)
        return { kind: "failed", code: "forbidden", retryAfter: null } as const;
      const { seen, log, things } = this.given;
      return this.given.acting(brand, (backend) => work(things.reading(reading, { brand, backend, way, seen, log })));
    });
  }

  async #way(brand: string): Promise<InvoiceWay | undefined> {
    const way = await this.given.wayOf(brand);
    return way && this.given.things.canRead(way.offer) ? way : undefined;
  }

  async #isRunning(job: string | null | undefined): Promise<boolean> {
    return Boolean(job && (await this.given.jobState(job))?.state === "running");
  }
}

async function mappedOf(backend: BackendClient, way: InvoiceWay, sites: readonly string[]): Promise<string[]> {
  if (sites.length === 0) return [];
  const rows = await backend.listAll("sw_billing_site", () =>
    new DrupalJsonApiParams()
      .addFields("sw_billing_site--sw_billing_site", ["billing_system", "external_id"])
      .addFilter("id", [...sites], "IN")
      .addSort("id"),
  );
  return rows.flatMap(({ id, billing_system: system, external_id: customer }) =>
    customer && isSystem(system, way.vendor) ? [id] : [],
  );
}
