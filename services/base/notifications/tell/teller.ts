import { eventKinds } from "../../../model/generated/event-kinds.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { Logger } from "../../../platform/logger.ts";
import type { Event } from "../events/event.ts";
import type { Told } from "../message/sentence.ts";
import type { QueuedMail } from "../mail/queued-mail.ts";
import type { PendingEvents } from "../store/pending.ts";
import { type AccountFacts, accountFacts, choicesOf, type Concerned, concernedBy } from "./audience.ts";
import { seenBy } from "./rights.ts";

/** How many rows of a mail are looked at again when it is sent. */
const mostChecked = 500;

interface Telling {
  readonly recipient: string;
  readonly console: boolean;
  readonly mail: boolean;
  readonly told: Told;
  readonly subjectIds: readonly string[];
}

/** Turns a closed batch into notifications and mails. Doing it twice does it once. */
export class Teller {
  constructor(
    private readonly pending: PendingEvents,
    /** Undefined where no mail is sent. */
    private readonly sendMail: ((mail: QueuedMail) => Promise<void>) | undefined,
    private readonly log: Logger,
  ) {}

  async tell(backend: BackendClient, brand: string, batch: string, events: readonly Event[]): Promise<void> {
    const tellings = await this.#tellings(backend, events);
    const permissions = permissionsOf(events);
    for (const telling of tellings) {
      const id = deterministicUuid(`notification:${brand}:${telling.recipient}:${batch}`);
      if (telling.console) await this.#write(backend, id, batch, telling);
      if (telling.mail)
        await this.sendMail?.({
          id,
          brand,
          recipient: telling.recipient,
          told: telling.told,
          subjectIds: telling.subjectIds.slice(0, mostChecked),
          permissions,
        });
    }
    // Last: whatever ends the process before, the batch is told again, and what it wrote and sent is met.
    await this.pending.finish(brand, batch);
  }

  async #tellings(backend: BackendClient, events: readonly Event[]): Promise<Telling[]> {
    const [first] = events;
    const kind = eventKinds[first?.kind ?? ""];
    // A kind that the model has dropped meanwhile.
    if (!first || !kind) return [];
    const accounts = await accountFacts(backend, unique(events.flatMap(({ accountId }) => accountId ?? [])));
    const concerned = await concernedBy(backend, kind, events, accounts);
    if (concerned.size === 0) return [];
    const choices = await choicesOf(backend, kind.name);
    const wanted = [...concerned].flatMap(([user, one]) => wantedBy(user, one, choices.get(user) ?? kind.channels));
    if (wanted.length === 0) return [];
    const users = unique(wanted.map(({ user }) => user));
    const seen = await seenBy(backend, {
      type: first.subjectType,
      ids: unique(events.map(({ subjectId }) => subjectId)),
      users,
      permissions: permissionsOf(events),
    });
    const seenAccounts =
      accounts.size > 0
        ? await seenBy(backend, { type: "sw_account", ids: [...accounts.keys()], users })
        : new Map<string, Set<string>>();
    return wanted.flatMap(({ user, console, mail, events: theirs }) => {
      const shown = theirs.filter((event) => seen.get(user)?.has(event.subjectId));
      if (shown.length === 0) return [];
      return [
        {
          recipient: user,
          console,
          mail,
          told: summary(shown, accounts, seenAccounts.get(user) ?? new Set()),
          subjectIds: unique(shown.map(({ subjectId }) => subjectId)),
        },
      ];
    });
  }

  async #write(backend: BackendClient, id: string, batch: string, { recipient, told }: Telling): Promise<void> {
    try {
      await backend.create("sw_notification", {
        type: "sw_notification--sw_notification",
        id,
        attributes: {
          kind: told.kind,
          event_key: batch,
          subject_type: told.subjectType,
          subject_id: told.subjectId,
          subject_label: told.subjectLabel,
          subject_count: told.subjectCount,
          value: told.value,
          account_label: told.accountLabel,
          account_count: told.accountCount,
          actor_name: told.actorName,
          occurred_at: told.occurredAt,
        },
        relationships: {
          recipient: { data: { type: "user--user", id: recipient } },
          ...(told.accountId && { account: { data: { type: "sw_account--sw_account", id: told.accountId } } }),
        },
      });
    } catch (error) {
      // There already: an earlier try wrote it.
      if (
        error instanceof BackendError &&
        (error.status === 409 || error.errors.some(({ code }) => code === "not_unique"))
      )
        return;
      // Refused for what it is, which no repetition changes; the others must not wait for it.
      if (!(error instanceof BackendError) || ![404, 422].includes(error.status)) throw error;
      this.log.error({ err: error, batch }, "notification refused");
    }
  }
}

interface Wanted {
  readonly user: string;
  readonly console: boolean;
  readonly mail: boolean;
  readonly events: readonly Event[];
}

/**
 * Where somebody wants to be told, and of which of the events. A kind that is switched off is off, whoever is followed; following an account can
 * only take away from what the kind allows. Nothing is told twice: where the console and the mail would differ, the wider set is told in both.
 */
function wantedBy(
  user: string,
  { events, followed }: Concerned,
  chosen: { readonly console: boolean; readonly mail: boolean },
): Wanted[] {
  const on = (channel: "console" | "mail") =>
    chosen[channel] && (events.size > 0 || [...followed.values()].some((channels) => channels[channel]));
  const [console, mail] = [on("console"), on("mail")];
  if (!console && !mail) return [];
  const asFollower = [...followed].flatMap(([event, channels]) =>
    (chosen.console && channels.console) || (chosen.mail && channels.mail) ? [event] : [],
  );
  return [{ user, console, mail, events: unique([...events, ...asFollower]) }];
}

/** What a person is told of these events, with the names they may see. */
function summary(
  events: readonly Event[],
  accounts: ReadonlyMap<string, AccountFacts>,
  seenAccounts: ReadonlySet<string>,
): Told {
  const subjects = unique(events.map(({ subjectId }) => subjectId));
  const single = subjects.length === 1 ? events.at(-1) : undefined;
  const ids = unique(events.flatMap(({ accountId }) => (accountId && seenAccounts.has(accountId) ? [accountId] : [])));
  const [account] = ids.length === 1 ? ids : [];
  const values = unique(events.map(({ value }) => value));
  return {
    kind: events[0]?.kind ?? "",
    subjectType: events[0]?.subjectType ?? "",
    subjectId: single?.subjectId ?? null,
    subjectLabel: single?.subjectLabel ?? null,
    subjectCount: subjects.length,
    value: single ? single.value : values.length === 1 ? (values[0] ?? null) : null,
    accountId: account ?? null,
    accountLabel: account ? (accounts.get(account)?.name ?? null) : null,
    accountCount: ids.length,
    actorName: events[0]?.actorName || null,
    occurredAt: events.at(-1)?.occurredAt ?? "",
  };
}

/** What one needs to hold to see the changes themselves, and to be concerned at all. */
function permissionsOf(events: readonly Event[]): string[] {
  const asked = eventKinds[events[0]?.kind ?? ""]?.audience.permission;
  return unique([...events.flatMap(({ permission }) => permission ?? []), ...(asked ? [asked] : [])]);
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
