import { randomBytes, randomUUID } from "node:crypto";
import type { Reply, Send } from "../client.ts";
import { each } from "../loopback.ts";
import type { LeakActor, Placed } from "./rows.ts";
import type { LeakWorld } from "./world.ts";

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly send?: Send;
}

export interface Result {
  requests: number;
  readonly findings: string[];
}

export interface Twin {
  /** What doesn't exist for the actor, and what exists for nobody. */
  readonly foreign: string;
  readonly unknown: string;
  readonly ask: (value: string) => Ask;
  /** The answer may carry more than the words of a refusal. */
  readonly timed?: boolean;
}

const maxRequests = 36_000;
/** Actors whose scope is another's too, or who see nothing at all, ask every third, fifth… question. */
const shares: Readonly<Record<string, number>> = {
  "a-partner": 3,
  "b-manager": 3,
  "a-reseller": 5,
  "a-technician": 5,
  "b-client": 5,
  "p-manager": 5,
  "c-manager": 5,
  anonymous: 7,
};
const comparedHeaders = ["content-type", "cache-control", "allow", "vary", "location", "www-authenticate"];

/** Sends what the probes ask, looks for canaries in each answer and keeps what was found. */
export class Recorder {
  readonly world: LeakWorld;
  readonly results = new Map<string, Result>();
  readonly times = { foreign: [] as number[], unknown: [] as number[] };
  #current: Result = { requests: 0, findings: [] };
  requests = 0;

  readonly #every: number;
  readonly #tell: (name: string, result: Readonly<Result>) => void;

  /** `every`: how many of the questions are asked, 1 for all. */
  constructor(world: LeakWorld, every: number, tell: (name: string, result: Readonly<Result>) => void) {
    this.world = world;
    this.#every = every;
    this.#tell = tell;
  }

  async probe(name: string, run: () => Promise<void>): Promise<void> {
    this.#current = { requests: 0, findings: [] };
    this.results.set(name, this.#current);
    try {
      await run();
    } catch (error) {
      this.finding(`the probe itself failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    this.#tell(name, this.#current);
  }

  finding(text: string): void {
    this.#current.findings.push(text);
  }

  async ask(actor: LeakActor, { method, path, send }: Ask): Promise<Reply> {
    this.requests += 1;
    this.#current.requests += 1;
    if (this.requests > maxRequests) throw new Error(`more than ${maxRequests} requests`);
    const reply = await actor.client.send(method, path, send);
    const sent = `${path} ${send?.body === undefined ? "" : JSON.stringify(send.body)} ${JSON.stringify(send?.headers ?? {})}`;
    const shown = `${reply.text}\n${JSON.stringify([...reply.headers])}`;
    for (const leak of this.world.tokens.leaks(shown, actor, sent))
      this.finding(`${actor.key} ${method} ${path} → ${reply.status} shows ${leak}`);
    if (reply.status >= 500 && reply.status !== 501)
      this.finding(`${actor.key} ${method} ${path} → ${reply.status} ${reply.text.slice(0, 200)}`);
    return reply;
  }

  /** The same question about something foreign and about nothing: the answers must be the same, byte by byte. */
  async twin(actor: LeakActor, { foreign, unknown, ask, timed }: Twin): Promise<Reply> {
    const started = performance.now();
    const first = await this.ask(actor, ask(foreign));
    const between = performance.now();
    const second = await this.ask(actor, ask(unknown));
    if (timed) {
      this.times.foreign.push(between - started);
      this.times.unknown.push(performance.now() - between);
    }
    const [one, two] = [normal(first, foreign), normal(second, unknown)];
    if (one !== two)
      this.finding(
        `${actor.key} ${first.request.slice(0, 300)}\n      foreign: ${one.slice(0, 400)}\n      unknown: ${two.slice(0, 400)}`,
      );
    return first;
  }

  actors<Item>(
    items: (actor: LeakActor) => readonly Item[],
    run: (actor: LeakActor, item: Item) => Promise<void>,
    width?: number,
  ): Promise<void> {
    const all = this.world.actors.flatMap((actor) => {
      const every = (shares[actor.key] ?? 1) * this.#every;
      return items(actor)
        .filter((_, index) => index % every === 0)
        .map((item) => ({ actor, item }));
    });
    return each(all, ({ actor, item }) => run(actor, item), width);
  }
}

function normal(reply: Reply, value: string): string {
  const headers = comparedHeaders.map((name) => `${name}: ${reply.headers.get(name) ?? ""}`).join(" ");
  const pattern = new RegExp(value.replace(/[^0-9A-Za-z]/g, "\\$&"), "gi");
  return `${reply.status} ${headers} ${reply.text}`.replace(pattern, "VALUE").replace(/item--[0-9a-z]{7}/gi, "item--x");
}

export function path(type: string, rest = ""): string {
  return `/jsonapi/${type}/${type}${rest}`;
}

/** Rows that don't exist for the actor: a few of each kind of foreignness. */
export function foreignRows(world: LeakWorld, actor: LeakActor, type: string, most = 3): readonly Placed[] {
  const hidden = world.rows.filter((row) => row.type === type && !row.visible(actor));
  const byPart = new Map<string, Placed>();
  for (const row of hidden) if (!byPart.has(row.part.key)) byPart.set(row.part.key, row);
  // A customer's neighbour first, then the sibling, then cousins and parents.
  const near = (row: Placed) =>
    row.part.brand === actor.brand ? 0 : row.part.brand === "b" || row.part.brand === "a" ? 1 : 2;
  return [...byPart.values()].sort((one, two) => near(one) - near(two)).slice(0, most);
}

export function ownRow(world: LeakWorld, actor: LeakActor, type: string): Placed | undefined {
  return world.rows.find((row) => row.type === type && row.visible(actor) && row.part.brand === actor.brand);
}

/** A value of the same shape that exists nowhere. */
export function unknownLike(world: LeakWorld, value: string): string {
  if (/^[0-9a-f-]{36}$/i.test(value)) return randomUUID();
  if (/^\d+$/.test(value))
    return value.slice(0, 2) + Array.from(randomBytes(value.length - 2), (byte) => byte % 10).join("");
  return value.startsWith("zq")
    ? world.tokens.unknown() + value.slice(11)
    : `X${randomBytes(32).toString("hex")}`.slice(0, value.length).toUpperCase();
}

export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the world lacks a row that the probe needs");
  return value;
}
