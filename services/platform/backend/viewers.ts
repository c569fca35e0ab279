import { businessDay, usualTimeZone } from "../day.ts";
import type { BackendClient } from "./client.ts";

/** Types of the users whom work is given to: people of the house, not customers, nor what the platform itself signs in with. */
export const peopleOfTheHouse = ["internal", "technician"] as const;

/** Who asks, as far as deciding what to show needs it. The backend enforces all of it again. */
export interface Viewer {
  readonly userId: string;
  readonly brandId: string | null;
  /** Accounts that a client or partner is limited to; null: not limited. */
  readonly accounts: readonly string[] | null;
  readonly permissions: ReadonlySet<string>;
  /** The modules open to the brand. */
  readonly modules: readonly string[];
  /** Where the brand's days begin. */
  readonly timeZone: string;
}

/** The calendar day where the person's brand is. */
export function todayOf(viewer: Viewer): string {
  return businessDay(new Date(), viewer.timeZone);
}

const life = 20_000;
const mostKept = 5_000;

/** The viewers of the last seconds, by their session: a dialog's several calls ask once who they are for. */
export class Viewers {
  private readonly known = new Map<string, { readonly viewer: Promise<Viewer>; readonly until: number }>();

  /** `session`: what names it, such as its cookie. */
  of(session: string, backend: BackendClient): Promise<Viewer> {
    const now = Date.now();
    const known = this.known.get(session);
    if (known && known.until > now) return known.viewer;
    for (const [key, { until }] of this.known) if (until <= now || this.known.size >= mostKept) this.known.delete(key);
    const viewer = backend.me().then((user) => ({
      userId: user.id,
      brandId: user.brand?.id ?? null,
      accounts:
        user.user_type === "client" || user.user_type === "partner"
          ? (user.accounts ?? []).map((account) => account.id)
          : null,
      permissions: new Set(user.permissions ?? []),
      modules: user.brand?.modules ?? [],
      timeZone: user.brand?.time_zone ?? usualTimeZone,
    }));
    this.known.set(session, { viewer, until: now + life });
    viewer.catch(() => this.known.delete(session));
    return viewer;
  }
}
