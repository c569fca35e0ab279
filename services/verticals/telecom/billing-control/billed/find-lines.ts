import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { codeText } from "../../../../platform/normalise.ts";
import { phoneText } from "../../../../platform/phone.ts";
import { Matcher } from "../check/match.ts";
import type { ParkLine } from "../check/park.ts";
import { toParkLine } from "../import/load.ts";
import { keyFields } from "../import/park-reads.ts";
import { parts } from "../../../../platform/backend/parts.ts";

/** An item of our billing tool that names a line of a customer. */
export interface Reference {
  readonly accountId: string;
  readonly reference: string;
  readonly start: string | null;
  readonly end: string | null;
}

/**
 * Finds customers' lines by what our billing tool calls them: service id, ICCID, number, or a reference of the line, as invoices of suppliers are
 * matched. What is read follows the references, not the park.
 */
export async function lineFinder(
  backend: BackendClient,
  references: readonly Pick<Reference, "reference">[],
  country: string | undefined,
): Promise<(of: Reference) => string | undefined> {
  const codes = references.map(({ reference }) => codeText(reference) || null);
  const numbers = references.map(({ reference }) => phoneText(reference, country) || null);
  const cards = (await backend.lists(parts(codes).map(cardRead))).flat();
  const iccids = new Map<string, string[]>();
  for (const { line, iccid } of cards) if (line && iccid) iccids.set(line.id, [...(iccids.get(line.id) ?? []), iccid]);
  const read = (path: string, values: readonly (string | null)[]) => parts(values).map((some) => lineRead(path, some));
  const found = await backend.lists([
    ...read("service_id", codes),
    ...read("number", numbers),
    ...read("external_ids.value", codes),
    ...read("id", [...iccids.keys()]),
  ]);
  const byAccount = new Map<string, Map<string, ParkLine>>();
  for (const line of found.flat()) {
    const accountId = line.park?.account?.id ?? "";
    const lines = byAccount.get(accountId) ?? new Map<string, ParkLine>();
    byAccount.set(accountId, lines.set(line.id, { ...toParkLine(line, ""), iccids: iccids.get(line.id) ?? [] }));
  }
  const matchers = new Map(
    [...byAccount].map(([id, lines]) => [id, new Matcher({ lines: [...lines.values()], country })]),
  );
  return ({ accountId, reference, start, end }) =>
    matchers.get(accountId)?.match({
      serviceId: reference,
      iccid: reference,
      number: reference,
      customerReference: reference,
      periodStart: start,
      periodEnd: end,
    }).line?.id;
}

function lineRead(path: string, values: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_line--sw_line", [...keyFields, "park"])
    .addFields("sw_park--sw_park", ["account"])
    .addInclude(["park"])
    .addFilter(path, [...values], "IN");
  return { type: "sw_line" as const, params };
}

function cardRead(iccids: readonly string[]) {
  const params = new DrupalJsonApiParams()
    .addFields("sw_sim--sw_sim", ["line", "iccid"])
    .addFilter("iccid", [...iccids], "IN");
  return { type: "sw_sim" as const, params };
}
