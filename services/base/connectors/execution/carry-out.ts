import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import type { BilledCustomer, Billing } from "../capabilities/billing.ts";
import type { VendorFailure } from "../vendor/failure.ts";
import { type ActionToDo, readAction } from "./action.ts";

export type Outcome =
  /** It is in a state that this round can't change. */
  | { readonly kind: "ended"; readonly status: string }
  | { readonly kind: "later"; readonly milliseconds: number; readonly why: string };

export interface Doing {
  readonly backend: BackendClient;
  readonly billing: Billing;
  /** The vendor's name, kept at the billing site. */
  readonly adapter: string;
  /** After so many milliseconds what was sent has arrived, or never will. */
  readonly settle: number;
  /** Until the second try, in milliseconds. */
  readonly firstWait: number;
  /** Which try it is, from 1. */
  readonly round: number;
  /** The brand's language: what is refused is read there. */
  readonly locale: "fr" | "en";
  readonly now?: () => number;
}

const reasons = {
  address: { fr: "Le site de facturation n’a pas d’adresse complète.", en: "The billing site has no whole address." },
  unable: { fr: "Ce système de facturation ne sait pas le faire.", en: "This billing system can’t do it." },
} as const;

const longestWait = 3_600_000;

/**
 * One try at making a customer who is billed. It may be repeated at any point: the action says what was tried, the vendor what was done. It is
 * recorded before it is tried; before anything is sent the vendor is asked for our reference; what was sent and not answered is asked for until it
 * would have arrived.
 */
export async function carryOut(id: string, doing: Doing): Promise<Outcome> {
  try {
    return await tryOnce(await readAction(doing.backend, id), doing);
  } catch (error) {
    // Somebody else wrote it meanwhile: what they wrote is read next.
    if (error instanceof BackendError && error.status === 409)
      return { kind: "later", milliseconds: 1_000, why: "changed meanwhile" };
    throw error;
  }
}

async function tryOnce(read: ActionToDo, doing: Doing): Promise<Outcome> {
  const { billing, settle, now = Date.now } = doing;
  const wasSent = read.status === "submitted" || read.status === "unknown";
  if (read.status !== "ready" && !wasSent) return ended(read);
  if (read.waits && !wasSent) return ended(read);
  const { findCustomer, createCustomer } = billing;
  const writing = new Writing(doing.backend, read);
  if (!findCustomer || !createCustomer || !read.customer || !read.billingSite) {
    if (wasSent) return ended(read);
    const reason = reasons[read.customer ? "unable" : "address"][doing.locale];
    return ended(await writing.to({ status: "rejected_by_us", reason }));
  }
  const found = await findCustomer(read.customer.reference);
  if (!found.ok) return postponed(writing, found.failure, doing);
  if (found.value) return made(writing, found.value, doing);
  if (wasSent) {
    const rest = read.changed + settle - now();
    if (rest > 0) return { kind: "later", milliseconds: rest, why: "not settled" };
    // It would be there by now.
    await writing.to({ status: "ready" });
  }
  await writing.to({ status: "submitted", attempts: read.attempts + 1, next_attempt_at: null });
  const sent = await createCustomer(read.customer);
  if (sent.ok) return made(writing, sent.value, doing);
  const { code, message } = sent.failure;
  if (code === "unknown_outcome" || code === "schema_drift") {
    await writing.to({ status: "unknown", result: message });
    return { kind: "later", milliseconds: settle, why: message };
  }
  if (code === "refused" || code === "conflict")
    return ended(await writing.to({ status: "rejected_by_vendor", reason: message.slice(0, 255), result: message }));
  // Nothing was done.
  await writing.to({ status: "ready" });
  return postponed(writing, sent.failure, doing);
}

/** The vendor has the customer: the action is done, and the billing site knows its name there. */
async function made(writing: Writing, customer: BilledCustomer, { adapter }: Doing): Promise<Outcome> {
  if (writing.action.status === "ready") await writing.to({ status: "submitted" });
  return ended(await writing.done(customer.id, adapter));
}

async function postponed(writing: Writing, failure: VendorFailure, doing: Doing): Promise<Outcome> {
  const { round, firstWait, now = Date.now } = doing;
  const usual = Math.min(firstWait * 2 ** (round - 1), longestWait);
  const milliseconds = Math.round((failure.retryAfter ?? 0) * 1_000 || usual * (0.75 + Math.random() / 2));
  const at = new Date(now() + milliseconds).toISOString().replace(/\.\d+Z$/, "+00:00");
  await writing.to({ next_attempt_at: at, result: failure.message });
  return { kind: "later", milliseconds, why: failure.message };
}

const ended = ({ status }: { readonly status: string }): Outcome => ({ kind: "ended", status });

/** Writes an action step by step, each on what the step before left. */
class Writing {
  action: Pick<ActionToDo, "id" | "version" | "status" | "billingSite">;

  constructor(
    private readonly backend: BackendClient,
    read: ActionToDo,
  ) {
    this.action = read;
  }

  async to(attributes: Readonly<Record<string, unknown>>): Promise<Writing["action"]> {
    const { id, version } = this.action;
    const written = await this.backend.update("sw_action", {
      type: "sw_action--sw_action",
      id,
      attributes: { version, ...attributes },
    });
    this.action = {
      ...this.action,
      version: written.version ?? version + 1,
      status: typeof attributes["status"] === "string" ? attributes["status"] : this.action.status,
    };
    return this.action;
  }

  /** Both or neither. */
  async done(reference: string, adapter: string): Promise<Writing["action"]> {
    const { id, version, billingSite } = this.action;
    await this.backend.operate([
      {
        op: "update",
        data: {
          type: "sw_action--sw_action",
          id,
          attributes: { version, status: "done", vendor_reference: reference, next_attempt_at: null },
        },
      },
      ...(billingSite
        ? [
            {
              op: "update" as const,
              data: {
                type: "sw_billing_site--sw_billing_site",
                id: billingSite.id,
                attributes: { billing_system: adapter, external_id: reference },
              },
            },
          ]
        : []),
    ]);
    this.action = { ...this.action, version: version + 1, status: "done" };
    return this.action;
  }
}
