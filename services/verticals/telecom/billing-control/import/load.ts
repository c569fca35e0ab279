import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwCatalogueItem, SwPrice } from "../../../../model/generated/sw_base/entities.ts";
import type {
  SwLine,
  SwLineOption,
  SwLineTerm,
  SwSupplierInvoiceLine,
} from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { amountOf } from "../../../../platform/money.ts";
import { fold as alike } from "../../../../platform/fold.ts";
import { plainText } from "../../../../platform/plain-text.ts";
import { billingPeriod } from "../../domain/billing-period.ts";
import type { ChargeRule } from "../check/charge.ts";
import type { Proration } from "../check/days.ts";
import { identifiersOf, keyOf, Matcher } from "../check/match.ts";
import { eachOf, inTurns } from "../check/slices.ts";
import type { BuyPrice, CatalogueItem, EarlierCharge, Park, ParkLine, ParkOption, ParkTerm } from "../check/park.ts";
import type { Invoice, Seller } from "../invoice.ts";
import {
  actionsOf,
  daysOf,
  earlierOf,
  itemRead,
  linesBy,
  optionsOf,
  priceRead,
  readNeeded,
  settingsOf,
  simsOf,
  termsOf,
} from "./park-reads.ts";
import { parts } from "../../../../platform/backend/parts.ts";
import { settingRead, toSetting } from "./settings.ts";

export interface SupplierMatch {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly noticeDays: number;
  readonly chargeRules: readonly ChargeRule[];
  readonly proration: Proration | undefined;
}

/** The supplier that an invoice's seller is: by VAT number, SIREN, then name. Several is ambiguous, none undefined. */
export async function findSupplier(
  backend: BackendClient,
  seller: Seller,
  named: string | undefined,
): Promise<SupplierMatch | "ambiguous" | undefined> {
  const suppliers = await backend.listAll("sw_supplier", () =>
    new DrupalJsonApiParams().addFields("sw_supplier--sw_supplier", [
      "name",
      "code",
      "vat_number",
      "siren",
      "invoice_names",
      "notice_days",
      "charge_rules",
      "proration",
    ]),
  );
  const all = suppliers.map((supplier) => ({
    match: {
      id: supplier.id,
      name: supplier.name ?? "",
      code: supplier.code ?? "",
      noticeDays: supplier.notice_days ?? 0,
      chargeRules: supplier.charge_rules?.rules ?? [],
      proration: supplier.proration ?? undefined,
    },
    vat: fold(supplier.vat_number),
    siren: supplier.siren ?? null,
    names: [supplier.name, ...(supplier.invoice_names ?? [])].map((name) => plainText(name ?? "")),
  }));
  if (named) return all.find(({ match }) => match.id === named)?.match;
  const by = (test: (supplier: (typeof all)[number]) => boolean) => all.filter(test).map(({ match }) => match);
  const ways = [
    seller.vatNumber ? by(({ vat }) => vat !== "" && vat === fold(seller.vatNumber)) : [],
    seller.siren ? by(({ siren }) => siren === seller.siren) : [],
    by(({ names }) => plainText(seller.name) !== "" && names.includes(plainText(seller.name))),
    // Another case or accent of a name: only where a single supplier can be meant.
    by(({ names }) => fold(seller.name) !== "" && names.some((name) => fold(name) === fold(seller.name))),
  ];
  const found = ways.find((matches) => matches.length > 0);
  if (!found) return undefined;
  return found.length === 1 ? found[0] : "ambiguous";
}

interface ParkOptions {
  /** Where telephone numbers are dialled: the brand's. */
  readonly country: string | undefined;
  /** Lines that are needed whatever the rows say. */
  readonly also?: readonly string[];
  /** Of an invoice that is there: what came after it is no earlier charge. RFC 3339. */
  readonly importedBefore?: string | undefined;
}

/**
 * What the lines of an invoice mean in one supplier's park, with plan periods and dated buy prices. Key by key, the strongest first, for the lines
 * that no stronger one has found: all park lines that bear one, as a key that several share finds none. The cost is the invoice's, whatever
 * the size of the park.
 */
