import type { Hono } from "hono";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { Logger } from "../../../platform/logger.ts";
import type { WebhookInbox } from "../../../platform/webhooks/inbox.ts";
import { webhookRoutes } from "../../../platform/webhooks/routes.ts";
import type { AnyExecutor } from "../execution/executor.ts";
import type { ConnectorRegistry } from "../registry.ts";
import type { Connections } from "../store/connections.ts";
import type { WebhookAddresses } from "./addresses.ts";
import { meantActions, orderOf } from "./meant.ts";

/** What was kept and not worked off is looked for so often, in milliseconds: the backend was away, or the process died. */
const sweepEvery = 20_000;
/** The orders' numbers stand in an address. */
const together = 200;
/** What can't be worked off for so long is left: orders are asked for anyway. */
const patience = 3_600_000;

interface Given {
  readonly inbox: WebhookInbox;
  readonly addresses: WebhookAddresses | undefined;
  readonly connections: Connections | undefined;
  readonly registry: ConnectorRegistry;
  readonly log: Logger;
  acting<Answer>(brand: string, work: (backend: BackendClient) => Promise<Answer>): Promise<Answer>;
  executorOf(capability: string, operation: string): AnyExecutor | undefined;
  /** Asks the vendor how far an action is and writes that, as the action's own job does. */
  ask(brand: string, action: string): Promise<unknown>;
}

/**
 * The door that vendors write to. What is theirs is kept and answered for; then all that waits is worked off together. A message says that there is
 * news, never what they are: the vendor is asked. So one that comes late, twice, in another order than it was sent, or that is not true changes
 * nothing that isn't so, and a hundred of one order are one question.
 */
export class Webhooks {
  #sweeping: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #more = false;

  constructor(private readonly given: Given) {}

  routes(app: Hono): void {
    const { inbox, log, addresses, connections, registry } = this.given;
    webhookRoutes(app, {
      inbox,
      log,
      async sender(address) {
        const known = await addresses?.of(address);
        const scheme = known && registry.webhooksOf(known.adapter)?.signed;
        // Of a connection that is gone, or leads to another vendor now, nothing is taken.
        if (!addresses || !known || !scheme || (await connections?.adapterOf(known)) !== known.adapter)
          return undefined;
        return { connection: known.connection, scheme, secrets: await addresses.secrets(known) };
      },
      came: () => this.workOff(),
    });
  }

  start(): void {
    this.#sweeping = setInterval(() => this.workOff(), sweepEvery).unref();
    this.workOff();
  }

  async stop(): Promise<void> {
    clearInterval(this.#sweeping);
    this.#more = false;
    await this.#working;
  }

  /** One round at a time; what comes meanwhile is in the next. */
  workOff(): void {
    this.#more = true;
    this.#working ??= this.#rounds().finally(() => {
      this.#working = undefined;
    });
  }

  async #rounds(): Promise<void> {
    while (this.#more) {
      this.#more = false;
      try {
        for (const connection of await this.given.inbox.connections()) await this.#workOffOf(connection);
      } catch (error) {
        this.given.log.error({ err: error }, "messages of vendors are worked off later");
      }
    }
  }

  async #workOffOf(connection: string): Promise<void> {
    const { addresses, registry, acting, executorOf, ask, inbox, log, connections } = this.given;
    const place = await addresses?.ofConnection(connection);
    // What comes meanwhile is kept, however long, and worked off once it is taken up again.
    if (place && (await connections?.isPaused(place))) return;
    const messages = await inbox.waiting(connection, together);
    const path = place && registry.webhooksOf(place.adapter)?.order;
    try {
      if (place && path !== undefined) {
        await addresses?.came(connection);
        const orders = new Set(messages.flatMap(({ body }) => orderOf(body, path) ?? []));
        const meant =
          orders.size === 0
            ? []
            : await acting(place.brand, (backend) => meantActions(backend, [...orders], place, executorOf));
        await Promise.all(meant.map((action) => ask(place.brand, action)));
      }
    } catch (error) {
      log.warn({ err: error, connection }, "messages of a vendor wait");
      const left = messages.filter(({ received }) => Date.now() - received.getTime() > patience);
      if (left.length > 0) log.error({ connection, count: left.length }, "messages of a vendor are left");
      return inbox.workedOff(
        connection,
        left.map(({ id }) => id),
      );
    }
    await inbox.workedOff(
      connection,
      messages.map(({ id }) => id),
    );
    if (messages.length === together) this.#more = true;
  }
}
