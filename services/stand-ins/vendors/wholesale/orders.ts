/** What a simulated operator keeps: orders with their life cycle, and services. Orders go on by themselves, at a pace, or on demand. */
import { type Card, cardsFor } from "./cards.ts";
import { isRefusedThere, objection, refusedThere } from "./ports.ts";

export const orderStates = [
  "acknowledged",
  "held",
  "in_progress",
  "delivered",
  "completed",
  "rejected",
  "pending_cancellation",
  "cancelled",
] as const;
export type OrderState = (typeof orderStates)[number];

export const operations = ["create", "modify", "options", "terminate", "port_in", "sim", "swap"] as const;
export type OrderOperation = (typeof operations)[number];

export interface Step {
  readonly code: string;
  readonly label: string;
  readonly at: string;
}

export interface Asked {
  readonly operation: OrderOperation;
  readonly reference: string;
  readonly number?: string | undefined;
  readonly requestedOn?: string | undefined;
  readonly comment?: string | undefined;
  readonly rio?: string | undefined;
  readonly holder?: string | undefined;
  readonly iccid?: string | undefined;
  readonly simKind?: string | undefined;
  readonly quantity?: number | undefined;
}

/** What holds instead of what was asked, under a name: told again it is the same. */
export interface Correction extends Pick<Asked, "number" | "requestedOn" | "rio" | "holder" | "iccid"> {
  readonly name: string;
}

export interface Order extends Asked {
  readonly id: number;
  state: OrderState;
  reason: string | null;
  reasonCode: string | null;
  /** Those that it took, in their order. */
  readonly corrections: Correction[];
  effectiveOn: string | null;
  /** What it is called in the inventory once it is there. */
  serviceId: string | null;
  readonly steps: Step[];
  /** Those that an order of SIMs brings, from its delivery on. */
  cards: Card[];
  updatedAt: string;
  /** When it goes on by itself, in milliseconds. */
  due: number;
  number?: string | undefined;
  requestedOn?: string | undefined;
  rio?: string | undefined;
  holder?: string | undefined;
  iccid?: string | undefined;
}

export interface Service {
  readonly id: string;
  readonly number: string;
  state: "active" | "suspended" | "terminated";
  endsOn: string | null;
}

/** From acknowledged to its end, with what is told on the way. */
const way: readonly { readonly state: OrderState; readonly code?: string; readonly label?: string }[] = [
  { state: "in_progress", code: "scheduled", label: "Intervention planifiée" },
  { state: "in_progress", code: "switched", label: "Modification passée sur le réseau" },
  { state: "delivered", code: "delivered", label: "Livrée" },
  { state: "completed" },
];

const wayOfPorts: typeof way = [
  { state: "in_progress", code: "accepted", label: "Acceptée par l’opérateur cédant" },
  { state: "in_progress", code: "port_scheduled", label: "Portage planifié" },
  { state: "delivered", code: "ported", label: "Numéro porté" },
  { state: "completed" },
];

const isOver = ({ state }: Order) => ["completed", "rejected", "cancelled"].includes(state);

export interface Pace {
  /** Milliseconds from one step to the next; absent: orders go on on demand alone. */
  readonly step?: number;
  readonly now?: () => Date;
}

export class Orders {
  readonly all: Order[] = [];
  readonly services: Service[] = [];
  /** Told of each order that is made or goes on. */
  onChange: ((order: Order) => void) | undefined;
  #last = 7_000;
  readonly #now: () => Date;

  constructor(private readonly pace: Pace = {}) {
    this.#now = pace.now ?? (() => new Date());
  }

  /** Two of one reference are two: an operator that looks at it would hide what its callers do wrong. */
  add(asked: Asked): Order {
    this.#last += 1;
    const order: Order = {
      ...asked,
      id: this.#last,
      state: "acknowledged",
      reason: null,
      reasonCode: null,
      corrections: [],
      effectiveOn: null,
      serviceId: null,
      steps: [],
      cards: [],
      updatedAt: this.#now().toISOString(),
      due: this.#nextDue(),
    };
    this.all.push(order);
    this.onChange?.(order);
    this.#look(order);
    return order;
  }

