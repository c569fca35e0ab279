import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwAnomaly } from "../../../../model/generated/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";

/** The gaps of an imported invoice. */
export interface GapsOfRows {
  readonly ids: ReadonlySet<string>;
  /** By row and check, `{row id}/{check}`: a check finds one at most in a row. */
  readonly of: ReadonlyMap<string, SwAnomaly>;
}

export async function gapsOfRows(backend: BackendClient, invoiceId: string): Promise<GapsOfRows> {
  const found = await backend.listAll("sw_anomaly", () =>
    new DrupalJsonApiParams()
      .addFields("sw_anomaly--sw_anomaly", ["status", "check", "amount", "reason", "invoice_line", "version"])
      .addFilter("invoice_line.invoice.id", invoiceId),
  );
  return {
    ids: new Set(found.map(({ id }) => id)),
    of: new Map(found.map((gap) => [`${gap.invoice_line?.id}/${gap.check}`, gap])),
  };
}
