import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { usualTimeZone } from "../day.ts";
import type { BackendClient } from "./client.ts";

export interface BrandSettings {
  /** Where the brand's days begin. */
  readonly timeZone: string;
  /** The modules open to it. */
  readonly modules: readonly string[];
}

export async function brandSettings(backend: BackendClient, brandId: string): Promise<BrandSettings> {
  const params = new DrupalJsonApiParams().addFields("sw_brand--sw_brand", ["time_zone", "modules"]);
  const brand = await backend.get("sw_brand", brandId, params);
  return { timeZone: brand.time_zone ?? usualTimeZone, modules: brand.modules ?? [] };
}
