import type { BackendClient } from "../platform/backend/client.ts";
import { outboxHead, readOutboxChanges } from "../platform/backend/outbox.ts";
import type { ServiceSession } from "../platform/backend/service-account.ts";
import { dayIn, dueEvents, dueTypes } from "./events/due.ts";
import { eventsOf } from "./events/event.ts";
import type { PendingEvents } from "./store/pending.ts";
import { forgetRead } from "./tell/forget.ts";
import type { Teller } from "./tell/teller.ts";

export interface Pace {
  /** A run counts as over when nothing was added to it for so long. */
  readonly quiet: number;
  /** What happened first in a run waits no longer than this. */
  readonly longest: number;
  /** How often it is looked up what is due. */
  readonly dueEvery: number;
  readonly timeZone: string;
  /** What was read is removed when it is older than this. */
  readonly keepRead: number;
  readonly forgetEvery: number;
}

/** Follows one brand's journal and tells its people. */
export class BrandNotifier {
  private lookedForDue = Number.NEGATIVE_INFINITY;
  private lookedOn = "";
  private forgotAt = Number.NEGATIVE_INFINITY;

  private constructor(
    readonly session: ServiceSession,
    readonly brandId: string,
    private readonly pending: PendingEvents,
    private readonly teller: Teller,
    private readonly pace: Pace,
  ) {}

  static async open(
    session: ServiceSession,
    pending: PendingEvents,
    teller: Teller,
    pace: Pace,
  ): Promise<BrandNotifier> {
    return new BrandNotifier(session, (await session.me()).brandId, pending, teller, pace);
  }

  /** Takes up what happened and tells what is complete; true when there is more to read. */
  async step(): Promise<boolean> {
    const { pending, brandId } = this;
    const backend = await this.session.client("notifications");
    const progress = await pending.progress(brandId);
    if (progress === undefined) {
      // What happened before somebody could be told of it is history.
      await pending.take(brandId, [], await outboxHead(backend), Date.now());
      return true;
    }
    const entries = await readOutboxChanges(backend, progress);
    const last = entries.at(-1);
    if (last) {
      await pending.take(
        brandId,
        entries.flatMap((entry) => eventsOf(entry)),
        last.sequence,
        Date.now(),
      );
      if (entries.some(({ subjectType }) => dueTypes.has(subjectType))) this.lookedForDue = Number.NEGATIVE_INFINITY;
      return true;
    }
    await this.lookForDue();
    await pending.close(brandId, Date.now(), this.pace);
    const failures: unknown[] = [];
    for (const batch of await pending.closed(brandId)) {
      // One that can't be told must not keep the others from being told.
      await this.teller
        .tell(backend, brandId, batch, await pending.eventsOf(brandId, batch))
        .catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
    await this.forget(backend);
    return false;
  }

  /** Last of all that a step does: nobody waits for it. */
  private async forget(backend: BackendClient): Promise<void> {
    const now = Date.now();
    if (now - this.forgotAt < this.pace.forgetEvery) return;
    await forgetRead(backend, new Date(now - this.pace.keepRead));
    this.forgotAt = now;
  }

  private async lookForDue(): Promise<void> {
    const now = new Date();
    const day = dayIn(this.pace.timeZone, now);
    if (day === this.lookedOn && now.getTime() - this.lookedForDue < this.pace.dueEvery) return;
    const backend = await this.session.client("notifications");
    await this.pending.takeOnce(this.brandId, await dueEvents(backend, day, now), now.getTime());
    this.lookedOn = day;
    this.lookedForDue = now.getTime();
  }
}
