import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { brandSettings } from "../../../platform/backend/brand-settings.ts";
import { businessDay } from "../../../platform/day.ts";
import type { JobState } from "../../../platform/jobs/jobs.ts";
import type { FollowedBrand, Subscriber } from "../../../platform/journal/follower.ts";
import { isOpenTo } from "../capabilities/capability.ts";
import type { AnyExecutor, DueAction } from "./executor.ts";

/** Looked at again without news: a day begins. */
const again = 60_000;

/** A row that a brand is connected for; of a capability without parties: none. */
export interface ConnectedFor {
  readonly capability: string;
  readonly party: string | null;
}

interface Given {
  readonly executors: readonly AnyExecutor[];
  connectedFor(brand: string): Promise<readonly ConnectedFor[]>;
  start(brand: string, job: { readonly action: string; readonly brief?: boolean }, id: string): Promise<void>;
  state(id: string): Promise<JobState | undefined>;
}

/**
 * Starts the job of each action whose day has come: what it comes after is done, the brand is connected for it, and nobody is at it. One that failed
 * for good is repeated by people only; one that they made ready again begins anew.
 */
export class DueActions implements Subscriber {
  private readonly seen = new Map<string, number>();

  constructor(private readonly given: Given) {}

  async follow(brand: FollowedBrand): Promise<number> {
    const { brandId, head } = brand;
    const before = this.seen.get(brandId);
    if (before !== undefined && before < head) {
      const entries = await brand.entriesAfter(before);
      const last = entries.at(-1)?.sequence ?? head;
      this.seen.set(brandId, last);
      if (!entries.some(({ subjectType }) => subjectType === "sw_action")) return last < head ? 1 : again;
    } else this.seen.set(brandId, head);
    await this.look(brand);
    return again;
  }

  private async look(brand: FollowedBrand): Promise<void> {
    const { brandId } = brand;
    const connected = await this.given.connectedFor(brandId);
    const executors = this.given.executors.filter(({ capability }) =>
      connected.some((one) => one.capability === capability.name),
    );
    if (executors.length === 0) return;
    const backend = await brand.client("connectors-due");
    const { timeZone, modules } = await brandSettings(backend, brandId);
    const day = businessDay(new Date(), timeZone);
    for (const executor of executors.filter(({ capability }) => isOpenTo(capability, modules))) {
      const { capability } = executor;
      const parties = new Set(connected.flatMap((one) => (one.capability === capability.name ? [one.party] : [])));
      const due = await (executor.due?.(backend, day, modules) ?? dueByDay(backend, executor, day));
      for (const one of due)
        if (parties.has(capability.party ? (one.party ?? "") : null)) await this.begin(brandId, one);
    }
  }

  /** The first time, or after all that was begun before has ended well. */
  private async begin(brand: string, { id: action, correction }: DueAction): Promise<void> {
    for (let time = 1; ; time += 1) {
      const id = `${action}/${time}`;
      const before = await this.given.state(id);
      if (!before) return this.given.start(brand, { action }, id);
      if (before.state === "done") continue;
      if (correction === undefined) return;
      // Whoever asks the vendor from time to time may do so for hours to come: what a person corrected is sent now.
      const now = `${action}/correction/${correction}`;
      const brief = before.state === "running";
      return (await this.given.state(now)) ? undefined : this.given.start(brand, { action, brief }, now);
    }
  }
}

/** Those with a day of their own that has come. */
export async function dueByDay(
  backend: BackendClient,
  { capability, operations }: Pick<AnyExecutor, "capability" | "operations">,
  day: string,
): Promise<DueAction[]> {
  const ready = await backend.listAll("sw_action", () =>
    readyActions(capability.name, operations).addFilter("planned_on", day, "<="),
  );
  return ready.filter(({ depends_on: others }) => (others ?? []).every(({ status }) => status === "done"));
}

/** Actions that nobody has begun, or in another state, with what they come after. */
export const readyActions = (
  capability: string,
  operations: readonly string[],
  status = "ready",
): DrupalJsonApiParams =>
  new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["status", "depends_on"])
    .addInclude(["depends_on"])
    .addFilter("status", status)
    .addFilter("capability", capability)
    .addFilter("operation", [...operations], "IN");
