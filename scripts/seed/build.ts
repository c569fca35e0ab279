import { deterministicUuid } from "../../services/platform/deterministic-uuid.ts";
import { demoBilling } from "../../services/stand-ins/composition.ts";
import { buildSiteLines, type DemoLine, NumberPlan, siteKey } from "./build-lines.ts";
import type { DemoAccount, DemoBrand } from "./demo-accounts.ts";
import { net, plans, suppliers } from "./demo-catalogue.ts";
import { addBilledItems, addOptions } from "./demo-extras.ts";
import { addPlanned, endOfCurrentPlan } from "./demo-planned.ts";
import { firstNames, lastNames, towns } from "./demo-names.ts";
import type { Identifier, Operation, ResourceObject } from "./jsonapi-client.ts";
import { Random } from "./random.ts";

export interface DemoContent {
  readonly operations: readonly Operation[];
  readonly lines: readonly DemoLine[];
}

/** Ids of a brand's rows are made from their names, so that seeding twice creates once. */
export class Ids {
  constructor(private readonly brand: string) {}

  of(type: string, key: string): string {
    return deterministicUuid(`${this.brand}/${type}/${key}`);
  }

  ref(type: string, key: string): { data: Identifier } {
    return { data: { type: `${type}--${type}`, id: this.of(type, key) } };
  }
}

