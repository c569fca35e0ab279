"use client";
import {
  BookOpen,
  Building2,
  CalendarCheck,
  Contact,
  CreditCard,
  FileText,
  MapPin,
  MessageSquareWarning,
  Package,
  ReceiptText,
  SlidersHorizontal,
  Tags,
  TriangleAlert,
  Truck,
} from "lucide-react";
import { useMemo } from "react";
import type { RecordList } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";

/** Of these two a vertical says more. */
export const listOfAnomalies = {
  type: "sw_anomaly",
  permission: "view anomalies",
  icon: TriangleAlert,
  columns: ["check", "account", "supplier", "status", "amount", "recovered", "period_start", "period_end"],
  sort: "-period_start",
  facet: "status",
  summary: ["status", "amount", "period_start"],
  relatedTo: [
    { type: "sw_supplier", field: "supplier" },
    { type: "sw_dispute", field: "dispute" },
  ],
} satisfies RecordList;

export const listOfCheckSettings = {
  type: "sw_check_setting",
  permission: "view anomalies",
  icon: SlidersHorizontal,
  columns: ["check", "enabled", "tolerance", "account", "supplier", "valid_from", "valid_to", "reason"],
  sort: "-valid_from",
  facet: "check",
  summary: ["enabled", "tolerance", "valid_to"],
  relatedTo: [
    { type: "sw_supplier", field: "supplier" },
    { type: "sw_account", field: "account" },
  ],
} satisfies RecordList;

const baseLists: readonly RecordList[] = [
  {
    type: "sw_account",
    icon: Building2,
    columns: ["legal_name", "softwhere_id", "kind", "status", "city", "salesperson", "customer_since"],
    sort: "legal_name",
    facet: "status",
    summary: ["status", "city"],
  },
  {
    type: "sw_contact",
    icon: Contact,
    columns: ["last_name", "first_name", "role", "account", "email", "phone", "mobile"],
    sort: "last_name",
    summary: ["role", "phone"],
  },
  {
    type: "sw_site",
    icon: MapPin,
    columns: ["name", "account", "city", "status", "billing_site"],
    sort: "name",
    facet: "status",
    summary: ["city", "status"],
    relatedTo: [{ type: "sw_billing_site", field: "billing_site" }],
  },
  {
    type: "sw_billing_site",
    icon: CreditCard,
    columns: ["name", "account", "billing_system", "external_id", "payment_terms", "invoice_email"],
    sort: "name",
    summary: ["billing_system"],
  },
  {
    type: "sw_customer_invoice",
    permission: "view customer invoices",
    icon: ReceiptText,
    columns: [
      "number",
      "account",
      "billing_site",
      "kind",
      "status",
      "issued_on",
      "due_on",
      "gross",
      "remaining",
      "currency",
    ],
    sort: "-issued_on",
    facet: "status",
    madeElsewhere: true,
    summary: ["status", "issued_on", "gross"],
  },
  {
    type: "sw_document",
    icon: FileText,
    columns: ["title", "kind", "account", "file"],
    sort: "title",
    facet: "kind",
    summary: ["kind"],
    relatedTo: [{ type: "sw_account", field: "account" }],
  },
  { type: "sw_catalogue", icon: BookOpen, columns: ["name", "active"], sort: "name", summary: ["active"] },
  {
    type: "sw_catalogue_item",
    icon: Package,
    columns: ["code", "name", "kind", "service_type", "supplier", "active"],
    sort: "name",
    facet: "kind",
    summary: ["code", "kind"],
    relatedTo: [
      { type: "sw_catalogue", field: "catalogue" },
      { type: "sw_supplier", field: "supplier" },
    ],
  },
  {
    type: "sw_price",
    icon: Tags,
    columns: ["item", "direction", "net", "billing_period", "gross", "discount", "valid_from", "valid_to", "source"],
    sort: "valid_from",
    facet: "direction",
    summary: ["net", "billing_period", "valid_from", "valid_to"],
    relatedTo: [{ type: "sw_catalogue_item", field: "item" }],
  },
  { type: "sw_supplier", icon: Truck, columns: ["name", "code", "vat_number", "siren", "notice_days"], sort: "name" },
  {
    type: "sw_task",
    icon: CalendarCheck,
    columns: ["title", "account", "due_on", "assignee", "status"],
    sort: "due_on",
    facet: "status",
    summary: ["due_on", "status"],
    relatedTo: [{ type: "sw_account", field: "account" }],
  },
  listOfAnomalies,
  {
    type: "sw_dispute",
    permission: "view anomalies",
    icon: MessageSquareWarning,
    columns: [
      "reference",
      "supplier",
      "status",
      "claimed_amount",
      "sent_on",
      "due_on",
      "follow_up_on",
      "credited_amount",
    ],
    facet: "status",
    summary: ["status", "sent_on", "claimed_amount"],
    relatedTo: [{ type: "sw_supplier", field: "supplier" }],
  },
  listOfCheckSettings,
  {
    type: "sw_assignment",
    icon: Contact,
    columns: ["contact", "purpose", "site", "billing_site", "valid_from", "valid_to"],
    summary: ["contact", "site", "billing_site"],
    relatedTo: [
      { type: "sw_contact", field: "contact" },
      { type: "sw_site", field: "site" },
      { type: "sw_billing_site", field: "billing_site" },
    ],
  },
];

/** Every list of the console: the base's, then each vertical's. A vertical's list of a type that the base lists stands in its place. */
export function useRecordLists(): readonly RecordList[] {
  const verticals = useVerticals();
  return useMemo(() => {
    const theirs = new Map(verticals.flatMap(({ lists }) => lists.map((list) => [list.type, list] as const)));
    const ofBase = baseLists.map((list) => theirs.get(list.type) ?? list);
    return [...new Set([...ofBase, ...theirs.values()])];
  }, [verticals]);
}

export function useRecordList(type: string): RecordList | undefined {
  return useRecordLists().find((list) => list.type === type);
}

/** Types that only make sense under another record. */
export const listedAlone = (list: RecordList): boolean => !["sw_assignment", "sw_price"].includes(list.type);
