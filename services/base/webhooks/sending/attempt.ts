import { Egress } from "../../../platform/egress/egress.ts";
import type { Logger } from "../../../platform/logger.ts";
import type { Secret } from "../../../platform/secrets/secret.ts";
import { sign } from "../../../platform/webhooks/signatures.ts";
import type { Outcome } from "../store/deliveries.ts";

/** An answer means its status; of what is said besides nothing is kept. */
const mostBytes = 64_000;
export const atOnce = 4;

/** The way to one address: https out in the world, or one of the addresses inside that the installation allows. */
export function doorTo(
  url: string,
  { inside, timeout, log }: { readonly inside: readonly string[]; readonly timeout: number; readonly log?: Logger },
): Egress {
  const { origin, pathname } = new URL(url);
  return new Egress(
    {
      name: "webhook",
      origins: [origin],
      inside: inside.includes(origin),
      timeout,
      maxBytes: mostBytes,
      connections: atOnce,
      // Who knows such an address may write there.
      secrets: pathname.length > 3 ? [pathname] : [],
    },
    { ...(log && { log }) },
  );
}

export interface Message {
  readonly id: string;
  readonly payload: string;
}

export interface Tried extends Outcome {
  readonly isTaken: boolean;
  /** Seconds that the receiver asks us to wait. */
  readonly retryAfter: number;
}

/** One try. What is 2xx is taken, whatever its body is like; all else isn't. */
export async function attempt(
  door: Pick<Egress, "request">,
  url: string,
  { id, payload }: Message,
  secrets: readonly Secret[],
  signal: AbortSignal,
): Promise<Tried> {
  const body = Buffer.from(payload);
  const started = new Date();
  const headers = {
    "content-type": "application/json",
    "user-agent": "SoftWhere-Webhooks/1",
    ...sign(secrets, id, started, body),
  };
  const answer = await door.request({ method: "POST", url, headers, body, signal });
  const status = answer.ok ? answer.value.status : (answer.failure.status ?? null);
  const isTaken = status !== null && status >= 200 && status < 300;
  const wanted = Number(answer.ok ? answer.value.headers["retry-after"] : 0);
  return {
    isTaken,
    status,
    failure: answer.ok || isTaken ? null : answer.failure.code,
    milliseconds: Date.now() - started.getTime(),
    retryAfter: Number.isFinite(wanted) && wanted > 0 ? wanted : 0,
  };
}
