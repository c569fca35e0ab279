import * as z from "zod";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { BrandAccounts } from "../../../platform/backend/brand-accounts.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import type { Logger } from "../../../platform/logger.ts";
import { type Deliveries, type Try, unasked } from "../mail/deliveries.ts";
import { type LetterOptions, localeOf, senderOf, templateOf } from "../mail/letter.ts";
import type { Letter } from "../mail/transport.ts";
import { accountMailKinds, accountPlaceholders, hasItsLink, renderAccountMail } from "../message/account-text.ts";

interface Parts {
  readonly deliveries: Deliveries;
  readonly accounts: BrandAccounts;
  readonly options: LetterOptions;
  readonly log: Logger;
}

/**
 * Sends one mail about somebody's own account. The job knows its id alone: whom it is for and the link come from the backend at each try, and
 * are kept nowhere.
 */
export function accountMailJob(parts: Parts) {
  const { accounts, deliveries } = parts;
  const attempt = (id: string): Promise<Try> =>
    accounts
      .acting(null, "account_mailer", async (client) =>
        deliveries.send(await letterOf(await client("account-mail"), id, parts)),
      )
      .catch(unasked);
  return defineJob({
    name: "account-mail",
    label: { fr: "Mail de compte", en: "Account mail" },
    input: z.object({ id: z.uuid() }),
    run: ({ id }, steps) => deliveries.deliver(id, steps, () => attempt(id)),
  });
}

async function letterOf(
  mailer: BackendClient,
  id: string,
  { accounts, options, log }: Parts,
): Promise<Letter | { dropped: string }> {
  const mail = await mailer.takeMail(id);
  if (!mail) return { dropped: "nobody to send it to" };
  const { brand: brandId, recipient, token } = mail;
  return accounts.acting(brandId, "service", async (client) => {
    const brand = await client("account-mail");
    const sender = await senderOf(brand, brandId, options.consoleAddress);
    if (!sender) return { dropped: "the brand has no sender" };
    const kind = accountMailKinds[mail.kind];
    const locale = localeOf(recipient, sender);
    const { standard } = kind;
    const text = await templateOf(brand, { kind: kind.name, locale, standard, names: accountPlaceholders }, log);
    return {
      ...renderAccountMail(kind, hasItsLink(kind, text) ? text : standard[locale], {
        recipient: recipient.name,
        // What follows the # is sent to no server, and so is in no log and no referrer.
        link: sender.consoleAddress + (token === null ? "/login" : `/login/new-password#${token}`),
        at: new Date(mail.at),
        locale,
        ...sender.look,
      }),
      ...sender.envelope(mail.id, { name: recipient.name, address: recipient.mail }),
    };
  });
}
