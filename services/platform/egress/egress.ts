import { lookup as resolveName } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, type Dispatcher, request as send } from "undici";
import type { Logger } from "../logger.ts";
import { failure, type Result, success } from "../result.ts";
import { timeLimit } from "../time-limit.ts";
import { placeOf } from "./addresses.ts";
import { Secrets } from "./secrets.ts";

/** What one connection may reach, and how much of it. */
export interface EgressPolicy {
  /** What it is called in logs and messages. */
  readonly name: string;
  /** `https://host[:port]`, all that it may speak to; `http:` only where it may reach inside. */
  readonly origins: readonly string[];
  /** It may speak to this machine and to private networks: a PBX in the house, a simulator. */
  readonly inside?: boolean;
  /** For one request with its answer, in milliseconds. */
  readonly timeout?: number;
  /** Of an answer's body. */
  readonly maxBytes?: number;
  /** Connections that are open at once. */
  readonly connections?: number;
  /** Values that no log and no message has. */
  readonly secrets?: readonly string[];
}

export interface EgressRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export interface EgressAnswer {
  readonly status: number;
  /** By lower-case name; several values of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface EgressFailure {
  readonly code:
    | "not_allowed"
    | "unsendable"
    | "private_address"
    | "unresolved"
    | "unreachable"
    | "timeout"
    | "redirected"
    | "too_large"
    | "encoded"
    | "cut";
  readonly message: string;
  /** False: nothing of the request has left. True: the other side may have done what was asked, whatever became of its answer. */
  readonly sent: boolean;
  /** Of an answer that came and was not taken. */
  readonly status?: number;
}

interface Address {
  readonly address: string;
  readonly family: number;
}
/** How a name becomes addresses; all of them. */
export type Resolver = (hostname: string) => Promise<readonly Address[]>;

const resolveAll: Resolver = (hostname) => resolveName(hostname, { all: true, verbatim: true });

/** Refused before anything was sent. */
class Refused extends Error {
  readonly code: "private_address" | "unresolved";
  constructor(code: Refused["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** The way out of one connection. It follows no redirect, reads no compressed answer, and connects to the very addresses that were looked at. */
export class Egress {
  readonly #policy: Required<EgressPolicy>;
  readonly #origins: ReadonlySet<string>;
  readonly #secrets: Secrets;
  readonly #resolve: Resolver;
  readonly #agent: Agent;
  readonly #log: Logger | undefined;

  constructor(policy: EgressPolicy, given: { readonly log?: Logger; readonly resolve?: Resolver } = {}) {
    const limits = { inside: false, timeout: 30_000, maxBytes: 10_000_000, connections: 4, secrets: [] };
    this.#policy = { ...limits, ...policy };
    this.#origins = new Set(this.#policy.origins.map((origin) => originOf(origin, this.#policy)));
    this.#secrets = new Secrets(this.#policy.secrets);
    this.#resolve = given.resolve ?? resolveAll;
    this.#log = given.log;
    this.#agent = new Agent({
      connections: this.#policy.connections,
      pipelining: 1,
      connect: {
        timeout: Math.min(10_000, this.#policy.timeout),
        lookup: (hostname, options, callback) =>
          void this.#checked(hostname).then(
            (found) => {
              const [first] = found;
              if (options.all) callback(null, [...found]);
              else callback(null, first?.address ?? "", first?.family ?? 0);
            },
            (error: Error) => callback(error, [], 0),
          ),
      },
    });
  }

  async request(asked: EgressRequest): Promise<Result<EgressAnswer, EgressFailure>> {
    const started = Date.now();
    const url = URL.canParse(asked.url) ? new URL(asked.url) : undefined;
    const answer = await this.#ask(asked, url);
    // Neither header, nor body, nor query: what is in them is not for a log.
    const about = {
      connection: this.#policy.name,
      method: asked.method,
      path: this.#secrets.cover(url?.pathname ?? ""),
    };
    const end = answer.ok
      ? { status: answer.value.status }
      : { failed: answer.failure.code, sent: answer.failure.sent };
    this.#log?.debug({ ...about, ...end, ms: Date.now() - started }, "asked");
    return answer;
  }

  /** Ends the connections; what is under way fails. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** Whether an address could be asked now, as far as that is known without asking it. */
  async check(address: string): Promise<Result<URL, EgressFailure>> {
    const allowed = this.#allowed(URL.canParse(address) ? new URL(address) : undefined);
    if (!allowed.ok || isIP(literalOf(allowed.value))) return allowed;
    try {
      await this.#checked(allowed.value.hostname);
      return allowed;
    } catch (error) {
      return this.#failed(error, allowed.value.host);
    }
  }

  #allowed(url: URL | undefined): Result<URL, EgressFailure> {
    if (!url || !this.#origins.has(url.origin) || url.username !== "" || url.password !== "")
      return this.#fail("not_allowed", `${url?.host ?? "An address that is none"} is not one of its addresses.`, false);
    const literal = literalOf(url);
    if (isIP(literal) && !this.#mayReach(literal))
      return this.#fail("private_address", `${literal} is not reached from here.`, false);
    return success(url);
  }

  async #ask(asked: EgressRequest, given: URL | undefined): Promise<Result<EgressAnswer, EgressFailure>> {
    const allowed = this.#allowed(given);
    if (!allowed.ok) return allowed;
    const url = allowed.value;
    const signal = timeLimit(this.#policy.timeout, asked.signal);
    try {
      const response = await send(url, {
        method: asked.method,
        headers: { ...asked.headers, "accept-encoding": "identity" },
        ...(asked.body !== undefined && { body: asked.body }),
        signal,
        dispatcher: this.#agent,
        headersTimeout: this.#policy.timeout,
        bodyTimeout: this.#policy.timeout,
      });
      return await this.#read(response, url.host);
    } catch (error) {
      return this.#failed(error, url.host);
    }
  }

  async #read(response: Dispatcher.ResponseData, host: string): Promise<Result<EgressAnswer, EgressFailure>> {
    const { statusCode: status, body } = response;
    const headers = headersOf(response.headers);
    const end = (code: EgressFailure["code"], message: string) => {
      body.on("error", () => undefined).destroy();
      return this.#fail(code, message, true, status);
    };
    const { maxBytes } = this.#policy;
    if (status >= 300 && status < 400 && status !== 304)
      return end("redirected", `${host} sends elsewhere (${status}).`);
    const encoding = headers["content-encoding"];
    if (encoding !== undefined && encoding !== "identity")
      return end("encoded", `${host} answers in ${encoding.slice(0, 20)}, which was not asked for.`);
    const parts: Buffer[] = [];
    let size = 0;
    const tooLarge = `${host} answers more than ${maxBytes} bytes.`;
    if (Number(headers["content-length"] ?? 0) > maxBytes) return end("too_large", tooLarge);
    for await (const part of body as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > maxBytes) return end("too_large", tooLarge);
      parts.push(part);
    }
    return success({ status, headers, body: Buffer.concat(parts) });
  }

