import type { DemoLine } from "./build-lines.ts";
import { comingDay } from "./coming-day.ts";
import type { Identifier } from "./jsonapi-client.ts";

interface Planning {
  readonly add: (
    type: string,
    key: string,
    attributes: Record<string, unknown>,
    relationships?: Readonly<Record<string, { data: Identifier | Identifier[] | null }>>,
  ) => void;
  readonly ref: (type: string, key: string) => { data: Identifier };
  readonly lines: readonly DemoLine[];
}

const changesOn = comingDay(2, 1);

/** What is planned in the demo: a change of plan to come, a SIM order, a deployment and a draft. */
export function addPlanned({ add, ref, lines }: Planning): void {
  const of = (account: string, wanted: (line: DemoLine) => boolean, count: number) =>
    lines
      .filter(
        (line) =>
          line.parkKey.startsWith(`${account}/`) &&
          line.kind === "mobile" &&
          line.supplier === "orange" &&
          line.status === "active" &&
          wanted(line),
      )
      .slice(0, count);
  const deployment = (
    key: string,
    account: string,
    attributes: Record<string, unknown>,
    given: readonly DemoLine[] = [],
    action: Record<string, unknown> = {},
    steps: Readonly<Record<string, string | null>> = {},
  ) => {
    const sites = [...new Set(given.map((line) => line.siteKey))];
    add("sw_deployment", key, attributes, {
      account: ref("sw_account", account),
      owner: ref("user", "manager"),
      supplier: ref("sw_supplier", "orange"),
      sites: { data: sites.map((site) => ref("sw_site", site).data) },
      ...(attributes["kind"] === "sim_order" && sites[0] ? { delivery_site: ref("sw_site", sites[0]) } : {}),
    });
    for (const line of given)
      add(
        "sw_action",
        `${key}/${line.id}`,
        { ...action, idempotency_key: `demo/${key}/${line.id}` },
        {
          account: ref("sw_account", account),
          deployment: ref("sw_deployment", key),
          line: ref("sw_line", line.id),
        },
      );
    for (const [kind, day] of Object.entries(steps))
      add(
        "sw_milestone",
        `${key}/${kind}`,
        { kind, due_on: day },
        { deployment: ref("sw_deployment", key), owner: ref("user", "manager") },
      );
  };

  const scheduled = scheduledLines(lines);
  for (const line of scheduled)
    add(
      "sw_line_term",
      `${line.id}/next`,
      { valid_from: changesOn, applied: false },
      { line: ref("sw_line", line.id), plan: ref("sw_catalogue_item", "OR-B100") },
    );

  if (!lines.some((line) => line.parkKey.startsWith("SW-004182/"))) return;
  deployment(
    "sim-brest",
    "SW-004182",
    {
      name: "Remplacement des SIM — Brest",
      reference: "KRV-2026-14",
      kind: "sim_order",
      status: "planned",
      planned_on: comingDay(1, 14),
      notes: "Prévenir l’accueil avant la livraison.",
    },
    of("SW-004182", (line) => line.siteKey.includes("Brest"), 5),
    { capability: "supplier", operation: "order_sim", payload: { sim: "sim", quantity: 1 } },
    { order_confirmed: comingDay(1, 2), delivery: comingDay(1, 11) },
  );
  deployment(
    "end-lorient",
    "SW-004182",
    { name: "Fin des lignes d’intérim — Lorient", kind: "lines", status: "planned", planned_on: comingDay(2, "last") },
    of("SW-004182", (line) => line.siteKey.includes("Lorient"), 2),
    { capability: "supplier", operation: "terminate_line", payload: { details: "Contrats d’intérim terminés." } },
    { order_confirmed: comingDay(2, 15) },
  );
  const opening = { name: "Ouverture de Nantes — Carquefou", kind: "lines", status: "draft" };
  const steps = ["order_confirmed", "appointment", "delivery", "porting", "go_live", "billing_start"];
  deployment("nantes", "SW-004182", opening, [], {}, Object.fromEntries(steps.map((step) => [step, null])));
}

/** Lines whose plan changes on a day to come. */
function scheduledLines(lines: readonly DemoLine[]): readonly DemoLine[] {
  return lines
    .filter(
      (line) =>
        line.parkKey === "SW-003310/park/mobile/orange" && line.status === "active" && line.plan.code === "OR-B20",
    )
    .slice(0, 3);
}

/** The last day of the plan that a line has now, where another follows. */
export function endOfCurrentPlan(lines: readonly DemoLine[]): ReadonlyMap<string, string> {
  return new Map(scheduledLines(lines).map((line) => [line.id, comingDay(1, "last")]));
}
