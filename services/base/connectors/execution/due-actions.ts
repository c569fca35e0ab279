import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { brandSettings } from "../../../platform/backend/brand-settings.ts";
import { businessDay } from "../../../platform/day.ts";
import type { JobState } from "../../../platform/jobs/jobs.ts";
import type { FollowedBrand, Subscriber } from "../../../platform/journal/follower.ts";

/** What is carried out by itself. */
export const executed = { capability: "billing", operations: ["create_customer"] } as const;

/** Looked at again without news: a day begins. */
const again = 60_000;

interface Given {
  isConnected(brand: string, capability: string): Promise<boolean>;
  start(brand: string, action: string, id: string): Promise<void>;
  state(id: string): Promise<JobState | undefined>;
}

/**
 * Starts the job of each action whose day has come: of those with a day, what they come after is done, and nobody is at it. One that failed for good
 * is repeated by people only; one that they made ready again begins anew.
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
    if (!(await this.given.isConnected(brandId, executed.capability))) return;
    const backend = await brand.client("connectors-due");
    const { timeZone } = await brandSettings(backend, brandId);
    const ready = await backend.listAll("sw_action", () =>
      new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", ["status", "depends_on"])
        .addInclude(["depends_on"])
        .addFilter("status", "ready")
        .addFilter("capability", executed.capability)
        .addFilter("operation", [...executed.operations], "IN")
        .addFilter("planned_on", businessDay(new Date(), timeZone), "<="),
    );
    for (const { id, depends_on: others } of ready)
      if ((others ?? []).every(({ status }) => status === "done")) await this.begin(brandId, id);
  }

  /** The first time, or after all that was begun before has ended well. */
  private async begin(brand: string, action: string): Promise<void> {
    for (let time = 1; ; time += 1) {
      const id = `${action}/${time}`;
      const before = await this.given.state(id);
      if (!before) return this.given.start(brand, action, id);
      if (before.state !== "done") return;
    }
  }
}
