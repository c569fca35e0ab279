import { isDeepStrictEqual } from "node:util";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { success } from "../../../platform/result.ts";
import type { Offer } from "../capabilities/capability.ts";
import type { VendorFailure, VendorResult } from "../vendor/failure.ts";
import { type ActionToDo, ActionWriting, readAction } from "./action.ts";
import type { AnyExecutor, VendorNamed } from "./executor.ts";
import { openStates } from "../contract.ts";
import { isEnded, type Progress, stateAfter } from "./progress.ts";

export type Outcome =
  /** It is in a state that this round can't change. */
  | { readonly kind: "ended"; readonly status: string }
  | { readonly kind: "later"; readonly milliseconds: number; readonly why: string }
  /** The vendor is at it. */
  | { readonly kind: "waiting"; readonly milliseconds: number };

/** A vendor with what it offers, whom an action goes to. */
export interface Way {
  readonly vendor: VendorNamed;
  readonly offer: Offer;
  /** Waits for a turn at the vendor. */
  turn?<Value>(work: () => Promise<Value>): Promise<Value>;
}

export interface Doing {
  readonly backend: BackendClient;
  /** Waits for a turn at the backend, where it is read what has to be done. */
  turn?<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Who carries out which actions. */
  executorOf(action: ActionToDo): AnyExecutor | undefined;
  /** The vendor that such an action goes to; undefined where the brand isn't connected for it, `paused` where a person has paused that. */
  wayOf(executor: AnyExecutor, party: string | undefined): Promise<Way | "paused" | undefined>;
  /** After so many milliseconds what was sent has arrived, or never will. */
  readonly settle: number;
  /** Until the second try, in milliseconds. */
  readonly firstWait: number;
  /** Until a vendor who is at it is asked for the first time, in milliseconds. */
  readonly firstAsk: number;
  /** Which try it is, from 1. */
  readonly round: number;
  /** How often the vendor was asked, and was at it. */
  readonly asked: number;
  /** The brand's language: what is refused is read there. */
  readonly locale: "fr" | "en";
  /** The brand's day. */
  readonly today: string;
  /** Those that are open to the brand. */
  readonly modules: readonly string[];
  readonly now?: () => number;
}

const unable = { fr: "Ce fournisseur ne sait pas le faire.", en: "This vendor can’t do it." };
const gone = { fr: "Le fournisseur ne connaît plus la commande.", en: "The vendor no longer knows the order." };

const overtaken = {
  fr: "La commande a avancé avant que la correction n’arrive.",
  en: "The order went on before the correction arrived.",
};

const longestWait = 3_600_000;
const longestAsk = 900_000;
/** Orders of one action that a vendor ended, one after the other. */
const mostTimes = 20;

const isOpen: ReadonlySet<string> = new Set(openStates);
/** It may have left, and nobody has said so. */
const isUnsure: ReadonlySet<string> = new Set(["submitted", "unknown", "cancelling"]);

/**
 * One try at an action. It may be repeated at any point: the action says what was tried, the vendor what was done. It is recorded before it is tried;
 * before anything is sent the vendor is asked for our reference; what was sent and not answered is asked for until it would have arrived; what the
 * vendor has taken is asked for until it ends.
 */
export async function carryOut(id: string, doing: Doing): Promise<Outcome> {
  try {
    const prepare = async () => prepared(await readAction(doing.backend, id), doing);
    const ready = await (doing.turn ? doing.turn(prepare) : prepare());
    if (!(ready instanceof Attempt)) return ready;
    const { turn } = ready.way;
    return await (turn ? turn(() => ready.make()) : ready.make());
  } catch (error) {
    // Somebody else wrote it meanwhile: what they wrote is read next.
    if (error instanceof BackendError && error.status === 409)
      return { kind: "later", milliseconds: 1_000, why: "changed meanwhile" };
    throw error;
  }
}

/** What has to be sent to whom; or what becomes of the action without that. */
async function prepared(read: ActionToDo, doing: Doing): Promise<Attempt | Outcome> {
  const { backend, locale } = doing;
  const executor = doing.executorOf(read);
  const isReady = read.status === "ready";
  // Called back, or put off, it is begun again when it is due.
  const isDue = read.plannedOn !== null && read.plannedOn <= doing.today && !read.waits;
  if (!executor || !isOpen.has(read.status) || (isReady && !isDue)) return ended(read);
  const party = await executor.partyOf?.(backend, read.id);
  const way = executor.capability.party && party === undefined ? undefined : await doing.wayOf(executor, party);
  // Begun anew once it is taken up again; what has left is asked for from time to time then.
  if (way === "paused") return isReady ? ended(read) : waiting(doing);
  if (!way && isReady) return ended(read);
  if (!way) throw new Error("The connection that it was sent by is gone");
  const order = await executor.wanted(
    backend,
    { ...read, today: doing.today, modules: doing.modules, locale },
    way.vendor,
  );
  const refused = "refused" in order ? order.refused : executor.isAble(way.offer, read.operation) ? undefined : unable;
  const writing = new ActionWriting(backend, read);
  if (refused || "refused" in order) {
    if (!isReady) return later(doing.firstWait, (refused ?? unable)[locale]);
    return ended(await writing.to({ status: "rejected_by_us", reason: (refused ?? unable)[locale].slice(0, 255) }));
  }
  return new Attempt(read, writing, executor, way, order.wanted, doing);
}

