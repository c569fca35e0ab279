import type { Hono } from "hono";
import type { Logger } from "../../../platform/logger.ts";
import type { WebhookInbox } from "../../../platform/webhooks/inbox.ts";
import { webhookRoutes } from "../../../platform/webhooks/routes.ts";
import type { ConnectorRegistry } from "../registry.ts";
import type { Connections } from "../store/connections.ts";
import type { WebhookAddresses } from "./addresses.ts";

/** What was kept and not begun is looked for so often, in milliseconds: the database was away in between. */
const sweepEvery = 60_000;

interface Given {
  readonly inbox: WebhookInbox;
  readonly addresses: WebhookAddresses | undefined;
  readonly connections: Connections | undefined;
  readonly registry: ConnectorRegistry;
  readonly log: Logger;
  /** Begins the job that works a message off, once for good however often it is begun. */
  begin(connection: string, id: string): Promise<void>;
}

/** The door that vendors write to: what is theirs is kept and answered for, then worked off. */
export class Webhooks {
  #sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly given: Given) {}

  routes(app: Hono): void {
    const { inbox, log, addresses, connections, registry } = this.given;
    webhookRoutes(app, {
      inbox,
      log,
      async sender(address) {
        const known = await addresses?.of(address);
        const connection = known && (await connections?.of(known));
        const scheme = known && registry.webhooksOf(known.adapter)?.signed;
        // Of a connection that is gone, or leads to another vendor now, nothing is taken.
        if (!addresses || !known || !scheme || connection?.adapter !== known.adapter) return undefined;
        return { connection: known.connection, scheme, secrets: await addresses.secrets(known) };
      },
      came: (connection, id) => {
        addresses?.came(connection).catch((error: unknown) => log.warn({ err: error }, "its moment was not kept"));
        void this.#begin(connection, id);
      },
    });
  }

  start(): void {
    this.#sweeping = setInterval(() => void this.#sweep(), sweepEvery).unref();
    void this.#sweep();
  }

  stop(): void {
    clearInterval(this.#sweeping);
  }

  async #sweep(): Promise<void> {
    const { inbox, log } = this.given;
    try {
      for (const { connection, id } of await inbox.waiting()) await this.#begin(connection, id);
    } catch (error) {
      log.error({ err: error }, "messages of vendors not looked for");
    }
  }

  async #begin(connection: string, id: string): Promise<void> {
    try {
      await this.given.begin(connection, id);
    } catch (error) {
      this.given.log.error({ err: error, connection }, "a vendor's message waits");
    }
  }
}
