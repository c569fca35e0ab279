import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { type BilledThere, shortReference } from "../../../base/connectors/index.ts";
import type { SwBilledItem } from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { parts } from "../../../platform/backend/parts.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { lineFinder } from "../billing-control/billed/find-lines.ts";
import { addedItemId, serviceItemId } from "../domain/billed-items.ts";

/** What others made at a billing system is an item by its name there. */
export const foreignItemId = (connection: string, systemId: string): string =>
  deterministicUuid(`billed-there/${connection}/${systemId}`);
export const serviceItemOf = serviceItemId;

/** What a line there means: a line of the park where one is named and no other, and which item it is. */
export interface Matched {
  readonly line: string | null;
  readonly reference: string | null;
  readonly item: string;
  readonly kind: SwBilledItem["kind"];
}

const ours = /^SW-[0-9A-Z]{12}$/;
/** A number as people write it, and codes with figures. */
const numbers = /\+?\d[\d .\u00a0\u202f-]{6,}\d/gu;
const codes = /[\p{L}\d][\p{L}\d._/-]{4,}/gu;
const longest = 64;

/** By our reference, where an action died before it wrote down what it had billed; else by the number or service id that the texts there say. */
export async function matched(
  backend: BackendClient,
  lines: readonly BilledThere[],
  { connection, today }: { readonly connection: string; readonly today: string },
): Promise<ReadonlyMap<string, Matched>> {
  if (lines.length === 0) return new Map();
  const { brand } = await backend.me();
  const said = new Map(lines.map((line) => [line.systemId, referencesIn(line)]));
  const all = [...said.values()].flat().map((reference) => ({ reference }));
  const find = await lineFinder(backend, all, brand?.country ?? undefined);
  const named = new Map<string, { readonly line: string; readonly reference: string }>();
  for (const { systemId, account: accountId, startsOn: start } of lines) {
    const hits = (said.get(systemId) ?? []).flatMap((reference) => {
      const line = find({ accountId, reference, start: start ?? today, end: today });
      return line ? [{ line, reference }] : [];
    });
    // Two lines are named: which of them is billed can't be known.
    if (hits[0] && new Set(hits.map(({ line }) => line)).size === 1) named.set(systemId, hits[0]);
  }
  const added = await addedItems(
    backend,
    lines.flatMap(({ systemId, reference }) =>
      reference && ours.test(reference) ? (named.get(systemId)?.line ?? []) : [],
    ),
  );
  return new Map(
    lines.map(({ systemId, reference }): [string, Matched] => {
      const { line = null, reference: saying = null } = named.get(systemId) ?? {};
      const isService = line !== null && reference === shortReference(line);
      const option = reference ? added.get(reference) : undefined;
      const item = isService ? serviceItemId(line) : (option ?? foreignItemId(connection, systemId));
      return [systemId, { line, reference: saying, item, kind: option ? "option" : "recurring" }];
    }),
  );
}

function referencesIn({ reference, label }: BilledThere): string[] {
  const texts = [label, ...(reference && !ours.test(reference) ? [reference] : [])];
  const found = texts.flatMap((text) => [
    ...(text.match(numbers) ?? []),
    ...(text.match(codes) ?? []).filter((code) => /\d/.test(code)),
  ]);
  return [...new Set(found.map((text) => text.trim()))].filter((text) => text.length <= longest);
}

/** Items of actions that added to these lines, by what they are called there. */
async function addedItems(backend: BackendClient, lines: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await Promise.all(
    parts(lines).map((some) =>
      backend.listAll("sw_action", () =>
        new DrupalJsonApiParams()
          .addFields("sw_action--sw_action", ["idempotency_key"])
          .addFilter("line.id", some, "IN")
          .addFilter("operation", "add_option")
          .addSort("id"),
      ),
    ),
  );
  return new Map(
    rows.flat().flatMap(({ id, idempotency_key: key }) => (key ? [[shortReference(key), addedItemId(id)]] : [])),
  );
}
