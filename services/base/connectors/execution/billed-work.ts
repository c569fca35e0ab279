import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BillingWork } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { success } from "../../../platform/result.ts";
import { type Billing, billing } from "../capabilities/billing.ts";
import type { Words } from "../capabilities/capability.ts";
import type { BilledAction, BilledArticle, BilledTrade } from "./billed-trade.ts";
import { type BilledWork, findDraft, findOnSubscription, putOnSubscription, sendDraft } from "./billed-work-sending.ts";
import { catalogueArticle, cataloguePrice } from "./catalogue.ts";
import { readyActions } from "./due-actions.ts";
import { type ActionNamed, defineExecutor, type DueAction, isSystem, type VendorNamed } from "./executor.ts";
import type { Progress } from "./progress.ts";
import { shortReference } from "./short-reference.ts";

/** Billed again and again: a line of the billing site's subscription. */
const recurring = ["create_service", "modify_subscription", "add_option"];
/** Billed once: a draft of an invoice. */
const once = ["add_hardware", "add_fee"];
const isOnce = (operation: string): boolean => once.includes(operation);

/**
 * What is billed: services and options are lines of one subscription for each billing site and period, hardware and fees drafts of invoices. Its
 * price is the platform's, never the action's.
 */
export const billedWork = (trades: readonly BilledTrade[]) =>
  defineExecutor<Billing, BilledWork>({
    capability: billing,
    operations: [...recurring, ...once],
    due: async (backend, day, modules) => notWaiting(backend, await dueWork(backend, day), { day, modules, trades }),
    wanted: (backend, action, vendor) => wanted(backend, action, vendor, trades),
    isAble: (offer, operation) =>
      Boolean(
        offer.findProduct &&
          offer.createProduct &&
          (isOnce(operation)
            ? offer.findInvoice && offer.createDraftInvoice
            : offer.findSubscription &&
              offer.subscriptionLines &&
              offer.createSubscription &&
              offer.changeSubscription),
      ),
    async find(offer, work) {
      const found = isOnce(work.operation) ? await findDraft(offer, work) : await findOnSubscription(offer, work);
      return found.ok ? success(found.value === null ? null : done(found.value)) : found;
    },
    async send(offer, work) {
      const sent = isOnce(work.operation) ? await sendDraft(offer, work) : await putOnSubscription(offer, work);
      return sent.ok ? success(done(sent.value)) : sent;
    },
    follows: ({ subject, ...work }, { reference }, vendor) =>
      subject?.follows({ ...work, billingSite: work.billingSite.id, systemId: reference ?? "" }, vendor) ?? [],
  });

const done = (reference: string): Progress => ({ state: "done", reference });

const noCode: Words = {
  fr: "L’action ne dit pas quel article du catalogue facturer.",
  en: "The action doesn’t say which article of the catalogue to bill.",
};
const noService: Words = {
  fr: "L’action ne dit pas quel service est modifié.",
  en: "The action doesn’t say which service is modified.",
};
const notBilled = ({ label }: VendorNamed): Words => ({
  fr: `${label} ne facture pas encore ce service : il faut d’abord le créer.`,
  en: `${label} doesn’t bill this service yet: it has to be created first.`,
});
export const noSite: Words = {
  fr: "Aucun site de facturation n’est connu pour cette action.",
  en: "No billing site is known for this action.",
};
const unknownCode = (code: string): Words => ({
  fr: `Aucun article actif du catalogue n’a le code ${code}, ou plusieurs l’ont.`,
  en: `No active article of the catalogue has the code ${code}, or several have.`,
});
const noPrice = ({ name }: BilledArticle): Words => ({
  fr: `« ${name} » n’a pas de prix de vente à ce jour.`,
  en: `“${name}” has no sell price as of today.`,
});
export const noCustomer = (site: string, { label }: VendorNamed): Words => ({
  fr: `Le site de facturation « ${site} » n’a pas de client chez ${label} : il faut d’abord le créer ou le rattacher.`,
  en: `The billing site “${site}” has no customer at ${label}: it has to be created or mapped first.`,
});

