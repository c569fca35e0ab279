import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";

/** Names a brand's connection to a vendor, the same however often it is saved: in addresses, and in what is kept of its calls. */
export function connectionId(
  brand: string,
  {
    capability,
    party,
    adapter,
  }: { readonly capability: string; readonly party?: string | null | undefined; readonly adapter: string },
): string {
  return deterministicUuid(`connection ${brand} ${capability} ${party ?? ""} ${adapter}`);
}
