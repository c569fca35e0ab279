import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { parseMoney } from "../../../../platform/money.ts";
import { fold as alike } from "../../../../platform/fold.ts";
import { plainText } from "../../../../platform/plain-text.ts";
import type { Proration } from "../check/days.ts";
import { keysOf } from "../check/match.ts";
import type { BuyPrice, Park, ParkTerm } from "../check/park.ts";
import type { InvoiceLine, Seller } from "../invoice.ts";

export interface SupplierMatch {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly noticeDays: number;
  readonly proration: Proration | undefined;
}

/** Nothing that the model holds as a key is longer. */
const longestKey = 128;

const amount = (text: string | null | undefined): number => parseMoney(text ?? "0") ?? 0;

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
      "proration",
    ]),
  );
  const all = suppliers.map((supplier) => ({
    match: {
      id: supplier.id,
      name: supplier.name ?? "",
      code: supplier.code ?? "",
      noticeDays: supplier.notice_days ?? 0,
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

/**
 * What the lines of an invoice may mean in one supplier's park: lines that bear one of their keys, with SIMs, plan periods and dated buy prices.
 * All that bear a key, as one that several share finds none. The cost is the invoice's, whatever the size of the park.
 */
export async function loadPark(
  backend: BackendClient,
  supplier: SupplierMatch,
  invoiceLines: readonly InvoiceLine[],
  country: string | undefined,
): Promise<Park> {
  const keys = invoiceLines.map((line) => keysOf(line, country));
  const values = (key: keyof (typeof keys)[number]) =>
    parts(keys.map((line) => line[key]).filter((value) => value !== null && value.length <= longestKey));
  const lineRead = (path: string) => (some: readonly string[]) => ({
    type: "sw_line" as const,
    params: new DrupalJsonApiParams()
      .addFields("sw_line--sw_line", ["number", "service_id", "status", "activated_on", "end_date", "external_ids"])
      .addFilter("park.operator.id", supplier.id)
      .addFilter(path, [...some], "IN"),
  });
  const byCard = await backend.lists(
    values("iccid").map((some) => ({
      type: "sw_sim" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_sim--sw_sim", ["line"])
        .addFilter("line.park.operator.id", supplier.id)
        .addFilter("iccid", [...some], "IN"),
    })),
  );
  const holders = byCard.flat().flatMap(({ line }) => (line ? [line.id] : []));
  const found = await backend.lists([
    ...values("service_id").map(lineRead("service_id")),
    ...values("number").map(lineRead("number")),
    ...values("customer_reference").map(lineRead("external_ids.value")),
    ...parts(holders).map(lineRead("id")),
  ]);
  const lines = [...new Map(found.flat().map((line) => [line.id, line])).values()];
  const ofLines = parts(lines.map(({ id }) => id));
  const sims = await backend.lists(
    ofLines.map((some) => ({
      type: "sw_sim" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_sim--sw_sim", ["iccid", "line"])
        .addFilter("line.id", [...some], "IN"),
    })),
  );
  const terms = await backend.lists(
    ofLines.map((some) => ({
      type: "sw_line_term" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_line_term--sw_line_term", ["line", "plan", "valid_from", "valid_to", "negotiated_buy_price"])
        .addFilter("line.id", [...some], "IN")
        .addSort("valid_from"),
    })),
  );
  const plans = terms.flat().flatMap(({ plan }) => (plan ? [plan.id] : []));
  const prices = await backend.lists(
    parts(plans).map((some) => ({
      type: "sw_price" as const,
      params: new DrupalJsonApiParams()
        .addFields("sw_price--sw_price", ["item", "gross", "discount", "net", "valid_from", "valid_to", "source"])
        .addFilter("direction", "buy")
        .addFilter("item.supplier.id", supplier.id)
        .addFilter("item.id", [...some], "IN")
        .addSort("valid_from", "DESC"),
    })),
  );
  const iccids = grouped(
    sims.flat(),
    (sim) => sim.line?.id,
    (sim) => sim.iccid ?? "",
  );
  const termsOf = grouped(
    terms.flat(),
    (term) => term.line?.id,
    (term): ParkTerm => ({
      planId: term.plan?.id ?? "",
      from: term.valid_from ?? "",
      to: term.valid_to ?? null,
      negotiated: term.negotiated_buy_price ? amount(term.negotiated_buy_price) : null,
    }),
  );
  return {
    noticeDays: supplier.noticeDays,
    proration: supplier.proration,
    country,
    lines: lines.map((line) => ({
      id: line.id,
      number: line.number ?? null,
      serviceId: line.service_id ?? null,
      iccids: iccids.get(line.id) ?? [],
      references: (line.external_ids ?? []).map(({ value }) => value),
      activatedOn: line.activated_on ?? null,
      // A termination that was cancelled may have left its date behind.
      endDate: line.status === "terminating" || line.status === "terminated" ? (line.end_date ?? null) : null,
      terms: termsOf.get(line.id) ?? [],
    })),
    prices: prices.flat().map(
      (price): BuyPrice => ({
        planId: price.item?.id ?? "",
        gross: amount(price.gross),
        discount: amount(price.discount),
        net: amount(price.net),
        from: price.valid_from ?? "",
        to: price.valid_to ?? null,
        source: price.source ?? null,
      }),
    ),
  };
}

/** Distinct values, as many together as an address holds. */
function parts(values: readonly (string | null)[]): string[][] {
  const distinct = [...new Set(values)].filter((value) => value !== null);
  return Array.from({ length: Math.ceil(distinct.length / 80) }, (_, index) =>
    distinct.slice(index * 80, (index + 1) * 80),
  );
}

function grouped<T, V>(
  rows: readonly T[],
  key: (row: T) => string | undefined,
  value: (row: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const id = key(row);
    if (id) groups.set(id, [...(groups.get(id) ?? []), value(row)]);
  }
  return groups;
}

const fold = (text: string | null | undefined): string => alike(text ?? "").replace(/[^A-Z0-9]/g, "");