  /** Name → addresses, each of them looked at: one that may not be reached refuses the name. */
  async #checked(hostname: string): Promise<readonly Address[]> {
    const found = await this.#resolve(hostname).catch(() => []);
    if (found.length === 0) throw new Refused("unresolved", `${hostname} has no address.`);
    const refused = found.find(({ address }) => !this.#mayReach(address));
    if (refused) throw new Refused("private_address", `${hostname} leads to an address that is not reached from here.`);
    return found;
  }

  #mayReach(address: string): boolean {
    const place = placeOf(address);
    return place === "outside" || (place === "inside" && this.#policy.inside);
  }

  #failed(error: unknown, host: string) {
    const causes = causesOf(error);
    const refused = causes.find((cause) => cause instanceof Refused);
    if (refused) return this.#fail(refused.code, refused.message, false);
    const codes = causes.map((cause) => ("code" in cause && typeof cause.code === "string" ? cause.code : cause.name));
    const code = codes.find((name) => name.length > 0) ?? "an error";
    if (codes.includes("UND_ERR_INVALID_ARG"))
      return this.#fail(
        "unsendable",
        `What was to be sent to ${host} is no request: a header or its body is malformed.`,
        false,
      );
    // Before a connection stands, nothing can have been sent.
    if (codes.some((name) => neverConnected.has(name) || name.startsWith("ERR_TLS_") || name.includes("CERT")))
      return this.#fail("unreachable", `${host} can't be reached (${code}).`, false);
    if (codes.some((name) => name === "TimeoutError" || /_TIMEOUT$/.test(name)))
      return this.#fail("timeout", `${host} did not answer in ${this.#policy.timeout} ms.`, true);
    return this.#fail("cut", `${host} ended before its answer was whole (${code}).`, true);
  }

  #fail(code: EgressFailure["code"], message: string, sent: boolean, status?: number): Result<never, EgressFailure> {
    const said = this.#secrets.cover(`${this.#policy.name}: ${message}`);
    return failure({ code, message: said, sent, ...(status !== undefined && { status }) });
  }
}

const neverConnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

const literalOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

function originOf(text: string, { name, inside }: EgressPolicy): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSecure = url?.protocol === "https:" || (url?.protocol === "http:" && inside);
  if (!url || !isSecure || url.origin !== text.replace(/\/$/, ""))
    throw new Error(`${name}: ${text} is no address of the form https://host[:port].`);
  return url.origin;
}

function headersOf(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

/** An error and what it came from: several addresses that were tried give several. */
function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const several = error instanceof AggregateError ? error.errors.flatMap(causesOf) : [];
  return [error, ...several, ...causesOf(error.cause)];
}
