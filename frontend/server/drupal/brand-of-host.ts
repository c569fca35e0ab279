import "server-only";
import * as z from "zod";
import { env } from "../env";

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .nullish()
  .catch(null);
const brandDocument = z.object({
  name: z.string(),
  locale: z.string().nullish(),
  primary_color: colour,
  secondary_color: colour,
  logo: z.string().startsWith("data:image/").nullish().catch(null),
});

export interface HostBrand {
  readonly name: string;
  readonly primaryColor: string | null;
  readonly secondaryColor: string | null;
  /** A `data:` URI. */
  readonly logo: string | null;
}

/** Which brand a host name belongs to, before anybody has signed in; undefined where none does or the backend can't be asked. */
export async function brandOfHost(host: string | null): Promise<HostBrand | undefined> {
  const hostname = (host ?? "").split(":")[0] ?? "";
  if (!/^[A-Za-z0-9.-]{1,253}$/.test(hostname)) return undefined;
  try {
    const response = await fetch(`${env().SW_BACKEND_URL}/brand-of-host/${hostname}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(3_000),
    });
    if (!response.ok) return undefined;
    const brand = brandDocument.parse(await response.json());
    return {
      name: brand.name,
      primaryColor: brand.primary_color ?? null,
      secondaryColor: brand.secondary_color ?? null,
      logo: brand.logo ?? null,
    };
  } catch {
    return undefined;
  }
}