async function wanted(
  backend: BackendClient,
  { id, operation, key, today, modules }: ActionNamed,
  vendor: VendorNamed,
  trades: readonly BilledTrade[],
): Promise<{ readonly wanted: BilledWork } | { readonly refused: Words }> {
  const params = new DrupalJsonApiParams().addFields("sw_action--sw_action", ["payload", "billing_site"]);
  const action = await backend.get("sw_action", id, params);
  const { code, quantity = 1, startsOn, details } = (action.payload ?? {}) as Partial<BillingWork>;
  const subject = await subjectOf(
    backend,
    { id, operation, today },
    trades.filter(({ module }) => modules.includes(module)),
  );
  if (subject && "refused" in subject) return subject;
  if (operation === "modify_subscription") {
    if (!subject?.service) return { refused: noService };
    if (subject.isBilledBy?.(vendor) === false) return { refused: notBilled(vendor) };
  }
  const article = code ? await catalogueArticle(backend, code) : isService(operation) ? subject?.article : undefined;
  if (!article) return { refused: code ? unknownCode(code) : noCode };
  const price = subject?.priceOf(article) ?? (await cataloguePrice(backend, article.id, today));
  if (!price) return { refused: noPrice(article) };
  const siteId = action.billing_site?.id ?? subject?.billingSite;
  const site = siteId && (await siteOf(backend, siteId));
  if (!site) return { refused: noSite };
  if (!site.customer || !isSystem(site.system, vendor)) return { refused: noCustomer(site.name, vendor) };
  const name = subject?.name ?? (isOnce(operation) ? details : undefined);
  return {
    wanted: {
      operation,
      key,
      billingSite: { id: site.id, name: site.name },
      customer: site.customer,
      article,
      label: (name ? `${article.name} — ${name}` : article.name).slice(0, 200),
      reference: shortReference(isService(operation) ? (subject?.service ?? key) : key),
      quantity,
      price,
      // Nothing is billed for days gone by unless the action says so.
      startsOn: startsOn ?? today,
      today,
      subject,
    },
  };
}

const isService = (operation: string): boolean => operation === "create_service" || operation === "modify_subscription";

async function subjectOf(
  backend: BackendClient,
  action: BilledAction,
  trades: readonly BilledTrade[],
): ReturnType<BilledTrade["subjectOf"]> {
  for (const trade of trades) {
    const subject = await trade.subjectOf(backend, action);
    if (subject) return subject;
  }
  return undefined;
}

export async function siteOf(backend: BackendClient, id: string) {
  const params = new DrupalJsonApiParams().addFields("sw_billing_site--sw_billing_site", [
    "name",
    "billing_system",
    "external_id",
  ]);
  const site = await backend.get("sw_billing_site", id, params);
  return { id, name: site.name ?? "", system: site.billing_system, customer: site.external_id };
}

/** Those that no trade holds back for a later day. */
export async function notWaiting(
  backend: BackendClient,
  ready: readonly DueAction[],
  of: { readonly day: string; readonly modules: readonly string[]; readonly trades: readonly BilledTrade[] },
): Promise<readonly DueAction[]> {
  if (ready.length === 0) return ready;
  const open = of.trades.filter(({ module }) => of.modules.includes(module));
  const later = await Promise.all(open.map((trade) => trade.waitingAfter(backend, of.day)));
  return ready.filter(({ id }) => !later.some((ids) => ids.has(id)));
}

/** Ready, the day has come, and the one from which it is to be billed too. */
async function dueWork(backend: BackendClient, day: string): Promise<readonly DueAction[]> {
  const ready = await backend.listAll("sw_action", () =>
    readyActions(billing.name, [...recurring, ...once])
      .addFields("sw_action--sw_action", ["status", "depends_on", "payload"])
      .addFilter("planned_on", day, "<="),
  );
  return ready
    .filter(({ depends_on: others }) => (others ?? []).every(({ status }) => status === "done"))
    .filter(({ payload }) => ((payload as BillingWork | null)?.startsOn ?? day) <= day);
}
