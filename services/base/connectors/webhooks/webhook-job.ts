import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { defineJob, type Job } from "../../../platform/jobs/job.ts";
import type { WebhookInbox } from "../../../platform/webhooks/inbox.ts";
import type { AnyExecutor } from "../execution/executor.ts";
import { readingOf } from "../vendor/record.ts";
import type { Addressed } from "./addresses.ts";

const input = z.object({ connection: z.uuid(), id: z.string().min(1) });
/** The backend or the database may be away: an hour and more. */
const patience = { times: 10, wait: 5_000 };
const mostAsked = 20;

/** An order that a vendor has taken, or may have. */
const atTheVendor = ["submitted", "acknowledged", "held", "in_progress", "delivered", "cancelling", "unknown"];
/** It may be there, and its number isn't known yet. */
const withoutNumber = ["submitted", "unknown"];

interface Given {
  readonly inbox: WebhookInbox;
  addressed(connection: string): Promise<Addressed | undefined>;
  /** Where in a message of that vendor the order's number lies; undefined: its messages name none. */
  orderIn(adapter: string): string | undefined;
  acting<Answer>(brand: string, work: (backend: BackendClient) => Promise<Answer>): Promise<Answer>;
  executorOf(capability: string, operation: string): AnyExecutor | undefined;
  /** Asks the vendor how far it is, and writes that: as the action's own job does. */
  ask(brand: string, action: string): Promise<unknown>;
}

/**
 * What a vendor wrote says that there is news, never what they are: the vendor is asked. So a message that comes late, twice, in another order than it
 * was sent, or that is not true changes nothing that isn't so.
 */
export function webhookJob(given: Given): Job<z.infer<typeof input>> {
  return defineJob({
    name: "webhook",
    label: { fr: "Message d’un fournisseur", en: "Message of a vendor" },
    input,
    async run({ connection, id }, steps) {
      const found = await steps.run("read", () => meant(given, connection, id), patience);
      for (const { brand, action } of found) await steps.run(`ask ${action}`, () => given.ask(brand, action), patience);
      await steps.run("worked off", () => given.inbox.workedOff(connection, id), patience);
      return found.length;
    },
  });
}

async function meant({ inbox, addressed, orderIn, acting, executorOf }: Given, connection: string, id: string) {
  const [message, place] = [await inbox.find(connection, id), await addressed(connection)];
  if (!message || !place) return [];
  const { brand, capability, party, adapter } = place;
  const order = orderOf(message.body, orderIn(adapter));
  if (order === undefined) return [];
  return acting(brand, async (backend) => {
    const asked = (states: readonly string[]) =>
      new DrupalJsonApiParams()
        .addFields("sw_action--sw_action", ["operation"])
        .addFilter("capability", capability)
        .addFilter("status", [...states], "IN")
        .addPageLimit(mostAsked)
        .addSort("id");
    const named = await backend.list("sw_action", asked(atTheVendor).addFilter("vendor_reference", order));
    const rows = named.length > 0 ? named : await backend.list("sw_action", asked(withoutNumber));
    const ours: { readonly brand: string; readonly action: string }[] = [];
    for (const { id: action, operation } of rows) {
      const executor = executorOf(capability, operation ?? "");
      if (executor && ((await executor.partyOf?.(backend, action)) ?? null) === party) ours.push({ brand, action });
    }
    return ours;
  });
}

/** The order's number; undefined where the message names none. */
function orderOf(body: Buffer, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  let at: unknown;
  try {
    at = JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
  const { path: members, read } = readingOf(`${path} id`, "webhook");
  for (const member of members)
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[member] : undefined;
  const value = read(at);
  return typeof value === "string" ? value : undefined;
}
