import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import {
  type Completion,
  type CompletionContext,
  column,
  type Draft,
  type ImportKind,
  type RowProblem,
  text,
  type Values,
} from "../../../base/data-import/index.ts";
import { addDays, nextMonth } from "../../../platform/day.ts";
import { moneyText, parseMoney } from "../../../platform/money.ts";
import { lineFinder } from "../billing-control/billed/find-lines.ts";
import { chargeOf } from "../billing-control/check/charge.ts";

/** What our billing tool bills customers: each row of an invoice, found in the park where it names a line. */
export const billedItems: ImportKind = {
  type: "sw_billed_item",
  writes: ["sw_billed_item"],
  columns: [
    column("sw_billing_site", "account", {
      required: false,
      synonyms:
        "client codeclient idclient nomclient referenceclient societe raisonsociale softwhereid idsoftwhere customer",
    }),
    // The billing tool's own id of it is enough.
    column("sw_billed_item", "billing_site", {
      required: false,
      synonyms: "pointdefacturation pointfacturation billingpoint comptedefacturation comptefacturation idfacturation",
    }),
    column("sw_billed_item", "service_reference", {
      synonyms:
        "ligne numero numeroligne msisdn nd telephone mobile iccid idservice identifiantservice reference service linenumber",
    }),
    column("sw_billed_item", "name", { synonyms: "designation produit article description product item" }),
    column("sw_billed_item", "item_code", { synonyms: "code codeproduit referenceproduit sku productcode" }),
    column("sw_billed_item", "kind", { synonyms: "type typecharge categorie charge" }),
    column("sw_billed_item", "quantity", { synonyms: "qte qty nombre" }),
    column("sw_billed_item", "price", { synonyms: "pu prix puht prixunitaireht tarif" }),
    column("sw_billed_item", "net", { synonyms: "montant montantht netht total totalht amount" }),
    column("sw_billed_item", "period_start", {
      required: true,
      synonyms: "debutperiode periodedu du depuis datedebut periode mois from",
    }),
    column("sw_billed_item", "period_end", { synonyms: "finperiode periodeau au jusquau datefin to" }),
    column("sw_billed_item", "invoice_number", { synonyms: "numerofacture facturenumero invoicenumber" }),
    column("sw_billed_item", "system_id", { synonyms: "id idligne identifiant idabonnement rowid lineid" }),
  ],
  keyColumn: "name",
  // The tool's id may be a subscription's, the same each month; without one a line is billed a thing once in a period.
  key({ billing_site: site, period_start: from, system_id: id, service_reference: of, kind, name }) {
    if (!site || !from) return undefined;
    return [site, from, ...(text(id) ? [id] : [of ?? "", kind ?? "", name ?? ""])].map((one) => text(one)).join("/");
  },
  accountPath: "billing_site.account",
  within: "period_start",
  distinct: [],
  label: ({ name, service_reference: of }) => [text(name), text(of)].filter(Boolean).join(" · "),
  complete: completeItems,
};

interface BillingSite {
  readonly id: string;
  readonly accountId: string;
}

/** Whose the item is, which line it means, and what goes without saying: a month's end, an amount of price and quantity, the kind of charge. */
async function completeItems({
  backend,
  drafts,
  accountIds,
  country,
}: CompletionContext): Promise<(draft: Draft) => Completion> {
  const sites = await backend.listAll("sw_billing_site", () =>
    new DrupalJsonApiParams().addFields("sw_billing_site--sw_billing_site", ["account"]).addSort("id"),
  );
  const known = sites.map(({ id, account }): BillingSite => ({ id, accountId: account?.id ?? "" }));
  const byId = new Map(known.map((site) => [site.id, site]));
  const ofAccount = new Map(accountIds.map((id) => [id, known.filter(({ accountId }) => accountId === id)]));
  const named = drafts.flatMap(({ values }) => text(values["service_reference"]) || []);
  const findLine = await lineFinder(
    backend,
    named.map((reference) => ({ reference })),
    country,
  );
  return ({ values }) => {
    const account = text(values["account"]);
    const own = ofAccount.get(account) ?? [];
    const site = byId.get(text(values["billing_site"])) ?? (own.length === 1 ? own[0] : undefined);
    const start = text(values["period_start"]);
    const end = text(values["period_end"]) || addDays(nextMonth(start), -1);
    const net = netOf(values);
    const reference = text(values["service_reference"]);
    const accountId = site?.accountId ?? account;
    const line = reference ? findLine({ accountId, reference, start, end }) : undefined;
    const missing = [...(site ? [] : ["billing_site"]), ...(net === undefined ? ["net"] : [])];
    return {
      values: {
        ...values,
        account: accountId,
        billing_site: site?.id ?? null,
        period_end: end,
        kind: values["kind"] ?? chargeIn(values, { start, end, net: net ?? 0 }),
        ...(net !== undefined && { net: moneyText(net) }),
        ...(line && { line }),
      },
      problems: [
        ...missing.map(required),
        ...(end < start ? [fault("period_end", "date_invalid", "refused", end)] : []),
        ...(site && reference && !line ? [fault("service_reference", "reference_unknown", "warning", reference)] : []),
      ],
      shared: [],
      extra: () => [],
    };
  };
}

const fault = (
  name: string,
  code: RowProblem["code"],
  severity: RowProblem["severity"],
  found: string,
): RowProblem => ({ column: name, code, severity, found: found.slice(0, 80), suggestions: [] });

const required = (name: string): RowProblem => fault(name, "required", "refused", "");

function netOf({ net, price, quantity }: Values): number | undefined {
  if (net !== undefined) return parseMoney(text(net));
  const unit = price === undefined ? undefined : parseMoney(text(price));
  const count = parseMoney(text(quantity) || "1");
  return unit === undefined || count === undefined ? undefined : Math.round((unit * count) / 10_000);
}

/** What the label says; what it doesn't tell is a subscription. */
function chargeIn(
  { name, item_code: code }: Values,
  { start, end, net }: { readonly start: string; readonly end: string; readonly net: number },
): string {
  return chargeOf({
    lineNumber: "",
    serviceId: null,
    iccid: null,
    number: null,
    customerReference: null,
    itemCode: text(code) || null,
    description: text(name),
    type: null,
    quantity: 10_000,
    gross: null,
    discount: 0,
    net,
    periodStart: start,
    periodEnd: end,
    periodOf: "line",
    level: "line",
  });
}
