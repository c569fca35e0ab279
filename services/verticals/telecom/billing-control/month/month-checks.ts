import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { type MonthInput, monthPermissions, type MonthRunInput, type MonthRunState } from "./contract.ts";
import type { MonthRuns } from "./month-runs.ts";

/** Starts the job of a run, once for good. */
export type StartMonth = (
  input: MonthInput & { readonly brand: string; readonly run: string; readonly rematch: boolean },
) => Promise<void>;

/** Checks of months that people ask for. Who may ask is the backend's to say, each time. */
export class MonthChecks {
  constructor(
    private readonly runs: MonthRuns,
    private readonly startJob: StartMonth,
  ) {}

  /** Has a month checked over the whole park and what customers are billed; gives the run that does it. */
  async start({ month }: MonthInput, backend: BackendClient): Promise<MonthRunInput> {
    const { brand, permissions } = await asker(backend);
    const run = await this.runs.open({ id: randomUUID(), brand, month });
    // Also where another call opened it, and its process died before the job was there.
    await this.startJob({ brand, run, month, rematch: permissions.includes("edit sw_billed_item") });
    return { run };
  }

  /** How far a run is; one of another brand is none. */
  async state({ run }: MonthRunInput, backend: BackendClient): Promise<MonthRunState> {
    const { brand } = await asker(backend);
    const found = await this.runs.find(run, brand);
    if (!found) throw new TRPCError({ code: "NOT_FOUND" });
    return found;
  }
}

/** A report tells of all that `monthPermissions` name. */
async function asker(backend: BackendClient) {
  const { brand, permissions = [] } = await backend.me();
  if (!brand?.id || monthPermissions.some((one) => !permissions.includes(one)))
    throw new TRPCError({ code: "FORBIDDEN" });
  return { brand: brand.id, permissions };
}
