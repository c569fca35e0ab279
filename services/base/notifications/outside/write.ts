import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Logger } from "../../../platform/logger.ts";
import { type Sender, senderOf, templateOf } from "../mail/letter.ts";
import type { Letter } from "../mail/transport.ts";
import { outsidePlaceholders, renderOutside } from "../message/outside-text.ts";
import type { Locale } from "../message/sentence.ts";
import type { Composed, OutsideLetter } from "./outside-letter.ts";

export interface Question {
  readonly brand: string;
  readonly row: string;
  readonly locale: Locale;
  /** Who sends it: answers go there. */
  readonly person: { readonly name: string; readonly mail: string | null };
  readonly at: Date;
}

export type Written =
  | { readonly kind: "missing" | "forbidden" }
  | {
      readonly kind: "written";
      readonly sender: Sender | undefined;
      readonly to: Composed["to"];
      readonly content: Pick<Letter, "subject" | "text" | "html" | "attachments" | "replyTo">;
    };

/** The letter as that backend's user sees its content, in the brand's words. */
export async function write(
  backend: BackendClient,
  letter: OutsideLetter,
  question: Question,
  { consoleAddress, log }: { readonly consoleAddress: string; readonly log: Logger },
): Promise<Written> {
  const { brand, row, locale, person, at } = question;
  const composed = await letter.compose(backend, row, locale);
  if (composed.kind !== "composed") return composed;
  const sender = await senderOf(backend, brand, consoleAddress);
  const template = await templateOf(
    backend,
    { kind: letter.kind, locale, standard: letter.standard, names: outsidePlaceholders(letter) },
    log,
  );
  const text = renderOutside(template, {
    values: composed.values,
    sender: person.name,
    at,
    locale,
    consoleAddress: sender?.consoleAddress ?? consoleAddress,
    ...(sender?.look ?? { brand: { name: "", primaryColor: null } }),
  });
  return {
    kind: "written",
    sender,
    to: composed.to,
    content: {
      ...text,
      attachments: composed.attachments,
      ...(person.mail && { replyTo: { name: person.name, address: person.mail } }),
    },
  };
}