class Attempt {
  constructor(
    private readonly read: ActionToDo,
    private readonly writing: ActionWriting,
    private readonly executor: AnyExecutor,
    readonly way: Way,
    private readonly wanted: unknown,
    private readonly doing: Doing,
  ) {}

  /** Whether this try has said when the next one is. */
  #hasNextAttempt = false;

  async make(): Promise<Outcome> {
    const { read, doing } = this;
    const found = await this.#current();
    if (!found.ok) return this.#postponed(found.failure);
    const { time, progress } = found.value;
    if (progress) return read.status === "correcting" ? this.#corrected(progress, time) : this.#told(progress, time);
    if (isUnsure.has(read.status)) {
      const rest = read.changed + doing.settle - (doing.now ?? Date.now)();
      if (rest > 0) return later(rest, "not settled");
      // It would be there by now; what was to be ended never began.
      if (read.status === "cancelling") return ended(await this.writing.to({ status: "cancelled" }));
      await this.writing.to({ status: "ready" });
    } else if (read.status !== "ready" && !(read.status === "correcting" && time > 1)) {
      // It was there. Nothing is sent again: a person has to ask.
      const result = gone[doing.locale];
      if (read.result !== result) await this.writing.to({ result });
      return later(this.#usualWait(), result);
    }
    return this.#send(time);
  }

  /** The order that counts: what the vendor ended before is passed over where it is wanted again. */
  async #current(): Promise<VendorResult<{ readonly time: number; readonly progress: Progress | null }>> {
    const { executor, way, wanted, read } = this;
    const isAgain =
      ["ready", "submitted", "correcting", "unknown"].includes(read.status) && read.vendorReference !== null;
    const before: Progress[] = [];
    for (let time = 1; time <= mostTimes; time += 1) {
      const found = await executor.find(way.offer, wanted, time);
      if (!found.ok) return found;
      if (found.value) before.push(found.value);
      if (found.value && isEnded(found.value)) continue;
      const known = before.findIndex(({ reference }) => reference !== null && reference === read.vendorReference);
      const old = before[known];
      const first = old && isAgain && isEnded(old) ? known + 1 : Math.max(known, 0);
      const newest = before.length > first ? before.length : first + 1;
      return success({ time: newest, progress: before[newest - 1] ?? null });
    }
    return success({ time: mostTimes, progress: before.at(-1) ?? null });
  }

