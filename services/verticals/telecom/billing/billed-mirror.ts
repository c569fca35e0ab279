import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { type BilledMirror, type BilledThere, isSystem, type Mirroring } from "../../../base/connectors/index.ts";
import type { SwBilledItem, SwLine } from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { parts } from "../../../platform/backend/parts.ts";
import { writeEach } from "../../../platform/backend/write-each.ts";
import { type Comparable, compared, type Terms } from "./billed-drift.ts";
import { foreignItemId, matched, serviceItemOf } from "./billed-matching.ts";

const type = "sw_billed_item";
const resource = `${type}--${type}`;
const atOnce = 80;
const pageSize = 500;
const fields = [
  ...[
    "version",
    "billing_site",
    "line",
    "name",
    "kind",
    "service_reference",
    "quantity",
    "price",
    "net",
    "period_start",
  ],
  ...["period_end", "system_id", "months", "agreed_price", "agreed_quantity", "drift"],
];

/**
 * What the billing system bills again and again, as billed items: what we had billed is found by the system's name for it, or by our reference; what
 * others made there is an item of its own. Price and quantity become those there; what was agreed stays beside them and says the drift.
 */
export const billedMirror: BilledMirror = {
  async write(mirroring, lines) {
    let written = 0;
    for (let at = 0; at < lines.length; at += atOnce)
      written += await writeSome(mirroring, lines.slice(at, at + atOnce));
    return written;
  },

  async names({ backend, vendor }, offset) {
    const rows = await backend.list(
      type,
      openItems()
        .addFilter("system_id", null, "IS NOT NULL")
        .addFields("sw_billing_site--sw_billing_site", ["billing_system", "external_id"])
        .addInclude(["billing_site"])
        .addSort("id")
        .addCustomParam({ page: { limit: pageSize, offset } }),
    );
    const there = rows.filter(({ period_end: end, billing_site: site }) => {
      // Of a site that is mapped no more nothing was read.
      return !end && site?.external_id && isSystem(site.billing_system, vendor);
    });
    return {
      names: there.flatMap(({ system_id: name }) => name ?? []),
      next: rows.length < pageSize ? null : offset + rows.length,
    };
  },

  async gone({ backend, today }, names) {
    const open = (await itemsBy(backend, "system_id", names)).filter(({ period_end: end }) => !end);
    return put(
      backend,
      open.map((item) => {
        const start = item.period_start;
        const attributes = { period_end: start && start > today ? start : today, months: item.months ?? 1 };
        return { id: item.id, operations: [update(item, { ...attributes, drift: "ended" })] };
      }),
    );
  },
};

async function writeSome(mirroring: Mirroring, lines: readonly BilledThere[]): Promise<number> {
  const { backend, connection, today } = mirroring;
  const known = new Map<string, SwBilledItem>();
  const named = await itemsBy(
    backend,
    "system_id",
    lines.map(({ systemId }) => systemId),
  );
  // What we had billed ourselves is it, where both were written down.
  for (const item of named) {
    const name = item.system_id ?? "";
    if (!known.has(name) || item.id !== foreignItemId(connection, name)) known.set(name, item);
  }
  const nameless = lines.filter(({ systemId }) => !known.get(systemId)?.line);
  const found = await matched(backend, nameless, { connection, today });
  const others = await itemsBy(
    backend,
    "id",
    [...found.values()].flatMap(({ item }) => item),
  );
  for (const [name, { item }] of found) {
    const one = known.get(name) ?? others.find(({ id }) => id === item);
    if (one) known.set(name, one);
  }
  const lineOf = ({ systemId }: BilledThere) => known.get(systemId)?.line?.id ?? found.get(systemId)?.line ?? null;
  const lineIds = lines.flatMap((line) => lineOf(line) ?? []);
  const [park, beside] = await Promise.all([linesBy(backend, lineIds), itemsBy(backend, "line.id", lineIds)]);

  const rows = lines.flatMap((there) => {
    const { systemId, billingSite, label, startsOn } = there;
    const item = known.get(systemId);
    const match = found.get(systemId);
    const line = lineOf(there);
    const id = item?.id ?? match?.item ?? foreignItemId(connection, systemId);
    const isOurs = id !== foreignItemId(connection, systemId);
    const names = new Set([
      ...beside.filter((one) => one.line?.id === line && !one.period_end).map((one) => one.system_id ?? one.id),
      ...lines.filter((one) => lineOf(one) === line).map((one) => one.systemId),
    ]);
    const agreed: Comparable = {
      isOurs,
      isService: line !== null && (id === serviceItemOf(line) || (!isOurs && names.size === 1)),
      sellPrice: park.get(line ?? "")?.sell_price ?? null,
      known: item,
    };
    const terms = compared(there, agreed);
    if (!terms) return [];
    const attributes = {
      ...terms,
      system_id: systemId,
      period_end: null,
      ...(!isOurs && { name: label.slice(0, 200) }),
    };
    if (item) return changed(item, attributes, line);
    if (!billingSite) return [];
    const to = (target: string, row: string) => ({ data: { type: `${target}--${target}`, id: row } });
    const operation: AtomicOperation = {
      op: "add",
      data: {
        type: resource,
        id,
        attributes: {
          name: label.slice(0, 200),
          ...attributes,
          kind: match?.kind ?? "recurring",
          service_reference: match?.reference ?? null,
          period_start: startsOn ?? today,
        },
        relationships: {
          billing_site: to("sw_billing_site", billingSite),
          ...(line && { line: to("sw_line", line) }),
        },
      },
    };
    return [{ id, operations: [operation] }];
  });
  return put(backend, rows);
}