export async function loadPark(
  backend: BackendClient,
  supplier: SupplierMatch,
  invoice: Invoice,
  { country, also = [], importedBefore }: ParkOptions,
): Promise<Park> {
  const invoiceLines = invoice.lines;
  const { noticeDays, chargeRules, proration } = supplier;
  const lines = new Map<string, ParkLine>();
  const iccids = new Map<string, string[]>();
  const parkOf = (more: Partial<Park> = {}): Park => ({
    noticeDays,
    chargeRules,
    proration,
    country,
    prices: [],
    items: [],
    earlier: [],
    ...more,
    lines: [...lines.values()].map((line) => ({ ...line, iccids: iccids.get(line.id) ?? [] })),
  });
  const read = async (path: string, values: readonly (string | null)[]) => {
    const { rows } = await readNeeded(backend, [[linesBy(supplier, path), values]]);
    for (const line of rows[0]) lines.set(line.id, lines.get(line.id) ?? toParkLine(line, system));
  };
  const system = rememberedAs(supplier);
  const keys = ["service_id", "iccid", "number", "customer_reference"] as const;
  const paths = { service_id: "service_id", number: "number", customer_reference: "external_ids.value" };
  let left = invoiceLines;
  for (const key of keys) {
    const values = await inTurns(eachOf(left, (line) => keyOf(key, line, country)));
    if (key !== "iccid") await read(paths[key], values);
    else {
      const { rows } = await readNeeded(backend, [[simsOf(supplier), values]]);
      const asked = new Set(values);
      for (const { line, iccid } of rows[0])
        if (line && iccid && asked.has(iccid)) iccids.set(line.id, [...(iccids.get(line.id) ?? []), iccid]);
      await read(
        "id",
        [...iccids.keys()].filter((id) => !lines.has(id)),
      );
    }
    const matcher = new Matcher(parkOf());
    const found = await inTurns(eachOf(left, (line) => matcher.match(line).line));
    left = left.filter((_, index) => !found[index]);
  }
  await read(
    "external_ids.value",
    left.flatMap((line) => identifiersOf(line, country)),
  );
  await read(
    "id",
    also.filter((id) => !lines.has(id)),
  );
  const matcher = new Matcher(parkOf());
  const matched = await inTurns(eachOf(invoiceLines, (line) => matcher.match(line).line?.id ?? null));
  const ids = [...new Set([...matched, ...also])];
  const days = daysOf(invoice);
  const named = (path: "code" | "name", values: readonly (string | null)[]) =>
    parts(values).map((some) => itemRead(supplier, path, some));
  const codes = named(
    "code",
    invoiceLines.map(({ itemCode }) => itemCode),
  );
  const names = named(
    "name",
    invoiceLines.map(({ description }) => description),
  );
  const { rows, more } = await readNeeded(
    backend,
    [
      [settingsOf(supplier), ids],
      [termsOf(supplier), ids],
      [optionsOf(supplier), ids],
      [actionsOf(supplier), ids],
      [earlierOf(supplier, days ?? { start: "", end: "" }), days ? ids : []],
    ],
    [[settingRead(supplier.id)], [...codes, ...names]],
  );
  const [forAll, items] = more;
  const wanted = new Set(ids);
  const ofThem = <Row extends { line?: { id: string } | null }>(some: readonly Row[]) =>
    some.filter(({ line }) => wanted.has(line?.id ?? null));
  const settings = [...forAll, ...ofThem(rows[0])];
  const [terms, options] = [byDay(ofThem(rows[1])), byDay(ofThem(rows[2]))];
  const [actions, earlier] = [ofThem(rows[3]), ofThem(rows[4])];
  const change = (id: string | undefined, of: (line: ParkLine) => Partial<ParkLine>) => {
    const line = lines.get(id ?? "");
    if (line) lines.set(line.id, { ...line, ...of(line) });
  };
  for (const term of terms) change(term.line?.id, (line) => ({ terms: [...line.terms, toTerm(term)] }));
  for (const option of options) change(option.line?.id, (line) => ({ options: [...line.options, toOption(option)] }));
  for (const { line: of, planned_on, deployment } of actions) {
    const day = planned_on ?? deployment?.planned_on;
    if (day) change(of?.id, (line) => ({ orderedOn: [...line.orderedOn, day] }));
  }
  const known = [...items, ...terms.map(({ plan }) => plan), ...options.map(({ item }) => item)];
  const catalogue = new Map(known.flatMap((item) => (item ? [[item.id, toItem(item)]] : [])));
  const prices = (await backend.lists(parts([...catalogue.keys()]).map((some) => priceRead(supplier, some)))).flat();
  return parkOf({
    settings: settings.flatMap(toSetting),
    items: [...catalogue.values()],
    prices: prices.map(toBuyPrice),
    earlier: earlier.flatMap((row) =>
      row.invoice?.number === invoice.number || (importedBefore && (row.invoice?.created ?? "") >= importedBefore)
        ? []
        : toEarlier(row),
    ),
  });
}

