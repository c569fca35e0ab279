import { setTimeout as pause } from "node:timers/promises";
import type { Egress, EgressAnswer, EgressFailure, EgressRequest } from "../../../platform/egress/egress.ts";
import { Secrets } from "../../../platform/egress/secrets.ts";
import { failure, type Result, success } from "../../../platform/result.ts";
import { type Given, requestOf } from "./ask.ts";
import type { Asks, Page } from "./asks.ts";
import { Breaker } from "./breaker.ts";
import type { VendorFailure, VendorResult } from "./failure.ts";
import { readRecord, type VendorRecord, valueAt } from "./record.ts";
import { secretsOf, TokenGrant, tokenAsked } from "./token-grant.ts";
import type { Vendor, VendorOperation } from "./vendor.ts";
import type { Watch } from "./watch.ts";
import { Window } from "./window.ts";

export interface ConnectionAccess {
  /** Where the vendor is, when not where its file says: a sandbox, a simulator. */
  readonly origin?: string;
  readonly secret: string;
}

/** Milliseconds pass; tests let them pass at once. */
export type Wait = (milliseconds: number) => Promise<unknown>;

const attempts = 4;
const onTheWay = 250;
/** A vendor that wants a longer rest gets it from the job, not from a request that waits. */
const longestRest = 30;

const codes: Readonly<Record<number, VendorFailure["code"]>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "missing",
  409: "conflict",
};

/** Speaks to a vendor as its file says. One per connection: it keeps the connection's limits. */
export class VendorClient implements Asks {
  readonly #window: Window;
  readonly #wait: Wait;
  readonly #secrets: Secrets;
  readonly #breaker: Breaker;
  readonly #origin: string;
  /** Where the vendor gives a token for what the connection has. */
  readonly #grant: TokenGrant | undefined;

  constructor(
    private readonly vendor: Vendor,
    private readonly access: ConnectionAccess,
    private readonly egress: Pick<Egress, "request">,
    wait: Wait = pause,
    private readonly watch?: Watch,
  ) {
    this.#wait = wait;
    this.#secrets = new Secrets(secretsOf(access.secret));
    const origin = access.origin ?? vendor.origin;
    if (origin === undefined) throw new Error(`${vendor.name} has no address of its own`);
    this.#origin = origin;
    const { auth } = vendor;
    if (typeof auth === "object" && "client_credentials" in auth) {
      const asked = tokenAsked(auth.client_credentials);
      const url = new URL(asked.path, origin).href;
      this.#grant = new TokenGrant(access.secret, (more) => this.#exchange(asked, { method: "POST", url, ...more }));
    }
    this.#breaker = watch?.breaker ?? new Breaker();
    // The vendor counts what arrives, we what leaves.
    this.#window = new Window(vendor.limit.requests, vendor.limit.seconds * 1000 + onTheWay, wait);
  }

  async one(name: string, given: Given = {}): Promise<VendorResult<VendorRecord>> {
    const operation = this.#operation(name);
    const answer = await this.#ask(operation, given);
    return answer.ok ? this.#read(operation, answer.value) : answer;
  }

  async page(name: string, given: Given = {}, cursor?: string): Promise<VendorResult<Page>> {
    const operation = this.#operation(name);
    const answer = await this.#ask(operation, given, cursor);
    if (!answer.ok) return answer;
    const { pages } = this.vendor;
    const items = valueAt(answer.value, [pages.items]);
    if (!Array.isArray(items)) return this.#drift(`${pages.items} is no list`);
    const after = this.#after(answer.value, items.length, cursor);
    if (typeof after === "object") return this.#drift(after.drift);
    const records: VendorRecord[] = [];
    for (const item of items) {
      const read = this.#read(operation, item);
      if (!read.ok) return read;
      records.push(read.value);
    }
    return success({ records, ...(after !== undefined && { next: after }) });
  }

