import * as z from "zod";
import { defineJob, type Job, type Steps } from "../../../platform/jobs/job.ts";
import type { Part } from "./reading.ts";
import type { Reading } from "./reading-named.ts";

const input = z.object({ brand: z.uuid(), id: z.string().min(1).max(200) });
export type MirrorInput = z.infer<typeof input>;

/** A hundred million invoices: no vendor goes on for ever. */
const mostParts = 1_000_000;
const tries = 6;
const [firstWait, longestWait] = [30_000, 900_000];
/** Looked again whether the one before has ended. */
const [firstTurn, longestTurn] = [500, 60_000];
/** The backend or the database may be away. */
const patience = { times: 8, wait: 5_000 };
/** Asking again later may help. */
const passing: ReadonlySet<string> = new Set(["unavailable", "limited", "unknown_outcome"]);

/** The parts of a reading, by the job's step. Each may be repeated at any point. */
export interface MirrorWork {
  /** Null: the brand isn't connected to a billing system that has invoices to read. Busy: another job is at it. */
  begin(given: MirrorInput): Promise<Reading | "busy" | null>;
  page(brand: string, reading: Reading, cursor: string | null): Promise<Part>;
  mappedSince(brand: string, reading: Reading, after: string): Promise<Part>;
  gone(brand: string, reading: Reading, offset: number): Promise<Part>;
  end(brand: string, reading: Reading, newest: string | null): Promise<void>;
  failed(brand: string, reading: Reading, code: string): Promise<void>;
}

export const invoices = {
  name: "mirror-invoices",
  label: { fr: "Lecture des factures des clients", en: "Reading of customers’ invoices" },
};

export interface Mirrored {
  readonly written: number;
  readonly failure: string | null;
}

/** One reading of a brand's billing system: what changed since the last one, or all. From when on is noted once all of it is written. */
export function mirrorJob(
  work: MirrorWork,
  wait = firstWait,
  named: Pick<Job, "name" | "label"> = invoices,
): Job<MirrorInput> {
  return defineJob({
    ...named,
    input,
    about: ({ brand }) => ({ brand }),
    async run({ brand, id }, steps): Promise<Mirrored> {
      const begun = await beginning(steps, () => work.begin({ brand, id }));
      if (!begun) return { written: 0, failure: null };
      let reading = begun;
      let all = await parts(steps, "page", wait, (cursor) => work.page(brand, reading, cursor));
      if (all.failure === "too_old") {
        reading = { ...begun, since: null };
        all = await parts(steps, "page of all", wait, (cursor) => work.page(brand, reading, cursor));
      }
      let { written, failure } = all;
      const go = async (name: string, part: (cursor: string | null) => Promise<Part>) => {
        if (failure !== null) return;
        const done = await parts(steps, name, wait, part);
        written += done.written;
        failure = done.failure;
      };
      await go("mapped", (after) => work.mappedSince(brand, reading, after ?? ""));
      if (reading.since === null) await go("gone", (offset) => work.gone(brand, reading, Number(offset ?? 0)));
      const code = failure;
      if (code === null) await steps.run("end", () => work.end(brand, reading, all.newest), patience);
      else await steps.run("failed", () => work.failed(brand, reading, code), patience);
      return { written, failure };
    },
  });
}

/** Once whoever is at it has ended. */
async function beginning(steps: Steps, begin: () => Promise<Reading | "busy" | null>): Promise<Reading | null> {
  for (let time = 1; time <= mostParts; time += 1) {
    const begun = await steps.run(time === 1 ? "begin" : `begin ${time}`, begin, patience);
    if (begun !== "busy") return begun;
    await steps.sleep(Math.min(longestTurn, firstTurn * 2 ** (time - 1)));
  }
  return null;
}

async function parts(
  steps: Steps,
  name: string,
  wait: number,
  part: (cursor: string | null) => Promise<Part>,
): Promise<Mirrored & { readonly newest: string | null }> {
  let [cursor, newest, written, failures]: [string | null, string | null, number, number] = [null, null, 0, 0];
  for (let at = 1; at <= mostParts; at += 1) {
    const done = await steps.run(`${name} ${at}`, () => part(cursor), patience);
    if (done.kind === "failed") {
      failures += 1;
      if (!passing.has(done.code) || failures === tries) return { written, newest, failure: done.code };
      await steps.sleep(Math.min(longestWait, Math.max(wait * 2 ** (failures - 1), (done.retryAfter ?? 0) * 1_000)));
      continue;
    }
    failures = 0;
    written += done.written;
    newest = done.newest ?? newest;
    if (done.next === null) return { written, newest, failure: null };
    cursor = done.next;
  }
  return { written, newest, failure: "refused" };
}
