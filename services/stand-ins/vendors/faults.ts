import * as z from "zod";

/** What can go wrong at a vendor, on demand. */
export const fault = z.strictObject({
  /** `POST /api/…`: method and path of the request that it befalls, with `*` at its end where any goes on from there; without one, any. */
  on: z.string().optional(),
  kind: z.enum(["limited", "error", "slow", "drop", "commit_then_drop", "wrong_schema", "expired"]),
  times: z.int().min(1).max(1000).default(1),
  /** limited: what Retry-After says. */
  seconds: z.number().min(0).max(3600).default(1),
  /** slow: how long. */
  milliseconds: z.int().min(0).max(120_000).default(1000),
});
export type Fault = z.infer<typeof fault>;

/** Faults that wait for their request, in the order they were asked for. */
export class Faults {
  #waiting: Fault[] = [];

  add(asked: z.input<typeof fault>): void {
    this.#waiting.push(fault.parse(asked));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that befalls this request, if any. */
  take(method: string, path: string): Fault | undefined {
    const at = this.#waiting.findIndex(({ on }) => on === undefined || isOn(on, `${method} ${path}`));
    const found = this.#waiting[at];
    if (found && --found.times === 0) this.#waiting.splice(at, 1);
    return found;
  }
}

const isOn = (on: string, request: string): boolean =>
  on.endsWith("*") ? request.startsWith(on.slice(0, -1)) : on === request;