type Row = { readonly id: string; readonly operations: AtomicOperation[] };

/** Nothing where it is as it should be. */
function changed(item: SwBilledItem, attributes: Terms & Partial<SwBilledItem>, line: string | null): Row[] {
  const differing = Object.entries(attributes).filter(
    ([field, value]) => (item[field as keyof SwBilledItem] ?? null) !== value,
  );
  const isNamed = line !== null && item.line?.id !== line;
  if (differing.length === 0 && !isNamed) return [];
  const operation = update(item, Object.fromEntries(differing));
  const relationships = { line: { data: { type: "sw_line--sw_line", id: line ?? "" } } };
  return [
    {
      id: item.id,
      operations: [
        isNamed && "data" in operation ? { ...operation, data: { ...operation.data, relationships } } : operation,
      ],
    },
  ];
}

const update = ({ id, version }: SwBilledItem, attributes: object) =>
  ({ op: "update", data: { type: resource, id, attributes: { version: version ?? 1, ...attributes } } }) as const;

async function put(backend: BackendClient, rows: readonly Row[]): Promise<number> {
  const outcomes = rows.length === 0 ? [] : await writeEach(() => backend, rows);
  const refused = outcomes.flatMap((one) => (one.kind === "refused" ? [one] : []));
  // Of a row that somebody else has just written nothing may be taken for known: it is read again.
  const [stale] = refused.filter(({ reason }) => reason === "changed-since" || reason === "exists");
  if (stale) throw new Error(`Billed item ${stale.id} was written by somebody else`);
  return outcomes.length - refused.length;
}

/** Billed again and again: rows of an invoice that was read from a file say their month's end. */
const openItems = (): DrupalJsonApiParams =>
  new DrupalJsonApiParams()
    .addFields(resource, fields)
    .addFilter("kind", ["recurring", "option"], "IN")
    .addGroup("again", "OR")
    .addFilter("months", null, "IS NOT NULL", "again")
    .addFilter("period_end", null, "IS NULL", "again");

async function itemsBy(
  backend: BackendClient,
  path: "system_id" | "id" | "line.id",
  values: readonly string[],
): Promise<SwBilledItem[]> {
  const rows = await Promise.all(
    parts(values).map((some) => backend.listAll(type, () => openItems().addFilter(path, some, "IN").addSort("id"))),
  );
  return rows.flat();
}

async function linesBy(backend: BackendClient, ids: readonly string[]): Promise<ReadonlyMap<string, SwLine>> {
  const rows = await backend.lists(
    parts(ids).map((some) => ({
      type: "sw_line" as const,
      params: new DrupalJsonApiParams().addFields("sw_line--sw_line", ["sell_price"]).addFilter("id", some, "IN"),
    })),
  );
  return new Map(rows.flat().map((line) => [line.id, line]));
}
