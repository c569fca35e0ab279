/** Which changes of a journal may have another outcome of checking an invoice. Pure. */
import * as z from "zod";
import type { JournalChange } from "../../../../platform/backend/outbox.ts";

/** Something that invoices may depend on: a row, or what a row of an invoice may name a line by. */
export interface Mark {
  readonly kind: string;
  readonly id: string;
}

/** By type, the fields that checking reads. */
const read: Readonly<Record<string, readonly string[]>> = {
  sw_line: [
    "park",
    "number",
    "service_id",
    "external_ids",
    "status",
    "activated_on",
    "end_date",
    "supplier_commitment_end",
  ],
  sw_line_term: ["line", "plan", "valid_from", "valid_to", "negotiated_buy_price", "negotiated_buy_period"],
  sw_line_option: ["line", "item", "quantity", "valid_from", "valid_to", "buy_price", "buy_period"],
  sw_sim: ["line", "iccid"],
  sw_action: ["line", "deployment", "planned_on", "status"],
  sw_deployment: ["planned_on"],
  sw_price: ["item", "direction", "gross", "discount", "net", "billing_period", "valid_from", "valid_to"],
  sw_catalogue_item: ["supplier", "code", "name", "kind"],
  sw_supplier: ["notice_days", "charge_rules", "proration"],
  sw_check_setting: ["check", "supplier", "line", "valid_from", "valid_to", "enabled", "tolerance"],
};

/** The field by which a row leads to what invoices are found by. A row that is gone is known by it alone. */
const leads: Readonly<Record<string, { readonly field: string; readonly kind: string }>> = {
  sw_line_term: { field: "line", kind: "sw_line" },
  sw_line_option: { field: "line", kind: "sw_line" },
  sw_sim: { field: "line", kind: "sw_line" },
  sw_action: { field: "line", kind: "sw_line" },
  sw_price: { field: "item", kind: "sw_catalogue_item" },
  sw_check_setting: { field: "line", kind: "sw_line" },
};

const externalIds = z.array(z.object({ value: z.string() }));

export function marksOf({ subjectType, subjectId, operation, changes }: JournalChange): Mark[] {
  const changed = changes.filter(({ field }) => read[subjectType]?.includes(field));
  if (changed.length === 0) return [];
  const lead = leads[subjectType];
  const led = changed.flatMap(({ field, from, to }) =>
    field === lead?.field ? [from, to].flatMap((id) => (id ? [{ kind: lead.kind, id }] : [])) : [],
  );
  const self = operation === "delete" || (lead && led.length > 0) ? [] : [{ kind: subjectType, id: subjectId }];
  return [...self, ...led, ...changed.flatMap(({ field, to }) => keysIn(field, to))];
}

/** Rows that named nobody may name this line now. */
function keysIn(field: string, value: string | null): Mark[] {
  if (!value) return [];
  if (field === "number" || field === "service_id" || field === "iccid") return [{ kind: "key", id: value }];
  if (field !== "external_ids") return [];
  return (externalIds.safeParse(parsed(value)).data ?? []).map((one) => ({ kind: "key", id: one.value }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
