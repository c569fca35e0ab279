import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { usualTimeZone } from "../day.ts";
import type { BackendClient } from "./client.ts";

/** Where a brand's days begin. */
export async function timeZoneOf(backend: BackendClient, brandId: string): Promise<string> {
  const params = new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["time_zone"]);
  return (await backend.get("sw_brand", brandId, params)).time_zone ?? usualTimeZone;
}