  /** Where the next page begins. */
  #after(answer: unknown, count: number, cursor: string | undefined): string | undefined | { readonly drift: string } {
    const { pages } = this.vendor;
    // Whoever counts doesn't say whether there is more: a page that isn't full is the last.
    if ("skip" in pages) return count < pages.size.value ? undefined : String(Number(cursor ?? 0) + count);
    const [more, next] = [valueAt(answer, [pages.more]), valueAt(answer, [pages.next])];
    if (typeof more !== "boolean") return { drift: `${pages.more} is no yes or no` };
    if (!more) return undefined;
    return typeof next === "string" ? next : { drift: `${pages.next} is missing` };
  }

  #operation(name: string): VendorOperation {
    const operation = this.vendor.operations[name];
    if (!operation) throw new Error(`${this.vendor.name} has no operation ${name}`);
    return operation;
  }

  async #ask(operation: VendorOperation, given: Given, cursor?: string): Promise<VendorResult<unknown>> {
    const { secret } = this.access;
    const asked = (secret: string) =>
      requestOf(this.vendor, operation, given, { origin: this.#origin, secret, cursor });
    if (!this.#grant) return this.#exchange(operation, asked(secret));
    for (let time = 1; ; time += 1) {
      const signed = await this.#grant.token();
      if (!signed.ok) return signed;
      const { token, isNew } = signed.value;
      const answer = await this.#exchange(operation, asked(token));
      if (answer.ok || answer.failure.code !== "unauthorized" || isNew || time > 1) return answer;
      // It ended, or somebody else was given another one: one more is asked for.
      this.#grant.forget(token);
    }
  }

  async #exchange(operation: VendorOperation, asked: EgressRequest): Promise<VendorResult<unknown>> {
    for (let attempt = 1; ; attempt += 1) {
      // Looked at before its turn too: nobody waits in a row for a vendor that isn't there.
      if (this.#breaker.rest !== undefined) return this.#absent();
      await this.#window.next();
      const answer = await this.#breaker.run(() => this.#send(operation, asked));
      if (!answer) return this.#absent();
      const rest = this.#restAfter(operation, answer);
      if (rest === undefined || attempt === attempts || rest > longestRest) return this.#told(operation, answer);
      await this.#wait(rest > 0 ? rest * 1000 : (250 * 2 ** attempt * (1 + Math.random())) / 2);
    }
  }

  async #send(operation: VendorOperation, asked: EgressRequest): Promise<Result<EgressAnswer, EgressFailure>> {
    const at = new Date();
    const started = performance.now();
    const answer = await this.egress.request(asked);
    const milliseconds = Math.round(performance.now() - started);
    const cover = (text: string) => this.#secrets.cover(text);
    this.watch?.observe({ vendor: this.vendor, operation, asked, answer, at, milliseconds, cover });
    return answer;
  }

  /** Seconds to wait before the same is asked again, 0 for as long as we see fit; undefined: it is not asked again. */
  #restAfter({ isHarmless }: VendorOperation, answer: Result<EgressAnswer, EgressFailure>): number | undefined {
    if (!answer.ok) {
      const { code, sent } = answer.failure;
      return ["unreachable", "unresolved"].includes(code) || (isHarmless && sent && ["timeout", "cut"].includes(code))
        ? 0
        : undefined;
    }
    const { status, headers } = answer.value;
    if (this.vendor.busy.status.includes(status)) return secondsIn(headers[this.vendor.busy.after]);
    return isHarmless && status >= 500 ? 0 : undefined;
  }

  /** What the last answer means. */
  #told(operation: VendorOperation, answer: Result<EgressAnswer, EgressFailure>): VendorResult<unknown> {
    const { isHarmless } = operation;
    if (!answer.ok) {
      const { message, sent } = answer.failure;
      return sent && !isHarmless ? this.#fail("unknown_outcome", message) : this.#fail("unavailable", message);
    }
    const { status, headers, body } = answer.value;
    const { busy, errors } = this.vendor;
    const json = parsed(body.toString());
    if (status >= 200 && status < 300)
      return json === undefined ? this.#drift("the answer is no JSON") : success(json.value);
    const text = errors.text
      .map((path) => valueAt(json?.value, path.split(".")))
      .find((one) => typeof one === "string");
    const said = `${typeof text === "string" ? text.slice(0, 300) : "no reason given"} (${status})`;
    if (busy.status.includes(status)) return this.#fail("limited", said, secondsIn(headers[busy.after]));
    if (status >= 500) return this.#fail(isHarmless ? "unavailable" : "unknown_outcome", said);
    if (operation.too_old.includes(status)) return this.#fail("too_old", said);
    return this.#fail(codes[status] ?? "refused", said);
  }

  #read(operation: VendorOperation, from: unknown): VendorResult<VendorRecord> {
    const read = readRecord(from, operation.fields);
    return "drift" in read ? this.#drift(read.drift) : success(read.record);
  }

  /** Nothing of this try was sent, and of the one before it nothing is in doubt: only such are tried again. */
  #absent() {
    const rest = this.#breaker.rest ?? 1;
    return this.#fail("unavailable", `it is not there; nothing is sent for ${rest} seconds`, rest);
  }

  #drift(what: string) {
    return this.#fail("schema_drift", `the answer is not as described: ${what}`);
  }

  #fail(code: VendorFailure["code"], said: string, retryAfter?: number): VendorResult<never> {
    return failure({ code, message: `${this.vendor.label}: ${said}`, ...(retryAfter !== undefined && { retryAfter }) });
  }
}

function secondsIn(header: string | undefined): number {
  const seconds = Number(header ?? "");
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
