import { brandSettings } from "../../platform/backend/brand-settings.ts";
import { deterministicUuid } from "../../platform/deterministic-uuid.ts";
import type { FollowedBrand, Subscriber } from "../../platform/journal/follower.ts";
import { eventsFor, payloadOf } from "./event-types.ts";
import type { Deliveries, NewDelivery } from "./store/deliveries.ts";
import type { Endpoints } from "./store/endpoints.ts";

/** Follows the journals, and keeps what each address is to be told. */
export class WebhookFeed implements Subscriber {
  constructor(
    private readonly given: {
      readonly endpoints: Pick<Endpoints, "listeners">;
      readonly deliveries: Pick<Deliveries, "progress" | "take">;
      /** Something is to be sent. */
      came(): void;
    },
  ) {}

  async follow(brand: FollowedBrand): Promise<undefined> {
    const { endpoints, deliveries, came } = this.given;
    const { brandId } = brand;
    let sequence = await deliveries.progress(brandId);
    for (;;) {
      // Before the addresses: what is made after them is for whoever is there then.
      const { head } = brand;
      const listeners = await endpoints.listeners(brandId);
      // What happened before there was anybody to tell is history.
      if (sequence === undefined || listeners.length === 0) {
        if (sequence !== head) await deliveries.take(brandId, [], head);
        return undefined;
      }
      const entries = await brand.entriesAfter(sequence);
      const last = entries.at(-1);
      if (!last) return undefined;
      const { modules } = await brandSettings(await brand.client("webhooks"), brandId);
      const added = listeners.flatMap(({ id, events, permissions }) =>
        eventsFor(entries, permissions, modules)
          .filter(({ type }) => events.includes(type))
          .map(
            (event): NewDelivery => ({
              id: deterministicUuid(`webhook/${id}/${brandId}/${event.sequence}`),
              endpoint: id,
              event: event.type,
              payload: payloadOf(brandId, event),
            }),
          ),
      );
      sequence = last.sequence;
      await deliveries.take(brandId, added, sequence);
      if (added.length > 0) came();
    }
  }
}
