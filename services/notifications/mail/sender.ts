import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwBrand } from "../../model/generated/entities.ts";
import type { BackendClient, Recipient } from "../../platform/backend/client.ts";
import type { ServiceSession } from "../../platform/backend/service-account.ts";
import type { Logger } from "../../platform/logger.ts";
import { type Locale, placeOf } from "../message/sentence.ts";
import { defaultTemplates, type MailTemplate, renderMail, unknownPlaceholders } from "../message/template.ts";
import type { DueMail, MailQueue } from "../store/mail-queue.ts";
import type { Letter, Transport } from "./transport.ts";

const idle = 1_000;

export interface SenderOptions {
  /** Where a brand's console answers; `{host}` is its host name. */
  readonly consoleAddress: string;
  readonly timeZone: string;
  /** Wait after the first failed try; it doubles each time. */
  readonly firstWait: number;
  readonly longestWait: number;
  readonly mostAttempts: number;
}

/** Sends what is queued, one mail after the other. Text, address and right to know are those of the moment. */
export class MailSender {
  private running: Promise<void> | undefined;
  private stopped = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly queue: MailQueue,
    private readonly transport: Transport,
    private readonly sessionOf: (brand: string) => ServiceSession | undefined,
    private readonly options: SenderOptions,
    private readonly log: Logger,
  ) {
    queue.onQueued(() => this.wake?.());
  }

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.running;
  }

  private async run(): Promise<void> {
    const recovered = await this.queue.recover(Date.now());
    if (recovered > 0) this.log.info({ recovered }, "mails whose sending was interrupted are sent again");
    while (!this.stopped) {
      const mail = await this.queue.next(Date.now());
      if (mail) await this.send(mail);
      else
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, idle);
          this.wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
    }
  }

  private async send(mail: DueMail): Promise<void> {
    const session = this.sessionOf(mail.brand);
    try {
      if (!session) return await this.waitForBackend(mail, "the brand's service account is not open");
      const letter = await this.letterOf(await session.client("notification-mail"), mail);
      if ("dropped" in letter) return await this.queue.settle(mail.id, "dropped", Date.now(), letter.dropped);
      const outcome = await this.transport.send(letter);
      if (outcome.kind === "sent") await this.queue.settle(mail.id, "sent", Date.now());
      else if (outcome.kind === "refused" || mail.attempts >= this.options.mostAttempts) {
        await this.queue.settle(mail.id, "failed", Date.now(), outcome.reason);
        this.log.warn({ mail: mail.id, reason: outcome.reason, attempts: mail.attempts }, "mail given up");
      } else
        await this.queue.postpone(mail.id, Date.now() + this.waitAfter(mail.attempts), outcome.reason, mail.attempts);
    } catch (error) {
      session?.expire();
      await this.waitForBackend(mail, error instanceof Error ? error.message : "unknown error");
    }
  }

  /** No try of the mail's own: the mail server wasn't asked. */
  private waitForBackend(mail: DueMail, reason: string): Promise<void> {
    return this.queue.postpone(mail.id, Date.now() + this.options.firstWait, reason, mail.attempts - 1);
  }

  private waitAfter(attempts: number): number {
    return Math.min(this.options.firstWait * 2 ** (attempts - 1), this.options.longestWait);
  }

  private async letterOf(backend: BackendClient, mail: DueMail): Promise<Letter | { dropped: string }> {
    const { told, permissions, subjectIds } = mail;
    const [recipient] = await backend.recipients({
      type: told.subjectType as "sw_task",
      ids: subjectIds,
      users: [mail.recipient],
      permissions,
    });
    if (!recipient || (told.subjectId && !recipient.ids.includes(told.subjectId)))
      return { dropped: "may not see it any more" };
    if (!recipient.mail) return { dropped: "has no address" };
    const brand = await backend.get(
      "sw_brand",
      mail.brand,
      new DrupalJsonApiParams().addFields("sw_brand--sw_brand", [
        "name",
        "hostname",
        "primary_color",
        "locale",
        "mail_sender",
      ]),
    );
    if (!brand.mail_sender) return { dropped: "the brand has no sender" };
    const locale = localeOf(recipient, brand);
    const link = this.options.consoleAddress.replace("{host}", brand.hostname ?? "localhost") + placeOf(told);
    const about = {
      told,
      recipient: recipient.name,
      link,
      locale,
      timeZone: this.options.timeZone,
      brand: { name: brand.name ?? "", primaryColor: brand.primary_color ?? null },
    };
    return {
      ...renderMail(await this.templateOf(backend, told.kind, locale), about),
      from: { name: brand.name ?? "", address: brand.mail_sender },
      to: { name: recipient.name, address: recipient.mail },
      messageId: `<${mail.id}@${brand.mail_sender.split("@")[1] ?? "localhost"}>`,
    };
  }

  private async templateOf(backend: BackendClient, kind: string, locale: Locale): Promise<MailTemplate> {
    const params = new DrupalJsonApiParams()
      .addFields("sw_mail_template--sw_mail_template", ["subject", "body"])
      .addFilter("kind", kind)
      .addFilter("locale", locale);
    const [row] = await backend.list("sw_mail_template", params);
    if (!row?.subject || !row.body) return defaultTemplates[locale];
    const unknown = unknownPlaceholders(`${row.subject}\n${row.body}`);
    if (unknown.length === 0) return { subject: row.subject, body: row.body };
    // Administration refuses such a text; another client may have written it.
    this.log.warn({ kind, locale, unknown }, "mail template names unknown placeholders, the platform's text is used");
    return defaultTemplates[locale];
  }
}

function localeOf(recipient: Recipient, brand: SwBrand): Locale {
  const chosen = recipient.language ?? brand.locale;
  return chosen === "en" ? "en" : "fr";
}
