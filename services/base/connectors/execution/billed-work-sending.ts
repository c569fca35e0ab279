import { failure, success } from "../../../platform/result.ts";
import type { BilledLine, Billing, WantedLine } from "../capabilities/billing.ts";
import type { VendorResult } from "../vendor/failure.ts";
import type { BilledArticle, BilledPrice, BilledSubject } from "./billed-trade.ts";
import { shortReference } from "./short-reference.ts";

/** What an action wants billed, with all that is sent. */
export interface BilledWork {
  readonly operation: string;
  readonly key: string;
  readonly billingSite: { readonly id: string; readonly name: string };
  /** The billing system's number of the customer. */
  readonly customer: string;
  readonly article: BilledArticle;
  readonly label: string;
  /** What our line there is called. */
  readonly reference: string;
  readonly quantity: number;
  readonly price: BilledPrice;
  readonly startsOn: string;
  readonly today: string;
  readonly subject: BilledSubject | undefined;
}

/** Days until an invoice has to be paid; who looks at the draft may say another day. */
const daysToPay = 30;

/** What the billing system calls a line of a subscription. */
const nameOf = (subscription: string, line: string) => `${subscription}/${line}`;

/** One subscription for each billing site and period. */
export const subscriptionName = (billingSite: string, months: BilledPrice["months"]): string =>
  shortReference(`${billingSite}/${months}`);
const subscriptionOf = ({ billingSite, price }: BilledWork) => subscriptionName(billingSite.id, price.months);

interface Place {
  readonly subscription: string;
  readonly line: BilledLine | undefined;
}

/** The subscription, and our line of it. */
async function placeOf(offer: Required<Billing>, work: BilledWork): Promise<VendorResult<Place | null>> {
  const found = await offer.findSubscription(work.customer, subscriptionOf(work));
  if (!found.ok || !found.value) return found.ok ? success(null) : found;
  const subscription = found.value.id;
  for (let cursor: string | undefined; ; ) {
    const page = await offer.subscriptionLines(subscription, cursor);
    if (!page.ok) return page;
    const line = page.value.items.find(({ reference }) => reference === work.reference);
    if (line || page.value.next === undefined) return success({ subscription, line });
    cursor = page.value.next;
  }
}

const isAsWanted = (line: BilledLine, { label, price, quantity }: BilledWork): boolean =>
  line.label.trim() === label.trim() && Number(line.price) === Number(price.net) && Number(line.quantity) === quantity;

/** Our line, where it bills what is wanted: its name there. */
export async function findOnSubscription(offer: Billing, work: BilledWork): Promise<VendorResult<string | null>> {
  const place = await placeOf(offer as Required<Billing>, work);
  if (!place.ok) return place;
  const { subscription, line } = place.value ?? {};
  return success(subscription && line && isAsWanted(line, work) ? nameOf(subscription, line.id) : null);
}

/** The last at work for a customer: two at once would make two subscriptions, or end one that the other adds to. */
const turns = new Map<string, Promise<unknown>>();
export async function inTurn<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === mine) turns.delete(key);
  }
}

/** Adds our line to the subscription, which is made for it, or changes the one that is there. */
export const putOnSubscription = (offer: Billing, work: BilledWork): Promise<VendorResult<string>> =>
  inTurn(subscriptionOf(work), () => put(offer as Required<Billing>, work));

async function put(offer: Required<Billing>, work: BilledWork): Promise<VendorResult<string>> {
  const place = await placeOf(offer, work);
  if (!place.ok) return place;
  const { subscription, line } = place.value ?? {};
  if (!line && work.operation === "modify_subscription")
    return failure({ code: "refused", message: "Not billed there: it has to be created first" });
  const wanted = await lineOf(offer, work);
  if (!wanted.ok) return wanted;
  const { billingSite, customer, startsOn, price } = work;
  const done = !subscription
    ? await offer.createSubscription({
        customer,
        startsOn,
        label: price.months === 1 ? billingSite.name : `${billingSite.name} (${price.months})`,
        reference: subscriptionOf(work),
        months: `${price.months}`,
        lines: [wanted.value],
      })
    : await offer.changeSubscription(
        subscription,
        line ? { changed: [{ ...wanted.value, id: line.id }] } : { added: [wanted.value] },
      );
  if (!done.ok) return done;
  const made = await findOnSubscription(offer, work);
  if (made.ok && made.value !== null) return success(made.value);
  // It was done; which line it is is asked for again.
  return failure({ code: "unknown_outcome", message: made.ok ? "The line is not there yet" : made.failure.message });
}

/** A draft that was made under our key. */
export async function findDraft({ findInvoice }: Billing, { key }: BilledWork): Promise<VendorResult<string | null>> {
  const found = await findInvoice?.(key);
  return !found ? success(null) : found.ok ? success(found.value?.id ?? null) : found;
}

export async function sendDraft(offer: Billing, work: BilledWork): Promise<VendorResult<string>> {
  const wanted = await lineOf(offer as Required<Billing>, work);
  if (!wanted.ok) return wanted;
  const { customer, key, label, startsOn: issuedOn } = work;
  const dueOn = new Date(Date.parse(issuedOn) + daysToPay * 86_400_000).toISOString().slice(0, 10);
  const invoice = { customer, reference: key, subject: label, issuedOn, dueOn, lines: [wanted.value] };
  const made = await (offer as Required<Billing>).createDraftInvoice(invoice);
  return made.ok ? success(made.value.id) : made;
}

/** The line with the vendor's article, which is made where it isn't there. */
async function lineOf(offer: Required<Billing>, work: BilledWork): Promise<VendorResult<WantedLine>> {
  const { article, price, reference, label, quantity } = work;
  const found = await offer.findProduct(article.code);
  if (!found.ok) return found;
  const product =
    found.value ?? (await offer.createProduct({ label: article.name, reference: article.code, price: price.net }));
  if ("ok" in product && !product.ok) return product;
  const { id } = "ok" in product ? product.value : product;
  return success({ reference, label, product: id, quantity: String(quantity), price: price.net });
}