  async #send(time: number): Promise<Outcome> {
    const { executor, way, wanted, read, writing, doing } = this;
    await writing.to({ status: "submitted", attempts: read.attempts + 1, next_attempt_at: null });
    const sent = await executor.send(way.offer, wanted, time);
    if (sent.ok) return this.#told(sent.value, time);
    const { code, message } = sent.failure;
    if (code === "unknown_outcome" || code === "schema_drift") {
      await writing.to({ status: "unknown", result: message });
      return later(doing.settle, message);
    }
    if (code === "refused" || code === "conflict")
      return ended(await writing.to({ status: "rejected_by_vendor", reason: message.slice(0, 255), result: message }));
    // Nothing was done.
    await writing.to({ status: "ready" });
    return this.#postponed(sent.failure);
  }

  /**
   * A person has corrected what is held. The vendor is told once, and has said by which name it knows the correction; where it takes none, it is asked
   * to end the order, and another one is sent only when it has.
   */
  async #corrected(progress: Progress, time: number): Promise<Outcome> {
    const { executor, way, wanted, read, writing, doing } = this;
    const name = executor.correctionOf?.(wanted);
    if (name === undefined || progress.correction === name) return this.#told(progress, time);
    if (progress.state !== "held") {
      if (progress.state === "cancelling" || isEnded(progress)) return this.#told(progress, time);
      await writing.to({ result: overtaken[doing.locale] });
      return this.#told(progress, time);
    }
    const now = (doing.now ?? Date.now)();
    // What was sent before may still be on its way.
    const rest = read.nextAttemptAt === null ? 0 : Date.parse(read.nextAttemptAt) - now;
    if (rest > 0) return later(rest, "not settled");
    const corrects = executor.canCorrect?.(way.offer, read.operation);
    if (corrects) {
      this.#hasNextAttempt = true;
      await writing.to({ attempts: read.attempts + 1, next_attempt_at: moment(now + doing.settle) });
    }
    const sent = corrects
      ? await executor.correct?.(way.offer, wanted, time)
      : await executor.cancel?.(way.offer, wanted, time);
    if (!sent || (!sent.ok && ["refused", "conflict", "missing"].includes(sent.failure.code))) {
      const reason = sent && !sent.ok ? sent.failure.message : unable[doing.locale];
      await writing.to({ status: "held", reason: reason.slice(0, 255), next_attempt_at: null, result: reason });
      return this.#waiting();
    }
    if (sent.ok) return corrects ? this.#told(sent.value as Progress, time) : this.#waiting();
    const { code, message } = sent.failure;
    if (code !== "unknown_outcome" && code !== "schema_drift") return this.#postponed(sent.failure);
    await writing.to({ result: message });
    return later(doing.settle, message);
  }

  /** What the vendor says is written, where it says something new. */
  async #told(progress: Progress, time: number): Promise<Outcome> {
    const { read, writing } = this;
    if (writing.status === "ready") await writing.to({ status: "submitted" });
    const asked = writing.status === "cancelling" ? await this.#cancelled(progress, time) : undefined;
    if (asked) return asked;
    const status = stateAfter(writing.status, progress.state);
    const { executor } = this;
    const wanted =
      status && executor.look ? await executor.look(this.doing.backend, this.wanted, progress) : this.wanted;
    const { reference } = progress;
    const milestones = progress.milestones?.length ? { milestones: progress.milestones.slice(-100) } : read.milestones;
    const says = ["held", "rejected_by_vendor"].includes(status ?? writing.status);
    const reason = says ? (progress.reason ?? this.#wordless()).slice(0, 255) : null;
    const changes = {
      ...(status && { status }),
      ...(reference !== null && reference !== read.vendorReference && { vendor_reference: reference }),
      ...(!isDeepStrictEqual(milestones, read.milestones) && { milestones }),
      ...(reason !== read.reason && { reason }),
      ...((read.nextAttemptAt !== null || this.#hasNextAttempt) && { next_attempt_at: null, result: null }),
      ...executor.notes?.(wanted, progress, says),
    };
    const also = status ? (executor.follows?.(wanted, progress, this.way.vendor) ?? []) : [];
    if (Object.keys(changes).length > 0) await writing.to(changes, also);
    return isOpen.has(writing.status) ? this.#waiting() : ended(writing);
  }

  /** Asked to end it, until the vendor is at that or has ended it; undefined: what it says holds. */
  async #cancelled(progress: Progress, time: number): Promise<Outcome | undefined> {
    const { executor, way, wanted, writing } = this;
    if (progress.state === "cancelling") return this.#waiting();
    if (isEnded(progress) || progress.state === "done") return undefined;
    const asked = await executor.cancel?.(way.offer, wanted, time);
    if (!asked || (!asked.ok && ["refused", "conflict", "missing"].includes(asked.failure.code))) {
      // It won't be ended: it goes on as before, and why is read with it.
      const result = asked && !asked.ok ? asked.failure.message : unable[this.doing.locale];
      const status = stateAfter("cancelling", progress.state) ?? "acknowledged";
      await writing.to({ status, result });
      return this.#waiting();
    }
    return asked.ok ? this.#waiting() : this.#postponed(asked.failure);
  }

  #wordless(): string {
    return { fr: "Le fournisseur ne dit pas pourquoi.", en: "The vendor doesn’t say why." }[this.doing.locale];
  }

  #waiting(): Outcome {
    return waiting(this.doing);
  }

  #usualWait(): number {
    return Math.min(this.doing.firstWait * 2 ** (this.doing.round - 1), longestWait);
  }

  async #postponed(failure: VendorFailure): Promise<Outcome> {
    const { now = Date.now } = this.doing;
    // Not before the vendor says, and each time later: tries are counted.
    const usual = this.#usualWait() * (0.75 + Math.random() / 2);
    const milliseconds = Math.round(Math.max((failure.retryAfter ?? 0) * 1_000, usual));
    await this.writing.to({ next_attempt_at: moment(now() + milliseconds), result: failure.message });
    return later(milliseconds, failure.message);
  }
}

/** To the second, as the backend keeps it. */
const moment = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, "+00:00");
const waiting = ({ firstAsk, asked }: Doing): Outcome => ({
  kind: "waiting",
  milliseconds: Math.min(firstAsk * 1.5 ** asked, longestAsk),
});
const ended = ({ status }: { readonly status: string }): Outcome => ({ kind: "ended", status });
const later = (milliseconds: number, why: string): Outcome => ({ kind: "later", milliseconds, why });
