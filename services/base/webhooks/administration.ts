import { randomUUID } from "node:crypto";
import type { Secret } from "../../platform/secrets/secret.ts";
import type { SigningSecrets } from "../../platform/webhooks/signing-secret.ts";
import { mostEndpoints, type RefusedEndpoint, type SavedEndpoint } from "./contract.ts";
import { operations, payloadOf, testEvent, typesFor } from "./event-types.ts";
import { doorTo } from "./sending/attempt.ts";
import type { Deliveries } from "./store/deliveries.ts";
import type { Endpoints, Target } from "./store/endpoints.ts";

/** Whoever administers a brand, and what they may see there. */
export interface Administrator {
  readonly brand: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly modules: readonly string[];
}

export interface Entered {
  readonly id?: string | undefined;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
}

interface Given {
  readonly endpoints: Endpoints;
  readonly deliveries: Deliveries;
  readonly secrets: SigningSecrets;
  /** Addresses inside that may be sent to. */
  readonly inside: readonly string[];
  readonly timeout: number;
  /** Something is to be sent. */
  came(): void;
}

/** What people do about addresses. Of another brand's, all of it finds nothing. */
export class Administration {
  constructor(readonly given: Given) {}

  async save(by: Administrator, entered: Entered): Promise<SavedEndpoint | undefined> {
    const { endpoints, secrets } = this.given;
    const fault = this.#eventFault(by, entered.events) ?? (await this.#urlFault(entered.url));
    if (fault) return fault;
    const { brand, permissions } = by;
    const id = entered.id ?? randomUUID();
    const kept = { ...entered, url: new URL(entered.url).href, id, brand, permissions, savedBy: by.name };
    if (entered.id !== undefined) return (await endpoints.change(kept)) ? { kind: "saved", id } : undefined;
    if ((await endpoints.of(brand)).length >= mostEndpoints) return refused("url", "too_many");
    // The secret first: nothing is ever sent unsigned.
    const secret = await secrets.renew({ brand, owner: id });
    await endpoints.add(kept);
    return { kind: "saved", id, secret };
  }

  /** The new secret, which is told this once; the one before signs beside it for a day. */
  async renew(brand: string, id: string): Promise<string | undefined> {
    const { endpoints, secrets } = this.given;
    if (!(await endpoints.has(brand, id))) return undefined;
    const secret = await secrets.renew({ brand, owner: id });
    return (await endpoints.secretRenewed(brand, id)) ? secret : undefined;
  }

  async setState(brand: string, id: string, state: "active" | "paused"): Promise<boolean> {
    const done = await this.given.endpoints.setState(brand, id, state);
    this.given.came();
    return done;
  }

  async remove(brand: string, id: string): Promise<boolean> {
    const done = await this.given.endpoints.remove(brand, id);
    if (done) await this.given.secrets.forget({ brand, owner: id });
    return done;
  }

  /** Sends something that says nothing: its delivery's id. */
  async test(brand: string, endpoint: string): Promise<string | undefined> {
    const known = await this.given.endpoints.target(endpoint);
    if (known?.brand !== brand || known.state !== "active") return undefined;
    const id = randomUUID();
    const event = { type: testEvent, row: endpoint, occurredAt: new Date().toISOString(), fields: [] };
    await this.given.deliveries.add({ id, endpoint, event: testEvent, payload: payloadOf(brand, event) });
    this.given.came();
    return id;
  }

  async resend(brand: string, endpoint: string, id: string): Promise<boolean> {
    const done = await this.given.deliveries.resend(brand, endpoint, id);
    this.given.came();
    return done;
  }

  #eventFault({ permissions, modules }: Administrator, events: readonly string[]): RefusedEndpoint | undefined {
    const types = typesFor(permissions, modules);
    const open = new Set(types.flatMap((type) => operations.map((operation) => `${type}.${operation}`)));
    return events.every((event) => open.has(event)) ? undefined : refused("events", "unknown_event");
  }

  async #urlFault(text: string): Promise<RefusedEndpoint | undefined> {
    const { inside, timeout } = this.given;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hash)
      return refused("url", "no_address");
    if (url.protocol !== "https:" && !inside.includes(url.origin)) return refused("url", "not_secure");
    const door = doorTo(url.href, { inside, timeout });
    try {
      const checked = await door.check(url.href);
      if (checked.ok) return undefined;
      return refused("url", checked.failure.code === "private_address" ? "private_address" : "unresolved");
    } finally {
      await door.close();
    }
  }
}

const refused = (field: RefusedEndpoint["field"], code: RefusedEndpoint["code"]): RefusedEndpoint => ({
  kind: "refused",
  field,
  code,
});

/** What messages for an address are signed with now. */
export const secretsOf =
  (secrets: SigningSecrets) =>
  ({ brand, id, secretSince }: Target): Promise<readonly Secret[]> =>
    secrets.of({ brand, owner: id }, secretSince);
