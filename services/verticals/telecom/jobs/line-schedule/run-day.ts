import { randomUUID } from "node:crypto";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { type RowWrite, writeEach } from "../../../../platform/backend/write-each.ts";
import type { Logger } from "../../../../platform/logger.ts";
import { carryOver } from "../../domain/due.ts";
import { loadDueLines, loadEndedLines, loadPrices } from "./load.ts";

export interface DayReport {
  /** Lines whose due periods were carried over. */
  readonly plans: number;
  readonly terminated: number;
  readonly refused: number;
}

export interface DayOptions {
  /** The backend as the brand's scheduler sees it; asked again for each call, since a session may end. */
  readonly client: (requestId: string) => Promise<BackendClient>;
  /** Everything due on this day or before. */
  readonly day: string;
  readonly log: Logger;
  /** Lines per atomic request. */
  readonly batchSize?: number;
}

interface Decided {
  readonly writes: readonly RowWrite<string>[];
  readonly refused: readonly { readonly id: string; readonly detail: string }[];
}

const mostAttempts = 5;

/**
 * Carries out in one brand what is due. Each line's change and the mark that it was made are one transaction: stopping anywhere loses
 * nothing and running again changes nothing. A line that is refused is logged and stops no other.
 */
export async function runDay({ client, day, log, batchSize = 250 }: DayOptions): Promise<DayReport> {
  const run = `due-${day}-${randomUUID().slice(0, 8)}`;
  const backend = () => client(run);
  const plans = await settle(backend, { log, batchSize, decide: (ids) => decidePlans(backend, day, ids) });
  const ends = await settle(backend, {
    log,
    batchSize,
    decide: async (ids) => ({ writes: (await loadEndedLines(await backend(), day, ids)).map(terminate), refused: [] }),
  });
  return { plans: plans.written, terminated: ends.written, refused: plans.refused + ends.refused };
}

async function decidePlans(
  backend: () => Promise<BackendClient>,
  day: string,
  ids?: readonly string[],
): Promise<Decided> {
  const lines = await loadDueLines(await backend(), day, ids);
  const priceOf = await loadPrices(
    await backend(),
    [...new Set(lines.flatMap((line) => line.terms.map((term) => term.planId)))],
    day,
  );
  const decided = lines.map((line) => ({ id: line.id, decision: carryOver(line, day, priceOf) }));
  return {
    writes: decided.flatMap(({ id, decision }) =>
      decision.kind === "write" ? [{ id, operations: decision.operations }] : [],
    ),
    refused: decided.flatMap(({ id, decision }) =>
      decision.kind === "refused" ? [{ id, detail: decision.reason }] : [],
    ),
  };
}

const terminate = ({ id, version }: { id: string; version: number }): RowWrite<string> => ({
  id,
  operations: [{ op: "update", data: { type: "sw_line--sw_line", id, attributes: { version, status: "terminated" } } }],
});

/** Decides and writes; what others changed meanwhile is read and decided again. */
async function settle(
  backend: () => Promise<BackendClient>,
  given: { log: Logger; batchSize: number; decide: (ids?: readonly string[]) => Promise<Decided> },
): Promise<{ written: number; refused: number }> {
  const { log, batchSize } = given;
  const total = { written: 0, refused: 0 };
  const refuse = (id: string, detail: string | null) => {
    log.warn({ line: id, detail }, "line refused");
    total.refused += 1;
  };
  let open: readonly string[] | undefined;
  for (let attempt = 1; attempt <= mostAttempts && open?.length !== 0; attempt += 1) {
    const { writes, refused } = await given.decide(open);
    for (const { id, detail } of refused) refuse(id, detail);
    const again: string[] = [];
    for (let start = 0; start < writes.length; start += batchSize)
      for (const outcome of await writeEach(backend, writes.slice(start, start + batchSize))) {
        if (outcome.kind === "changed") total.written += 1;
        else if (outcome.reason === "changed-since" || outcome.reason === "gone") again.push(outcome.id);
        else refuse(outcome.id, outcome.detail);
      }
    open = again;
  }
  for (const id of open ?? []) log.warn({ line: id }, "line kept changing, tried again in the next round");
  return { written: total.written, refused: total.refused + (open?.length ?? 0) };
}
