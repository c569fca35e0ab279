/** What a simulated operator writes to those who gave it an address: that there is news of an order, signed as Standard Webhooks says. */
import { randomBytes, randomUUID } from "node:crypto";
import * as z from "zod";
import { Secret } from "../../../platform/secrets/secret.ts";
import { sign } from "../../../platform/webhooks/signatures.ts";

export const callbackAddress = z.strictObject({ url: z.url(), secret: z.string().min(1) });

/** How messages go wrong: sent twice, by somebody else, ten minutes after they were signed, the newest first. */
export const callbackFaults = ["twice", "forged", "late", "shuffled"] as const;
export type CallbackFault = (typeof callbackFaults)[number];

interface Message {
  readonly id: string;
  readonly body: Buffer;
}

const together = 200;

export class Callbacks {
  #to: z.infer<typeof callbackAddress> | undefined;
  #fault: CallbackFault | undefined;
  #waiting: Message[] = [];
  /** The status of each answer, in the order they came; 0: none. */
  readonly answers: number[] = [];

  /** Undefined: nobody is written to. */
  to(address: z.infer<typeof callbackAddress> | undefined, fault?: CallbackFault): void {
    this.#to = address;
    this.#fault = fault;
  }

  /** The order's number alone: what became of it is asked for. */
  tell(order: { readonly id: number }): void {
    if (!this.#to) return;
    const message = {
      id: `msg_${randomUUID()}`,
      body: Buffer.from(JSON.stringify({ type: "order.updated", data: { id: order.id } })),
    };
    if (this.#fault !== "shuffled") {
      void this.#send(message, this.#fault);
      return;
    }
    this.#waiting.push(message);
    if (this.#waiting.length === 1) setTimeout(() => this.#sendAll(), together);
  }

  #sendAll(): void {
    const all = this.#waiting.toReversed();
    this.#waiting = [];
    for (const message of all) void this.#send(message);
  }

  async #send({ id, body }: Message, fault?: CallbackFault): Promise<void> {
    const to = this.#to;
    if (!to) return;
    const secret = fault === "forged" ? `whsec_${randomBytes(24).toString("base64")}` : to.secret;
    const at = new Date(Date.now() - (fault === "late" ? 600_000 : 0));
    const headers = { "content-type": "application/json", ...sign(new Secret(secret), id, at, body) };
    for (let time = 0; time < (fault === "twice" ? 2 : 1); time += 1)
      try {
        this.answers.push((await fetch(to.url, { method: "POST", headers, body: new Uint8Array(body) })).status);
      } catch {
        this.answers.push(0);
      }
  }
}
