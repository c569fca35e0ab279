import type { BackendClient } from "../../../platform/backend/client.ts";
import { failure, success } from "../../../platform/result.ts";
import { type Billing, billing } from "../capabilities/billing.ts";
import type { Words } from "../capabilities/capability.ts";
import type { VendorResult } from "../vendor/failure.ts";
import type { BilledEnd, BilledTrade } from "./billed-trade.ts";
import { noCustomer, noSite, notWaiting, siteOf } from "./billed-work.ts";
import { inTurn, subscriptionName } from "./billed-work-sending.ts";
import { dueByDay } from "./due-actions.ts";
import { type ActionNamed, defineExecutor, isSystem, type Progress, type VendorNamed } from "./executor.ts";
import { shortReference } from "./short-reference.ts";

const named = { capability: billing, operations: ["end_service"] };

/** A subscription that may bill it. */
interface Place {
  readonly customer: string;
  readonly subscription: string;
}

interface Ending {
  readonly places: readonly Place[];
  /** What our lines there are called. */
  readonly references: ReadonlySet<string>;
  readonly end: BilledEnd;
}

/**
 * Ends what is billed again and again: its lines are taken off their subscriptions, and one that had no others is ended. What isn't billed is done;
 * what was invoiced stays as it is.
 */
export const billedEnd = (trades: readonly BilledTrade[]) =>
  defineExecutor<Billing, Ending>({
    ...named,
    due: async (backend, day, modules) =>
      notWaiting(backend, await dueByDay(backend, named, day), { day, modules, trades }),
    wanted: (backend, action, vendor) => wanted(backend, action, vendor, trades),
    isAble: ({ findSubscription, subscriptionLines, changeSubscription, endSubscription }) =>
      Boolean(findSubscription && subscriptionLines && changeSubscription && endSubscription),
    async find(offer, ending) {
      const billed = await isBilled(offer as Required<Billing>, ending);
      return billed.ok ? success(billed.value ? null : done) : billed;
    },
    async send(offer, ending) {
      for (const place of ending.places) {
        const taken = await inTurn(place.subscription, () => takeOff(offer as Required<Billing>, place, ending));
        if (!taken.ok) return taken;
      }
      const billed = await isBilled(offer as Required<Billing>, ending);
      if (billed.ok && !billed.value) return success(done);
      // It was done; whether it is billed is asked for again.
      return failure({ code: "unknown_outcome", message: billed.ok ? "It is still billed" : billed.failure.message });
    },
    follows: ({ end }, { state }, vendor) => (state === "done" ? end.follows(vendor) : []),
  });

const done: Progress = { state: "done", reference: null };

const noService: Words = {
  fr: "L’action ne dit pas quel service n’est plus à facturer.",
  en: "The action doesn’t say which service is no longer billed.",
};

async function wanted(
  backend: BackendClient,
  { id, operation, today, modules }: ActionNamed,
  vendor: VendorNamed,
  trades: readonly BilledTrade[],
): Promise<{ readonly wanted: Ending } | { readonly refused: Words }> {
  let end: Awaited<ReturnType<BilledTrade["endOf"]>>;
  for (const trade of trades.filter(({ module }) => modules.includes(module)))
    end ??= await trade.endOf(backend, { id, operation, today });
  if (!end) return { refused: noService };
  if ("refused" in end) return end;
  const sites = await Promise.all(end.billingSites.map((site) => siteOf(backend, site)));
  const here = sites.filter(({ system, customer }) => customer && isSystem(system, vendor));
  // Billed there, and nobody knows as whose: it would go on.
  if (here.length === 0 && end.isBilledBy(vendor))
    return { refused: sites[0] ? noCustomer(sites[0].name, vendor) : noSite };
  const places = here.flatMap(({ id: site, customer }) =>
    ([1, 3, 12] as const).map((months) => ({
      customer: customer ?? "",
      subscription: subscriptionName(site, months),
    })),
  );
  return { wanted: { places, references: new Set(end.names.map(shortReference)), end } };
}

/** Our lines of a subscription, and whether there are others; null: it bills nothing of ours. */
async function billedAt(
  offer: Required<Billing>,
  { customer, subscription }: Place,
  { references }: Ending,
): Promise<VendorResult<{ readonly id: string; readonly ours: readonly string[]; readonly isAll: boolean } | null>> {
  const found = await offer.findSubscription(customer, subscription);
  if (!found.ok || !found.value) return found.ok ? success(null) : found;
  const { id } = found.value;
  const ours: string[] = [];
  let isAll = true;
  for (let cursor: string | undefined; ; ) {
    const page = await offer.subscriptionLines(id, cursor);
    if (!page.ok) return page;
    for (const line of page.value.items)
      if (line.reference !== null && references.has(line.reference)) ours.push(line.id);
      else isAll = false;
    if (page.value.next === undefined) return success(ours.length > 0 ? { id, ours, isAll } : null);
    cursor = page.value.next;
  }
}

async function isBilled(offer: Required<Billing>, ending: Ending): Promise<VendorResult<boolean>> {
  for (const place of ending.places) {
    const billed = await billedAt(offer, place, ending);
    if (!billed.ok || billed.value) return billed.ok ? success(true) : billed;
  }
  return success(false);
}

async function takeOff(offer: Required<Billing>, place: Place, ending: Ending): Promise<VendorResult<unknown>> {
  const billed = await billedAt(offer, place, ending);
  if (!billed.ok || !billed.value) return billed;
  const { id, ours, isAll } = billed.value;
  return isAll
    ? offer.endSubscription(id)
    : offer.changeSubscription(id, { removed: ours.map((line) => ({ id: line })) });
}
