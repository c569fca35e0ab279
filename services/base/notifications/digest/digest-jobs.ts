import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { eventKinds } from "../../../model/generated/event-kinds.ts";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import { isOpen } from "../../../model/open-modules.ts";
import { brandSettings } from "../../../platform/backend/brand-settings.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { businessDay, usualTimeZone } from "../../../platform/day.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { hourlyForEachBrand } from "../../../platform/jobs/hourly.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import type { Logger } from "../../../platform/logger.ts";
import type { Platform } from "../../../platform/service/define-service.ts";
import { type Deliveries, type Try, unasked } from "../mail/deliveries.ts";
import { type LetterOptions, localeOf, senderOf, templateOf } from "../mail/letter.ts";
import type { Letter } from "../mail/transport.ts";
import { digestPlaceholders, digestTemplates, renderDigest } from "../message/digest-text.ts";
import { choicesOf } from "../tell/audience.ts";
import type { Digest } from "./digest.ts";
import { dueWeek } from "./week.ts";
import type { DigestWindows } from "./windows.ts";

interface Parts {
  readonly digests: readonly Digest[];
  readonly windows: DigestWindows;
  readonly deliveries: Deliveries;
  readonly options: LetterOptions;
}

const digestMail = z.object({
  brand: z.uuid(),
  kind: z.string(),
  recipient: z.uuid(),
  period: z.string(),
  since: z.string(),
  until: z.string(),
});
type DigestMail = z.infer<typeof digestMail>;

const keyOf = ({ brand, kind, period, recipient }: DigestMail) => `${brand}/${kind}/${period}/${recipient}`;

/** The jobs that write to those who want it once a week: which mails are due, and each of the mails. */
export function digestJobs(platform: Pick<Platform, "brands" | "startJob" | "accounts" | "log">, parts: Parts) {
  const { accounts, log } = platform;
  const { digests, windows, deliveries } = parts;
  const rounds = hourlyForEachBrand(platform, {
    name: "digests",
    label: { fr: "Mails de la semaine à envoyer", en: "Mails of the week to be sent" },
    run: (brand, at) =>
      accounts.acting(brand, "service", async (client) => {
        const backend = await client("digests");
        const { timeZone, modules } = await brandSettings(backend, brand);
        const { monday: period } = dueWeek(at, timeZone);
        const mails: DigestMail[] = [];
        for (const { kind } of digests) {
          if (!isOpen(eventKinds[kind]?.digest?.type ?? "", modules)) continue;
          const wanted = [...(await choicesOf(backend, kind))].filter(([, { mail }]) => mail);
          if (wanted.length === 0) continue;
          const window = await windows.of(brand, kind, period, at);
          for (const [recipient] of wanted) mails.push({ brand, kind, recipient, period, ...window });
        }
        return mails;
      }),
    // Started once for good: a later round of the week, or another host, starts none again.
    next: (_brand, mails) => (mails ?? []).map((mail) => ({ job: "digest", input: mail, id: keyOf(mail) })),
  });
  const attempt = (mail: DigestMail): Promise<Try> =>
    accounts
      .acting(mail.brand, "service", async (client) =>
        deliveries.send(await letterOf(await client("digest-mail"), mail, parts, log)),
      )
      .catch(unasked);
  const job = defineJob({
    name: "digest",
    label: { fr: "Mail de la semaine", en: "Mail of the week" },
    input: digestMail,
    about: ({ brand, recipient }) => ({ brand, row: { type: "user", id: recipient } }),
    run: (mail, steps) => deliveries.deliver(deterministicUuid(`digest/${keyOf(mail)}`), steps, () => attempt(mail)),
  });
  return [...rounds, job] as const;
}

/** The mail with rights, address and figures of this moment; or why it is not to be sent. */
async function letterOf(
  backend: BackendClient,
  mail: DigestMail,
  { digests, options }: Parts,
  log: Logger,
): Promise<Letter | { dropped: string }> {
  const digest = digests.find(({ kind }) => kind === mail.kind);
  const kind = eventKinds[mail.kind];
  const type = kind?.digest?.type as EntityTypeName | undefined;
  if (!digest || !kind || !type) return { dropped: "is of no kind any more" };
  // The backend says of rows who may see them: any of them stands for all.
  const [row] = await backend.list(
    type,
    new DrupalJsonApiParams().addFields(`${type}--${type}`, ["created"]).addCustomParam({ page: { limit: 1 } }),
  );
  if (!row) return { dropped: "there is nothing to say" };
  const asked = kind.audience.permission ? [kind.audience.permission] : [];
  const mayRead = async (permissions: readonly string[]) =>
    (await backend.recipients({ type, ids: [row.id], users: [mail.recipient], permissions }))[0];
  const recipient = await mayRead(asked);
  if (!recipient) return { dropped: "may not see it any more" };
  if (!recipient.mail) return { dropped: "has no address" };
  const sender = await senderOf(backend, mail.brand, options.consoleAddress);
  if (!sender) return { dropped: "the brand has no sender" };
  const may = new Set<string>();
  for (const permission of digest.permissions) if (await mayRead([...asked, permission])) may.add(permission);
  const locale = localeOf(recipient, sender);
  const at = new Date(mail.until);
  const summary = await digest.compose(backend, {
    since: mail.since,
    until: mail.until,
    today: businessDay(at, sender.look.timeZone ?? usualTimeZone),
    locale,
    may,
  });
  if (summary === null) return { dropped: "there is nothing to say" };
  const question = { kind: mail.kind, locale, standard: digestTemplates, names: digestPlaceholders };
  return {
    ...renderDigest(await templateOf(backend, question, log), {
      kind: mail.kind,
      summary,
      recipient: recipient.name,
      link: sender.consoleAddress + (kind.open?.page ?? ""),
      at,
      locale,
      ...sender.look,
    }),
    ...sender.envelope(deterministicUuid(`digest/${keyOf(mail)}`), { name: recipient.name, address: recipient.mail }),
  };
}
