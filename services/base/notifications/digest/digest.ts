import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Locale } from "../message/sentence.ts";

/** What a module's digest is asked for one person. */
export interface DigestQuestion {
  /** What has happened from the one moment to before the other. RFC 3339. */
  readonly since: string;
  readonly until: string;
  /** The calendar day where the brand is. */
  readonly today: string;
  readonly locale: Locale;
  /** Which of the digest's permissions the person holds. What needs another may not be in it. */
  readonly may: ReadonlySet<string>;
}

/** What a module says of its own in a mail that comes once a week. Its kind, audience and sentence are the model's. */
export interface Digest {
  /** An event kind with `digest`. */
  readonly kind: string;
  /** What it tells some of its readers and not others. */
  readonly permissions: readonly string[];
  /** Plain text, a line for each thing; null where there is nothing to say. The backend is that of the service, which sees everything of its brand. */
  compose(backend: BackendClient, question: DigestQuestion): Promise<string | null>;
}
