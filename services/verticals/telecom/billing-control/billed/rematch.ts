import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { writeEach } from "../../../../platform/backend/write-each.ts";
import type { Period } from "../check/cost.ts";
import { billedIn } from "./billed-in.ts";
import { lineFinder } from "./find-lines.ts";

const itemsAtOnce = 400;

/** Items of the month that named no line when they came in, and name one now: the line has come since, or its number was put right. */
export async function rematchItems(backend: BackendClient, month: Period, country: string | undefined): Promise<void> {
  const items = await backend.listAll("sw_billed_item", () =>
    billedIn(new DrupalJsonApiParams(), month)
      .addFields("sw_billed_item--sw_billed_item", [
        "billing_site",
        "service_reference",
        "period_start",
        "period_end",
        "version",
      ])
      .addFields("sw_billing_site--sw_billing_site", ["account"])
      .addInclude(["billing_site"])
      .addFilter("line.id", null, "IS NULL")
      .addFilter("service_reference", null, "IS NOT NULL")
      .addSort("id"),
  );
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    const some = items.slice(from, from + itemsAtOnce).map((item) => ({
      id: item.id,
      version: item.version,
      accountId: item.billing_site?.account?.id ?? "",
      reference: item.service_reference ?? "",
      start: item.period_start ?? null,
      end: item.period_end ?? null,
    }));
    const find = await lineFinder(backend, some, country);
    const writes = some.flatMap(({ id, version, ...of }) => {
      const line = find(of);
      return line ? [{ id, operations: [toLine(id, version, line)] }] : [];
    });
    // What somebody else changes at this moment is theirs.
    if (writes.length > 0) await writeEach(() => backend, writes);
  }
}

function toLine(id: string, version: number | undefined, line: string) {
  return {
    op: "update" as const,
    data: {
      type: "sw_billed_item--sw_billed_item",
      id,
      attributes: { version },
      relationships: { line: { data: { type: "sw_line--sw_line", id: line } } },
    },
  };
}