/** In the order in which they begin. */
const byDay = <Row extends { valid_from?: string | null }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => ((a.valid_from ?? "") < (b.valid_from ?? "") ? -1 : a.valid_from === b.valid_from ? 0 : 1));

/** The system under which a line's `external_ids` keep what a person has said of the supplier's invoices. */
export const rememberedAs = ({ code }: Pick<SupplierMatch, "code">): string => `invoice ${code}`.slice(0, 32);

export function toParkLine(line: SwLine, system: string): ParkLine {
  return {
    id: line.id,
    accountId: line.park?.account?.id ?? null,
    number: line.number ?? null,
    serviceId: line.service_id ?? null,
    iccids: [],
    references: (line.external_ids ?? []).flatMap((id) => (id.system === system ? [] : [id.value])),
    remembered: (line.external_ids ?? []).flatMap((id) => (id.system === system ? [id.value] : [])),
    activatedOn: line.activated_on ?? null,
    commitmentEnd: line.supplier_commitment_end ?? null,
    options: [],
    orderedOn: [],
    // A termination that was cancelled may have left its date behind.
    endDate: line.status === "terminating" || line.status === "terminated" ? (line.end_date ?? null) : null,
    terms: [],
  };
}

/** A price that was agreed for a line alone. */
export const agreed = (
  price: string | null | undefined,
  per: SwPrice["billing_period"] | undefined,
): Pick<ParkTerm, "negotiated" | "negotiatedPer"> => ({
  negotiated: price ? amountOf(price) : null,
  negotiatedPer: billingPeriod(per),
});

export const toTerm = ({
  plan,
  valid_from,
  valid_to,
  negotiated_buy_price,
  negotiated_buy_period,
}: SwLineTerm): ParkTerm => ({
  planId: plan?.id ?? "",
  from: valid_from ?? "",
  to: valid_to ?? null,
  ...agreed(negotiated_buy_price, negotiated_buy_period),
});

export const toOption = ({
  item,
  quantity,
  buy_price,
  buy_period,
  valid_from,
  valid_to,
}: SwLineOption): ParkOption => ({
  itemId: item?.id ?? "",
  quantity: quantity ?? 1,
  from: valid_from ?? "",
  to: valid_to ?? null,
  ...agreed(buy_price, buy_period),
});

const toItem = ({ id, code, name, kind }: SwCatalogueItem): CatalogueItem => ({
  id,
  code: code ?? "",
  name: name ?? "",
  kind: kind ?? "service",
});

function toEarlier(row: SwSupplierInvoiceLine): EarlierCharge[] {
  const { line, invoice, item_code, description, charge, net, period_start: start, period_end: end } = row;
  if (!line || !start || !end) return [];
  return [
    {
      lineId: line.id,
      invoiceNumber: invoice?.number ?? "",
      itemCode: item_code ?? null,
      description: description ?? "",
      charge: charge ?? "other",
      start,
      end,
      net: amountOf(net),
    },
  ];
}

export function toBuyPrice(price: SwPrice): BuyPrice {
  return {
    planId: price.item?.id ?? "",
    gross: amountOf(price.gross),
    discount: amountOf(price.discount),
    net: amountOf(price.net),
    per: billingPeriod(price.billing_period),
    from: price.valid_from ?? "",
    to: price.valid_to ?? null,
    source: price.source ?? null,
  };
}

const fold = (text: string | null | undefined): string => alike(text ?? "").replace(/[^A-Z0-9]/g, "");