  /** A port is held until somebody says the right thing. */
  #look(order: Order): void {
    const found = order.operation === "port_in" ? objection(order) : undefined;
    if (found) this.hold(order, found.words, found.code);
  }

  of(reference: string): Order | undefined {
    return this.all.find((order) => order.reference === reference);
  }

  /** What went on by itself meanwhile. */
  goOn(): void {
    const now = this.#now().getTime();
    if (this.pace.step === undefined) return;
    for (const order of this.all)
      for (let steps = 0; steps < 10 && !isOver(order) && order.state !== "held" && order.due <= now; steps += 1) {
        const due = order.due;
        this.advance(order);
        order.due = due + this.pace.step;
      }
  }

  advance(order: Order): void {
    if (isOver(order) || order.state === "held") return;
    if (order.state === "pending_cancellation") {
      this.#set(order, { state: "cancelled" });
      return;
    }
    const isPort = order.operation === "port_in";
    if (isPort && isRefusedThere(order)) {
      this.reject(order, refusedThere.words, refusedThere.code);
      return;
    }
    const next = (isPort ? wayOfPorts : way)[order.steps.length] ?? { state: "completed" as const };
    const at = this.#now().toISOString();
    const day = order.requestedOn ?? at.slice(0, 10);
    // The day of the port is said before it comes.
    const isScheduled = next.code === "port_scheduled";
    if (next.code)
      order.steps.push({ code: next.code, label: next.label ?? "", at: isScheduled ? `${day}T06:00:00.000Z` : at });
    const effectiveOn = next.state === "completed" || isScheduled ? day : order.effectiveOn;
    const isSent = order.operation === "sim" && next.state === "delivered" && order.cards.length === 0;
    this.#set(order, { state: next.state, effectiveOn, ...(isSent && { cards: cardsFor(order) }) });
    if (next.state === "completed" && (isPort || order.operation === "create")) order.serviceId = `S-${order.id}`;
    if (next.state === "completed" && order.operation === "terminate") this.#ends(order.number, effectiveOn);
  }

  finish(order: Order): void {
    for (let steps = 0; steps < 10 && !isOver(order); steps += 1) this.advance(order);
  }

  hold(order: Order, reason: string, reasonCode: string | null = null): void {
    this.#set(order, { state: "held", reason, reasonCode });
  }

  /** What was wrong is right now: it goes on. */
  correct(order: Order, rio?: string): void {
    if (rio !== undefined) order.rio = rio;
    const state = order.steps.length > 0 ? "in_progress" : "acknowledged";
    this.#set(order, { state, reason: null, reasonCode: null });
  }

  /** By whoever ordered it, who may be wrong again. False: it isn't held. */
  corrected(order: Order, correction: Correction): boolean {
    if (order.corrections.at(-1)?.name === correction.name) return true;
    if (order.state !== "held") return false;
    order.corrections.push(correction);
    const { name: _, ...given } = correction;
    Object.assign(order, given);
    this.correct(order);
    this.#look(order);
    return true;
  }

  reject(order: Order, reason: string, reasonCode: string | null = null): void {
    this.#set(order, { state: "rejected", reason, reasonCode });
  }

  /** False: too late. */
  cancel(order: Order): boolean {
    if (!["acknowledged", "held", "in_progress", "pending_cancellation"].includes(order.state)) return false;
    this.#set(order, { state: "pending_cancellation", reason: null, reasonCode: null });
    return true;
  }

  #set(order: Order, changes: Partial<Order>): void {
    Object.assign(order, changes, { updatedAt: this.#now().toISOString(), due: this.#nextDue() });
    this.onChange?.(order);
  }

  #nextDue(): number {
    return this.#now().getTime() + (this.pace.step ?? 0);
  }

  #ends(number: string | undefined, endsOn: string | null): void {
    const service = this.services.find((one) => one.number === number);
    if (service) Object.assign(service, { state: "terminated", endsOn });
  }
}
