import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import type { JobState } from "../../../platform/jobs/jobs.ts";
import type { Logger } from "../../../platform/logger.ts";
import type { Locale } from "../message/sentence.ts";
import type { LetterInput } from "./inputs.ts";
import type { Composed, OutsideLetter } from "./outside-letter.ts";
import { idOf, type OutsideMail } from "./outside-mail-job.ts";
import { write, type Written } from "./write.ts";

/** What keeps a letter from being sent. */
export type Lack = "mail_server" | "sender" | "address";

export interface LetterPreview {
  readonly locale: Locale;
  readonly from: string | null;
  readonly to: Composed["to"];
  /** Where answers go. */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly fileName: string; readonly bytes: number }[];
  readonly lacks: readonly Lack[];
}

/** The last letter about a row. */
export interface LetterState {
  /** `none`: none was sent. */
  readonly state: "none" | "waiting" | "sent" | "failed";
  readonly at: string | null;
  readonly to: string | null;
  /** Why it failed: a code, and what the mail server said. */
  readonly reason: { readonly code: string; readonly detail: string } | null;
}

interface Parts {
  readonly letters: readonly OutsideLetter[];
  /** False: no mail server is set. */
  readonly mailing: boolean;
  readonly consoleAddress: string;
  readonly log: Logger;
  start(mail: OutsideMail, id: string): Promise<void>;
  stateOf(id: string): Promise<JobState | undefined>;
}

/** How long the host remembers a mail that went out. */
const remembered = 29 * 86_400_000;

type Missing = { readonly kind: "missing" | "forbidden" };

/** What people do with letters: look at one before it goes, send it, see what became of it. */
export class OutsideMails {
  constructor(private readonly parts: Parts) {}

  /** What administration has to know of each kind. */
  kinds() {
    return this.parts.letters.map(({ kind: name, label, type, fields, standard }) => ({
      name,
      label,
      type,
      fields,
      standard,
    }));
  }

  async preview(question: LetterInput, backend: BackendClient): Promise<LetterPreview | Missing> {
    const found = await this.write(question, backend);
    if (found.kind !== "written") return found;
    const { sender, to, content, person, locale } = found;
    return {
      locale,
      from: sender?.envelope("", { name: "", address: "" }).from.address ?? null,
      to,
      replyTo: person.mail,
      subject: content.subject,
      text: content.text,
      attachments: (content.attachments ?? []).map(({ fileName, content: bytes }) => ({
        fileName,
        bytes: bytes.length,
      })),
      lacks: this.lacks(found),
    };
  }

  /**
   * Sends it, once however often this is called while it is on its way. The row says so first, with the person's own right to edit it; a process that
   * dies in between is made good by the next call.
   */
  async send(
    question: LetterInput,
    backend: BackendClient,
  ): Promise<LetterState | Missing | { lacks: readonly Lack[] }> {
    const letter = this.letterOf(question.kind);
    const found = letter && (await this.write(question, backend));
    if (!letter || !found) return { kind: "missing" };
    if (found.kind !== "written") return found;
    const lacks = this.lacks(found);
    if (lacks.length > 0) return { lacks };
    const { brand, person, to, locale } = found;
    const before = await this.mailed(letter, question.row, backend);
    const state = await this.stateOf(question, before);
    let at = before.at;
    if (state.state !== "waiting" || !at) {
      at = `${new Date().toISOString().slice(0, 19)}Z`;
      try {
        await backend.update(letter.type as EntityTypeName, {
          type: `${letter.type}--${letter.type}`,
          id: question.row,
          attributes: { mailed_at: at, mailed_to: to.address, version: before.version },
        });
      } catch (error) {
        // Somebody, or a second click, was there first.
        if (!(error instanceof BackendError) || error.status !== 409) throw error;
        return this.state(question, backend);
      }
    }
    const mail = { ...question, locale, at, brand, person: person.id };
    await this.parts.start(mail, idOf(mail));
    return this.state(question, backend);
  }

  async state(question: Pick<LetterInput, "kind" | "row">, backend: BackendClient): Promise<LetterState | Missing> {
    const letter = this.letterOf(question.kind);
    if (!letter) return { kind: "missing" };
    return this.stateOf(question, await this.mailed(letter, question.row, backend));
  }

  private lacks({ sender, to }: Extract<Written, { kind: "written" }>): Lack[] {
    const lacks: Lack[] = [];
    if (!this.parts.mailing) lacks.push("mail_server");
    if (!sender) lacks.push("sender");
    if (!to.address) lacks.push("address");
    return lacks;
  }

  private letterOf(kind: string) {
    return this.parts.letters.find((letter) => letter.kind === kind);
  }

  private async write({ kind, row, locale: asked }: LetterInput, backend: BackendClient) {
    const letter = this.letterOf(kind);
    if (!letter) return { kind: "missing" } as const;
    const me = await backend.me();
    const person = { id: me.id, name: me.full_name ?? me.display_name ?? "", mail: me.mail ?? null };
    const brand = me.brand?.id;
    if (!brand) return { kind: "missing" } as const;
    const locale = asked ?? (await letter.localeOf?.(backend, row)) ?? (me.brand?.locale === "en" ? "en" : "fr");
    const written = await write(backend, letter, { brand, row, locale, person, at: new Date() }, this.parts);
    return written.kind === "written" ? { ...written, brand, person, locale } : written;
  }

  private async mailed(letter: OutsideLetter, row: string, backend: BackendClient) {
    const type = letter.type as EntityTypeName;
    const params = new DrupalJsonApiParams().addFields(`${type}--${type}`, ["mailed_at", "mailed_to", "version"]);
    const found = (await backend.get(type, row, params)) as {
      mailed_at?: string;
      mailed_to?: string;
      version?: number;
    };
    return { at: found.mailed_at ?? null, to: found.mailed_to ?? null, version: found.version ?? 0 };
  }

  private async stateOf(
    { kind, row }: Pick<LetterInput, "kind" | "row">,
    { at, to }: { readonly at: string | null; readonly to: string | null },
  ): Promise<LetterState> {
    if (!at) return { state: "none", at: null, to: null, reason: null };
    const job = await this.parts.stateOf(idOf({ kind, row, at }));
    // What is not known any more went out; what never was begun waits for the call that is repeated.
    const forgotten = !job && Date.now() - Date.parse(at) > remembered;
    const state = job?.state === "failed" ? "failed" : job?.state === "done" || forgotten ? "sent" : "waiting";
    return { state, at, to, reason: job?.state === "failed" ? { code: job.code, detail: job.detail } : null };
  }
}
