import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";

const atOnce = 500;

/** Removes what happened before that time and was read; what nobody has read stays. Says how many rows it removed. */
export async function forgetRead(backend: BackendClient, before: Date): Promise<number> {
  const params = () =>
    new DrupalJsonApiParams()
      .addFields("sw_notification--sw_notification", ["read_at"])
      .addFilter("read_at", null, "IS NOT NULL")
      .addFilter("occurred_at", before.toISOString().replace(/\.\d+Z$/, "+00:00"), "<")
      .addCustomParam({ page: { limit: atOnce } });
  for (let removed = 0; ; ) {
    const rows = await backend.list("sw_notification", params());
    if (rows.length > 0)
      await backend.operate(
        rows.map(({ id }) => ({ op: "remove", ref: { type: "sw_notification--sw_notification", id } })),
      );
    removed += rows.length;
    if (rows.length < atOnce) return removed;
  }
}
