import type { DemoLine } from "./build-lines.ts";
import { buyPriceOn, net, plans } from "./demo-catalogue.ts";
import type { Identifier } from "./jsonapi-client.ts";

interface Extras {
  readonly add: (
    type: string,
    key: string,
    attributes: Record<string, unknown>,
    relationships?: Readonly<Record<string, { data: Identifier | null }>>,
  ) => void;
  readonly ref: (type: string, key: string) => { data: Identifier };
  readonly lines: readonly DemoLine[];
}

const since = "2025-01-01";

/** Options that are priced by the quarter and by the year, on a few lines of the largest customer. */
export function addOptions({ add, ref, lines }: Extras): void {
  const of = (code: string, wanted: (line: DemoLine) => boolean) => {
    const option = plans.find((plan) => plan.code === code);
    const price = option && buyPriceOn(option, since);
    if (!option || !price) throw new Error(`no option ${code}`);
    for (const line of lines
      .filter((one) => one.status === "active" && one.activatedOn < since && wanted(one))
      .slice(0, 3))
      add(
        "sw_line_option",
        `${line.id}/${code}`,
        {
          valid_from: since,
          sell_price: option.sell.toFixed(4),
          sell_period: option.per,
          buy_price: net(price).toFixed(4),
          buy_period: option.per,
        },
        { line: ref("sw_line", line.id), item: ref("sw_catalogue_item", code) },
      );
  };
  of("OR-ASSU", ({ parkKey }) => parkKey === "SW-004182/park/mobile/orange");
  of("AL-DOM", ({ parkKey }) => parkKey === "SW-004182/park/internet/alphalink");
}

const customer = "SW-002967";
const october = { period_start: "2026-10-01", period_end: "2026-10-31", invoice_number: "CF-2610-0311" };

/**
 * What one customer was billed for October, with the mistakes that billing tools make: a line in service is missing, another is billed for less than it
 * costs. All else is billed as it was agreed.
 */
export function addBilledItems({ add, ref, lines }: Extras): void {
  const inService = lines.filter(
    (line) =>
      line.parkKey.startsWith(`${customer}/`) && line.activatedOn <= october.period_start && line.status === "active",
  );
  const [, missing, cheap] = inService;
  for (const line of inService) {
    if (line === missing) continue;
    const amount = line === cheap ? line.buy - 1 : line.sell;
    add(
      "sw_billed_item",
      `${line.id}/2026-10`,
      {
        name: line.plan.name,
        kind: "recurring",
        service_reference: line.number,
        item_code: line.plan.code,
        quantity: "1.0000",
        price: amount.toFixed(4),
        net: amount.toFixed(4),
        ...october,
      },
      { billing_site: ref("sw_billing_site", `${customer}/Facturation`), line: ref("sw_line", line.id) },
    );
  }
}
