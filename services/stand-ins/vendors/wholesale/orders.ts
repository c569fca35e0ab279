/** What a simulated operator keeps: orders with their life cycle, and services. Orders go on by themselves, at a pace, or on demand. */
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

export const operations = ["create", "modify", "options", "terminate", "port_in", "sim"] as const;
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
}

export interface Order extends Asked {
  readonly id: number;
  state: OrderState;
  reason: string | null;
  effectiveOn: string | null;
  readonly steps: Step[];
  updatedAt: string;
  /** When it goes on by itself, in milliseconds. */
  due: number;
  rio?: string | undefined;
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
      effectiveOn: null,
      steps: [],
      updatedAt: this.#now().toISOString(),
      due: this.#nextDue(),
    };
    this.all.push(order);
    this.onChange?.(order);
    // The layout is what anybody can check; it is held until somebody says the right one.
    if (asked.operation === "port_in" && !/^[A-Z0-9]{2}[A-Z][A-Z0-9+]{9}$/.test(asked.rio ?? ""))
      this.hold(order, "RIO incohérent avec le numéro");
    return order;
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
    const next = way[order.steps.length] ?? { state: "completed" as const };
    const at = this.#now().toISOString();
    if (next.code) order.steps.push({ code: next.code, label: next.label ?? "", at });
    const effectiveOn = next.state === "completed" ? (order.requestedOn ?? at.slice(0, 10)) : order.effectiveOn;
    this.#set(order, { state: next.state, effectiveOn });
    if (next.state === "completed" && order.operation === "terminate") this.#ends(order.number, effectiveOn);
  }

  finish(order: Order): void {
    for (let steps = 0; steps < 10 && !isOver(order); steps += 1) this.advance(order);
  }

  hold(order: Order, reason: string): void {
    this.#set(order, { state: "held", reason });
  }

  /** What was wrong is right now: it goes on. */
  correct(order: Order, rio?: string): void {
    if (rio !== undefined) order.rio = rio;
    this.#set(order, { state: order.steps.length > 0 ? "in_progress" : "acknowledged", reason: null });
  }

  reject(order: Order, reason: string): void {
    this.#set(order, { state: "rejected", reason });
  }

  /** False: too late. */
  cancel(order: Order): boolean {
    if (!["acknowledged", "held", "in_progress", "pending_cancellation"].includes(order.state)) return false;
    this.#set(order, { state: "pending_cancellation", reason: null });
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
