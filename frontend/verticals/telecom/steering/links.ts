import type { RecordFilter } from "@/base/records/filters";
import type { Age } from "../billing-control/ages";

const is = (field: string, ...value: string[]): RecordFilter => ({ field, op: "is", value });

export function listLink(type: string, filters: readonly RecordFilter[], sort?: string): string {
  const query = new URLSearchParams({ f: JSON.stringify(filters), ...(sort && { sort }) });
  return `/lists/${type}?${query}`;
}

const running = is("status", "active", "suspended");

/** The lines whose prices a figure adds up; an empty value: those that have none. No list shows those of a month that is over. */
export function linesLink(
  { month }: { readonly month: string | null },
  field?: "park.account" | "park.kind" | "park.operator" | "plan",
  value?: string | null,
): string | null {
  if (month !== null) return null;
  const only: RecordFilter[] = field ? [value ? is(field, value) : { field, op: "empty", value: [] }] : [];
  return listLink("sw_line", [running, ...only]);
}

export const commitmentsLink = (from: string, to: string, account?: string): string =>
  listLink(
    "sw_line",
    [
      running,
      { field: "commitment_end", op: "from", value: [from] },
      { field: "commitment_end", op: "to", value: [to] },
      ...(account ? [is("park.account", account)] : []),
    ],
    "commitment_end",
  );

interface Gaps {
  readonly state?: "unsettled" | "open" | "disputed" | "recovered";
  /** `2026`, or `2026-10`. */
  readonly month?: string;
  readonly check?: string;
  readonly age?: Age;
}

export const gapsLink = (gaps: Gaps): string => `/billing-control?${new URLSearchParams({ ...gaps })}`;

const issuedIn = (year: string): readonly RecordFilter[] => [
  is("kind", "invoice"),
  { field: "replaced_by", op: "empty", value: [] },
  { field: "issued_on", op: "from", value: [`${year}-01-01`] },
];

export const invoicesLink = (year: string, supplier?: string): string =>
  listLink("sw_supplier_invoice", [...issuedIn(year), ...(supplier ? [is("supplier", supplier)] : [])]);

export const uncheckedLink = (year: string): string =>
  listLink("sw_supplier_invoice", [
    ...issuedIn(year),
    is("checked_count", "0"),
    { field: "line_count", op: "from", value: ["1"] },
  ]);

export const disputesLink = (day: "follow_up_on" | "promised_on", today: string): string =>
  listLink("sw_dispute", [is("status", "sent", "answered"), { field: day, op: "to", value: [today] }], day);