/** Everything a demo brand holds besides its users, as operations in an order in which each reference exists. */
export function buildDemo(brand: DemoBrand, salespeople: readonly string[]): DemoContent {
  const ids = new Ids(brand.key);
  const random = new Random([...brand.key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0);
  const numbers = new NumberPlan();
  const operations: Operation[] = [];
  const lines: DemoLine[] = [];
  const add = (
    type: string,
    key: string,
    attributes: Record<string, unknown>,
    relationships: ResourceObject["relationships"] = {},
  ) => {
    operations.push({
      op: "add",
      data: { type: `${type}--${type}`, id: ids.of(type, key), attributes, relationships },
    });
  };

  for (const supplier of suppliers) add("sw_supplier", supplier.code, { ...supplier, invoice_names: [supplier.name] });
  add("sw_catalogue", "main", { name: `Catalogue ${brand.name}` });
  for (const plan of plans) {
    add(
      "sw_catalogue_item",
      plan.code,
      { code: plan.code, name: plan.name, kind: plan.kind, service_type: plan.serviceType },
      { catalogue: ids.ref("sw_catalogue", "main"), supplier: ids.ref("sw_supplier", plan.supplier) },
    );
    add(
      "sw_price",
      `${plan.code}/sell`,
      {
        direction: "sell",
        gross: plan.sell.toFixed(4),
        discount: "0.0000",
        net: plan.sell.toFixed(4),
        billing_period: plan.per ?? "month",
        valid_from: "2022-01-01",
        source: "Grille 2022",
      },
      { item: ids.ref("sw_catalogue_item", plan.code) },
    );
    plan.buy.forEach((price, index) => {
      const next = plan.buy[index + 1];
      const validTo = next ? new Date(Date.parse(next.from) - 86_400_000).toISOString().slice(0, 10) : null;
      add(
        "sw_price",
        `${plan.code}/buy/${price.from}`,
        {
          direction: "buy",
          gross: price.gross.toFixed(4),
          discount: price.discount.toFixed(4),
          net: net(price).toFixed(4),
          billing_period: plan.per ?? "month",
          valid_from: price.from,
          valid_to: validTo,
          source: index === 0 ? "Contrat cadre" : `Avenant ${index + 2}`,
        },
        { item: ids.ref("sw_catalogue_item", plan.code) },
      );
    });
  }

  for (const account of brand.accounts) {
    addAccount(add, ids, account, random, salespeople);
    for (const site of account.sites) lines.push(...buildSiteLines(account, site, numbers, random));
  }
  addLines(add, ids, lines);
  const demo = { add, ref: (type: string, key: string) => ids.ref(type, key), lines };
  addPlanned(demo);
  if (brand.key === "softwhere") {
    addOptions(demo);
    addBilledItems(demo);
  }
  return { operations, lines };
}

type Add = (
  type: string,
  key: string,
  attributes: Record<string, unknown>,
  relationships?: ResourceObject["relationships"],
) => void;

/** A billing point; where the billing system's stand-in has it as a customer, that one's number, and the billing point besides. */
function billedAs(account: DemoAccount, site: string, number: number) {
  const point = `BP-${account.id.slice(-5)}-${number}`;
  const customer = demoBilling.customers[`${account.id}/${site}`];
  return customer === undefined
    ? { billing_system: "CFAST", external_id: point }
    : {
        billing_system: demoBilling.system,
        external_id: customer,
        external_ids: [{ system: "cfast", value: point }],
      };
}

function addAccount(add: Add, ids: Ids, account: DemoAccount, random: Random, salespeople: readonly string[]): void {
  const first = account.sites[0];
  const [postalCode] = towns[first?.town ?? "Brest"] ?? ["29200"];
  add(
    "sw_account",
    account.id,
    {
      kind: "company",
      legal_name: account.name,
      softwhere_id: account.id,
      siren: account.siren,
      status: account.status ?? "active",
      customer_since: account.since,
      address_line1: `${random.integer(1, 90)} rue de la Gare`,
      postal_code: postalCode,
      city: first?.town ?? "Brest",
      external_ids: [{ system: "cfast", value: `BP-${account.id.slice(-5)}` }],
    },
    { salesperson: { data: { type: "user--user", id: random.pick(salespeople) } } },
  );
  const owner = { account: ids.ref("sw_account", account.id) };
  const billingSites = account.sites.length > 4 ? ["Siège", "Agences"] : ["Facturation"];
  for (const name of billingSites) {
    add(
      "sw_billing_site",
      `${account.id}/${name}`,
      {
        name,
        ...billedAs(account, name, billingSites.indexOf(name) + 1),
        payment_terms: "30 jours fin de mois",
        invoice_email: `compta@${account.id.toLowerCase()}.example`,
      },
      owner,
    );
  }
  account.sites.forEach((site, index) => {
    const [code, latitude, longitude] = towns[site.town] ?? ["29200", 48.4, -4.5];
    const billing = billingSites[index === 0 ? 0 : billingSites.length - 1] ?? "Facturation";
    add(
      "sw_site",
      siteKey(account, site),
      {
        name: site.name,
        address_line1: `${random.integer(1, 120)} rue du Port`,
        postal_code: code,
        city: site.town,
        latitude: latitude.toFixed(6),
        longitude: longitude.toFixed(6),
        status: site.status ?? "active",
        opens_on: site.opensOn ?? null,
      },
      { ...owner, billing_site: ids.ref("sw_billing_site", `${account.id}/${billing}`) },
    );
  });
  const contacts = Math.min(12, 2 + account.sites.length);
  for (let index = 0; index < contacts; index += 1) {
    const [firstName, lastName] = [random.pick(firstNames), random.pick(lastNames)];
    const key = `${account.id}/contact/${index}`;
    add(
      "sw_contact",
      key,
      {
        first_name: firstName,
        last_name: lastName,
        role: ["Responsable informatique", "Comptabilité", "Direction", "Site"][index % 4],
        email: `contact${index + 1}@${account.id.toLowerCase()}.example`,
        phone: `+33261914${String(random.integer(0, 999)).padStart(3, "0")}`,
      },
      owner,
    );
    const purpose = ["tickets", undefined, "deployments"][index];
    if (purpose) add("sw_assignment", `${key}/${purpose}`, { purpose }, { contact: ids.ref("sw_contact", key) });
    const site = account.sites[index];
    if (site)
      add(
        "sw_assignment",
        key,
        { purpose: index === 1 ? "billing" : "site" },
        {
          contact: ids.ref("sw_contact", key),
          ...(index === 1
            ? { billing_site: ids.ref("sw_billing_site", `${account.id}/${billingSites[0]}`) }
            : { site: ids.ref("sw_site", siteKey(account, site)) }),
        },
      );
  }
}

function addLines(add: Add, ids: Ids, lines: readonly DemoLine[]): void {
  const parks = new Set<string>();
  for (const line of lines) {
    const accountId = line.parkKey.split("/")[0] ?? "";
    if (!parks.has(line.parkKey)) {
      parks.add(line.parkKey);
      add(
        "sw_park",
        line.parkKey,
        { kind: line.kind },
        { account: ids.ref("sw_account", accountId), operator: ids.ref("sw_supplier", line.supplier) },
      );
    }
  }
  const ends = endOfCurrentPlan(lines);
  for (const line of lines) {
    const accountId = line.parkKey.split("/")[0] ?? "";
    add(
      "sw_line",
      line.id,
      {
        number: line.number,
        service_id: line.serviceId,
        user_name: line.user,
        status: line.status,
        activated_on: line.activatedOn,
        suspended_on: line.suspendedOn,
        end_date: line.endDate,
        sell_price: line.sell.toFixed(4),
        buy_price: line.buy.toFixed(4),
        price_reason: line.negotiated ? "Prix négocié" : null,
        commitment_end: line.commitmentEnd,
        supplier_commitment_end: line.supplierCommitmentEnd,
      },
      {
        park: ids.ref("sw_park", line.parkKey),
        site: ids.ref("sw_site", line.siteKey),
        plan: ids.ref("sw_catalogue_item", line.plan.code),
      },
    );
    if (line.before)
      add(
        "sw_line_term",
        `${line.id}/before`,
        { valid_from: line.activatedOn, valid_to: dayBefore(line.before.until), applied: true },
        { line: ids.ref("sw_line", line.id), plan: ids.ref("sw_catalogue_item", line.before.plan.code) },
      );
    add(
      "sw_line_term",
      `${line.id}/current`,
      {
        valid_from: line.before?.until ?? line.activatedOn,
        valid_to: line.endDate ?? ends.get(line.id) ?? null,
        negotiated_sell_price: line.negotiated ? line.sell.toFixed(4) : null,
        applied: true,
      },
      { line: ids.ref("sw_line", line.id), plan: ids.ref("sw_catalogue_item", line.plan.code) },
    );
    if (line.iccid)
      add(
        "sw_sim",
        line.id,
        { iccid: line.iccid, kind: "sim", status: line.status === "terminated" ? "retired" : "active" },
        {
          account: ids.ref("sw_account", accountId),
          operator: ids.ref("sw_supplier", line.supplier),
          line: ids.ref("sw_line", line.id),
        },
      );
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
