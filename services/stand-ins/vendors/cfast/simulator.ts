import type { Simulator } from "../simulated.ts";
import type { Orders, Pace } from "../wholesale/orders.ts";
import { type Flavour, wholesale } from "../wholesale/simulator.ts";

const flavour: Flavour = {
  company: { id: "C-1042", name: "Opérateur simulé CFAST", registration: "000000000" },
  paths: {
    me: "/api/v1/me",
    orders: "/api/v1/orders",
    cancel: "/api/v1/orders/:id/cancellation",
    correct: "/api/v1/orders/:id/correction",
    services: "/api/v1/services",
    eligibility: "/api/v1/eligibility",
  },
  key: "bearer",
  operations: {
    create: "create",
    modify: "modify",
    options: "options",
    terminate: "terminate",
    port_in: "port_in",
    sim: "sim",
    swap: "swap",
  },
  states: {
    acknowledged: "acknowledged",
    held: "held_adv_validation",
    in_progress: "in_progress",
    delivered: "delivered",
    completed: "completed",
    rejected: "rejected_provider",
    pending_cancellation: "pending_cancellation",
    cancelled: "cancelled",
  },
  services: { active: "active", suspended: "suspended", terminated: "terminated" },
  names: {
    operation: "operation",
    reference: "external_reference",
    number: "number",
    requestedOn: "requested_on",
    comment: "comment",
    rio: "rio",
    holder: "holder_name",
    iccid: "iccid",
    eid: "eid",
    cards: "sims",
    simKind: "sim_kind",
    quantity: "quantity",
    madeService: "service_id",
    reasonCode: "status_code",
    correction: "correction_reference",
    id: "id",
    state: "status",
    reason: "status_reason",
    effectiveOn: "completion_date",
    steps: "milestones",
    code: "code",
    label: "label",
    at: "at",
    serviceId: "id",
    serviceState: "status",
    endsOn: "end_date",
    since: "updated_since",
  },
  pages: { cursor: "cursor", size: "limit", items: "items", next: "next_cursor", more: "has_more" },
  error: (message) => ({ error: { message } }),
};

/** It takes twenty requests a second, as its adapter's file assumes. */
export const cfast = (given: { readonly tokens: Readonly<Record<string, number>> } & Pace): Simulator<Orders> =>
  wholesale(flavour, given);
