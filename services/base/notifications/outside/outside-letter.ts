import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Locale } from "../message/sentence.ts";
import type { MailTemplate } from "../message/template.ts";
import type { Attachment } from "../mail/transport.ts";

/**
 * A mail that a person sends to somebody outside about one row: a claim to a supplier. The type's fields `mailed_at` and `mailed_to` say when
 * and to whom the last one went.
 */
export interface OutsideLetter {
  /** Names its text among all kinds of mail. */
  readonly kind: string;
  readonly label: Readonly<Record<Locale, string>>;
  /** Of the rows that it is about. Whoever sends one has to be allowed to edit the row. */
  readonly type: string;
  /** What else its content needs of who sends it; asked when it is sent and again when it goes out. */
  readonly permissions: readonly string[];
  /** What its text may hold besides `{sender} {date} {brand}`. */
  readonly fields: Readonly<
    Record<string, { readonly label: Readonly<Record<Locale, string>>; readonly example: string }>
  >;
  /** The platform's text, for brands without one of their own. */
  readonly standard: Readonly<Record<Locale, MailTemplate>>;
  /** The language in which whoever gets it is written to, where the row knows it; else the brand's. */
  localeOf?(backend: BackendClient, id: string): Promise<Locale | null>;
  /** With what the backend shows of the row. Missing: there is none; forbidden: not all of its content. */
  compose(backend: BackendClient, id: string, locale: Locale): Promise<Composed | { kind: "missing" | "forbidden" }>;
}

export interface Composed {
  readonly kind: "composed";
  /** Null where nobody has entered the address; the name is empty where there is nobody. */
  readonly to: { readonly name: string; readonly address: string | null };
  /** By the names of the fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
}
