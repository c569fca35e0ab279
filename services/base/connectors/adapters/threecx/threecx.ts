import { success } from "../../../../platform/result.ts";
import type { CallLeg, CallParty, Communications, KnownCaller } from "../../capabilities/communications.ts";
import type { Adapter } from "../../registry.ts";
import { loadVendor } from "../../vendor/load-vendor.ts";
import type { VendorRecord } from "../../vendor/record.ts";
import type { Asks } from "../../vendor/asks.ts";

const vendor = loadVendor(new URL("./threecx.yml", import.meta.url));

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const maybe = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const party = (record: VendorRecord, end: "from" | "to"): CallParty => ({
  number: maybe(record[`${end}Number`]),
  name: maybe(record[`${end}Name`]),
  extension: record[`${end}Inside`] === "yes" ? maybe(record[`${end}Extension`]) : null,
});

function leg(record: VendorRecord): CallLeg {
  const { fromInside, toInside } = record;
  return {
    id: text(record["id"]),
    direction: fromInside === "no" ? "inbound" : toInside === "no" ? "outbound" : "internal",
    from: party(record, "from"),
    to: party(record, "to"),
    startedAt: text(record["startedAt"]),
    endedAt: text(record["endedAt"]),
    isAnswered: record["isAnswered"] === "yes",
  };
}

const caller = (record: VendorRecord): KnownCaller => ({
  id: text(record["id"]),
  name: [record["firstName"], record["lastName"]].filter(Boolean).join(" "),
  company: maybe(record["company"]),
  email: maybe(record["email"]),
  numbers: ["phone", "mobile", "home", "business", "business2", "other"].flatMap((name) => maybe(record[name]) ?? []),
});

/** So many digits say whose a number is, with or without the country's. */
const endLength = 9;

/** What identifies a number in any writing; undefined: too short to say. */
function endOf(number: string): string | undefined {
  const digits = number.replace(/\D/g, "");
  return digits.length < 3 ? undefined : digits.slice(-endLength);
}

/** A PBX of 3CX, by its configuration API. */
export const threecx: Adapter = {
  vendor,
  offers: {
    communications: (client: Asks): Communications => ({
      async prove() {
        const system = await client.one("prove");
        const name = system.ok ? text(system.value["name"]) : "";
        return system.ok ? success({ id: name, name, registration: null }) : system;
      },
      async listCalls(since, cursor) {
        const page = await client.page("list_calls", { since: new Date(since).toISOString() }, cursor);
        if (!page.ok) return page;
        const { records, next } = page.value;
        return success({ items: records.map(leg), ...(next !== undefined && { next }) });
      },
      async findCaller(number) {
        const end = endOf(number);
        if (end === undefined) return success(null);
        const page = await client.page("find_caller", { end });
        if (!page.ok) return page;
        const [first] = page.value.records;
        return success(first ? caller(first) : null);
      },
    }),
  },
};
