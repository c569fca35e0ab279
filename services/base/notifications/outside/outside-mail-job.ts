import * as z from "zod";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { defineJob, JobFailure } from "../../../platform/jobs/job.ts";
import type { Logger } from "../../../platform/logger.ts";
import { type Deliveries, type Try, unasked } from "../mail/deliveries.ts";
import type { LetterOptions } from "../mail/letter.ts";
import type { Letter } from "../mail/transport.ts";
import type { OutsideLetter } from "./outside-letter.ts";
import { write } from "./write.ts";

/** It holds neither address nor text: both are asked for when it goes out. */
const outsideMail = z.object({
  brand: z.uuid(),
  kind: z.string(),
  row: z.uuid(),
  /** Who sends it. */
  person: z.uuid(),
  locale: z.enum(["fr", "en"]),
  /** When they said so. RFC 3339, whole seconds. */
  at: z.string(),
});
export type OutsideMail = z.infer<typeof outsideMail>;

/** The same row and moment is the same mail. */
export const idOf = ({ kind, row, at }: Pick<OutsideMail, "kind" | "row" | "at">) =>
  `${kind}/${row}/${Date.parse(at) / 1000}`;

interface Parts {
  readonly letters: readonly OutsideLetter[];
  readonly deliveries: Deliveries;
  readonly accounts: BrandAccounts;
  readonly options: LetterOptions;
  readonly log: Logger;
}

/** Sends one letter. */
export function outsideMailJob(parts: Parts) {
  const attempt = (mail: OutsideMail): Promise<Try> =>
    parts.accounts
      .acting(mail.brand, "service", async (client) =>
        parts.deliveries.send(await letterOf(await client("outside-mail"), mail, parts)),
      )
      .catch(unasked);
  return defineJob({
    name: "outside-mail",
    label: { fr: "Mail à un tiers", en: "Mail to a third party" },
    input: outsideMail,
    about: ({ brand, kind, row }) => ({
      brand,
      row: { type: parts.letters.find((letter) => letter.kind === kind)?.type ?? "", id: row },
    }),
    async run(mail, steps) {
      const outcome = await parts.deliveries.deliver(idOf(mail), steps, () => attempt(mail));
      // Somebody waits for it: one that isn't sent has failed.
      if (outcome.kind === "dropped") throw new JobFailure("mail_dropped", outcome.reason);
    },
  });
}

async function letterOf(
  backend: BackendClient,
  mail: OutsideMail,
  parts: Parts,
): Promise<Letter | { dropped: string }> {
  const letter = parts.letters.find(({ kind }) => kind === mail.kind);
  if (!letter) return { dropped: "is of no kind any more" };
  const [person] = await backend.recipients({
    type: letter.type as EntityTypeName,
    ids: [mail.row],
    users: [mail.person],
    permissions: letter.permissions,
  });
  if (!person?.ids.includes(mail.row)) return { dropped: "who sent it may not any more" };
  const written = await write(
    backend,
    letter,
    { ...mail, at: new Date(mail.at), person: { name: person.name, mail: person.mail } },
    { consoleAddress: parts.options.consoleAddress, log: parts.log },
  );
  if (written.kind !== "written") return { dropped: "there is nothing to send any more" };
  const { to, sender, content } = written;
  if (!sender) return { dropped: "the brand has no sender" };
  if (!to.address) return { dropped: "has no address" };
  return {
    ...content,
    ...sender.envelope(deterministicUuid(`outside-mail/${idOf(mail)}`), { name: to.name, address: to.address }),
  };
}
