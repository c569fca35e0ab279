import { brandSettings } from "../../platform/backend/brand-settings.ts";
import type { BackendClient } from "../../platform/backend/client.ts";
import { businessDay } from "../../platform/day.ts";
import type { FollowedBrand, Subscriber } from "../../platform/journal/follower.ts";
import { dueEvents, dueTypes } from "./events/due.ts";
import { eventsOf } from "./events/event.ts";
import type { PendingEvents } from "./store/pending.ts";
import { forgetRead } from "./tell/forget.ts";
import type { Teller } from "./tell/teller.ts";

export interface Pace {
  /** A run counts as over when nothing was added to it for so long. */
  readonly quiet: number;
  /** What happened first in a run waits no longer than this. */
  readonly longest: number;
  /** What was read is removed when it is older than this. */
  readonly keepRead: number;
}

/** Follows the journals and tells people. */
export class Notifier implements Subscriber {
  constructor(
    private readonly pending: PendingEvents,
    private readonly teller: Teller,
    private readonly pace: Pace,
  ) {}

  /** Takes up what happened and tells what is complete. */
  async follow(brand: FollowedBrand): Promise<number | undefined> {
    const { pending, pace } = this;
    const { brandId } = brand;
    let sequence = await pending.progress(brandId);
    if (sequence === undefined) {
      // What happened before somebody could be told of it is history.
      sequence = brand.head;
      await pending.take(brandId, [], sequence, Date.now());
    }
    const backend = await brand.client("notifications");
    for (;;) {
      const entries = await brand.entriesAfter(sequence);
      const last = entries.at(-1);
      if (!last) break;
      const events = entries.flatMap((entry) => eventsOf(entry));
      sequence = last.sequence;
      await pending.take(brandId, events, sequence, Date.now());
      if (entries.some(({ subjectType }) => dueTypes.has(subjectType))) await this.lookForDue(brandId, backend);
    }
    await pending.close(brandId, Date.now(), pace);
    const failures: unknown[] = [];
    for (const batch of await pending.closed(brandId)) {
      // One that can't be told must not keep the others from being told.
      await this.teller
        .tell(backend, brandId, batch, await pending.eventsOf(brandId, batch))
        .catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    return pending.nextClose(brandId, Date.now(), pace);
  }

  /** What comes with the hour: days that begin, and what is old enough to be removed. */
  async hour(brand: FollowedBrand): Promise<void> {
    const backend = await brand.client("notifications");
    await this.lookForDue(brand.brandId, backend);
    await forgetRead(backend, new Date(Date.now() - this.pace.keepRead));
  }

  private async lookForDue(brandId: string, backend: BackendClient): Promise<void> {
    const now = new Date();
    const { timeZone, modules } = await brandSettings(backend, brandId);
    const events = await dueEvents(backend, { day: businessDay(now, timeZone), now, modules });
    await this.pending.takeOnce(brandId, events, now.getTime());
  }
}
