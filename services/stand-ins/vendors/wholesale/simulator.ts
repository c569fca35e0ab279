/** What stands in for an operator that is reached over HTTP: our provider interface, in the names of its flavour. */
import { type Context, Hono } from "hono";
import * as z from "zod";
import { simulated, type Simulator } from "../simulated.ts";
import type { Card } from "./cards.ts";
import { callbackAddress, callbackFaults, Callbacks } from "./callbacks.ts";
import {
  type Asked,
  type Order,
  type OrderOperation,
  Orders,
  type OrderState,
  type Pace,
  type Service,
} from "./orders.ts";

/** How an operator calls things. */
export interface Flavour {
  readonly company: Readonly<Record<string, string>>;
  readonly paths: {
    readonly me: string;
    readonly orders: string;
    readonly cancel: string;
    readonly services: string;
    /** Where an order is corrected; absent: it takes no corrections. */
    readonly correct?: string;
    readonly eligibility?: string;
  };
  /** What a request's key lies in. */
  readonly key: "bearer" | { readonly header: string };
  readonly operations: Readonly<Record<string, OrderOperation>>;
  readonly states: Readonly<Record<OrderState, string>>;
  readonly services: Readonly<Record<Service["state"], string>>;
  readonly names: Readonly<
    Record<
      | "operation"
      | "reference"
      | "number"
      | "requestedOn"
      | "comment"
      | "rio"
      | "id"
      | "state"
      | "reason"
      | "effectiveOn"
      | "steps"
      | "code"
      | "label"
      | "at"
      | "serviceId"
      | "serviceState"
      | "endsOn"
      | "since",
      string
    >
  > &
    Readonly<
      Partial<
        Record<
          "holder" | "iccid" | "reasonCode" | "correction" | "madeService" | "simKind" | "quantity" | "cards" | "eid",
          string
        >
      >
    >;
  readonly pages: {
    readonly cursor: string;
    readonly size: string;
    readonly items: string;
    readonly next: string;
    readonly more: string;
  };
  readonly error: (text: string) => object;
}

interface Given extends Pace {
  /** The keys that it knows, and how many requests in `window` milliseconds it takes from each. */
  readonly tokens: Readonly<Record<string, number>>;
  readonly window?: number;
}

const command = z.strictObject({
  action: z.enum(["advance", "finish", "hold", "correct", "reject"]),
  reason: z.string().default("Sur demande"),
  rio: z.string().optional(),
});

export function wholesale(flavour: Flavour, { tokens, window = 1_000, ...pace }: Given): Simulator<Orders> {
  const { names, paths, pages } = flavour;
  const ledger = new Orders(pace);
  const callbacks = new Callbacks();
  ledger.onChange = (order) => callbacks.tell(order);
  const app = new Hono();
  const seen = new Map<string, number[]>();
  const refuse = (context: Context, status: 401 | 404 | 409 | 422 | 429 | 400, text: string) =>
    context.json(flavour.error(text), status);

  /** On demand, without a key: what an operator's people do. */
  app.post("/simulator/orders/:reference", async (context) => {
    const order = ledger.of(context.req.param("reference"));
    const asked = command.safeParse(await context.req.json());
    if (!order || !asked.success)
      return context.json({ error: order ? "malformed" : "no such order" }, order ? 400 : 404);
    const { action, reason, rio } = asked.data;
    if (action === "hold" || action === "reject") ledger[action](order, reason);
    else if (action === "correct") ledger.correct(order, rio);
    else ledger[action](order);
    return context.json(order);
  });

  /** Where it writes to from now on, and how that goes wrong; without a body to nobody. Orders then go on without being asked for. */
  app.post("/simulator/callbacks", async (context) => {
    const text = await context.req.text();
    const asked = callbackAddress
      .extend({ fault: z.enum(callbackFaults).optional() })
      .safeParse(text && JSON.parse(text));
    if (text && !asked.success) return context.json({ error: "malformed" }, 400);
    const { fault, ...address } = asked.data ?? {};
    callbacks.to(asked.success ? (address as z.infer<typeof callbackAddress>) : undefined, fault);
    return context.json({ answers: callbacks.answers });
  });

  app.use(async (context, next) => {
    const { key } = flavour;
    const sent = context.req.header(key === "bearer" ? "authorization" : key.header) ?? "";
    const token = key === "bearer" ? (/^Bearer (.+)$/.exec(sent)?.[1] ?? "") : sent;
    const most = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (most === undefined) return refuse(context, 401, "Unknown key");
    const time = Date.now();
    const lately = (seen.get(token) ?? []).filter((at) => at > time - window);
    if (lately.length >= most) {
      context.header("retry-after", String(Math.ceil(((lately[0] ?? time) + window - time) / 1000)));
      return refuse(context, 429, "Too many requests");
    }
    seen.set(token, [...lately, time]);
    ledger.goOn();
    await next();
    return undefined;
  });

  app.get(paths.me, (context) => context.json(flavour.company));
  app.post(paths.orders, async (context) => {
    const asked = askedOf((await bodyOf(context)) ?? {}, flavour);
    if (typeof asked === "string") return refuse(context, 422, asked);
    return context.json(viewOf(ledger.add(asked), flavour), 201);
  });
  app.get(paths.orders, (context) => {
    const { [names.reference]: reference, [names.since]: since } = context.req.query();
    const after = since === undefined ? 0 : Date.parse(since);
    if (Number.isNaN(after)) return refuse(context, 400, `${names.since} is no moment`);
    const found = ledger.all
      .filter(
        (order) => (reference === undefined || order.reference === reference) && Date.parse(order.updatedAt) >= after,
      )
      .sort((a, b) => (since === undefined ? a.id - b.id : a.updatedAt.localeCompare(b.updatedAt)));
    return page(
      context,
      found.map((order) => viewOf(order, flavour)),
    );
  });
  app.post(paths.cancel, (context) => {
    const order = ledger.all.find(({ id }) => String(id) === context.req.param("id"));
    if (!order) return refuse(context, 404, "No such order");
    return ledger.cancel(order) ? context.json(viewOf(order, flavour)) : refuse(context, 409, "Too late to cancel");
  });
  if (paths.correct)
    app.post(paths.correct, async (context) => {
      const order = ledger.all.find(({ id }) => String(id) === context.req.param("id"));
      const body = (await bodyOf(context)) ?? {};
      const name = body[names.correction ?? ""];
      const asked = askedOf({ ...body, [names.operation]: codeOf("port_in"), [names.reference]: "same" }, flavour);
      if (!order) return refuse(context, 404, "No such order");
      if (typeof asked === "string") return refuse(context, 422, asked);
      if (typeof name !== "string" || name === "") return refuse(context, 422, `${names.correction ?? ""}: missing`);
      const { number, requestedOn, rio, holder, iccid } = asked;
      return ledger.corrected(order, { name, number, requestedOn, rio, holder, iccid })
        ? context.json(viewOf(order, flavour))
        : refuse(context, 409, "Not held: nothing to correct");
    });
  app.get(paths.services, (context) =>
    page(
      context,
      ledger.services.map(({ id, number, state, endsOn }) => ({
        [names.serviceId]: id,
        [names.number]: number,
        [names.serviceState]: flavour.services[state],
        [names.endsOn]: endsOn,
      })),
    ),
  );
  if (paths.eligibility)
    app.get(paths.eligibility, (context) =>
      page(
        context,
        /^\d{5}$/.test(context.req.query("postal_code") ?? "")
          ? [
              { code: "FTTH", label: "Fibre mutualisée" },
              { code: "FTTO", label: "Fibre dédiée" },
            ]
          : [],
      ),
    );

  return simulated(app, {
    ledger,
    describe: () => ({ orders: ledger.all, services: ledger.services }),
    errorBody: () => flavour.error("Simulated"),
    idName: names.id,
  });

  function codeOf(operation: OrderOperation): string {
    return Object.entries(flavour.operations).find(([, one]) => one === operation)?.[0] ?? "";
  }

  function page(context: Context, all: readonly object[]) {
    const { [pages.cursor]: cursor = "0", [pages.size]: size = "20" } = context.req.query();
    const [after, most] = [Number(cursor), Number(size)];
    if (!Number.isSafeInteger(after) || !Number.isInteger(most) || most < 1 || most > 100)
      return refuse(context, 400, `${pages.cursor} or ${pages.size} is malformed`);
    const more = all.length > after + most;
    return context.json({
      [pages.items]: all.slice(after, after + most),
      [pages.more]: more,
      [pages.next]: more ? String(after + most) : null,
    });
  }
}

async function bodyOf(context: Context): Promise<Record<string, unknown> | undefined> {
  try {
    return (await context.req.json()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** What is asked, in our names; else what is wrong with it, by the operator's name of the member. */
export function askedOf(
  body: Readonly<Record<string, unknown>>,
  { names, operations }: Pick<Flavour, "names" | "operations">,
): Asked | string {
  const text = (name: keyof Flavour["names"]) => {
    const value = body[names[name] ?? ""];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const operation = operations[text("operation") ?? ""];
  const reference = text("reference");
  const [number, requestedOn] = [text("number"), text("requestedOn")];
  if (!operation) return `${names.operation}: unknown`;
  if (!reference || reference.length > 200) return `${names.reference}: missing`;
  if (!number && operation !== "create" && operation !== "sim") return `${names.number}: missing`;
  if (operation === "swap" && !/^\d{18,20}$/.test(text("iccid") ?? "")) return `${names.iccid ?? ""}: no card`;
  if (requestedOn && !/^\d{4}-\d{2}-\d{2}$/.test(requestedOn)) return `${names.requestedOn}: no day`;
  return {
    operation,
    reference,
    number,
    requestedOn,
    comment: text("comment"),
    rio: text("rio"),
    holder: text("holder"),
    iccid: text("iccid"),
    simKind: text("simKind"),
    ...(operation === "sim" && { quantity: Number(text("quantity") ?? 1) }),
  };
}

export function viewOf(order: Order, { names, states }: Pick<Flavour, "names" | "states">): Record<string, unknown> {
  return {
    [names.id]: order.id,
    [names.reference]: order.reference,
    [names.state]: states[order.state],
    [names.reason]: order.reason,
    [names.effectiveOn]: order.effectiveOn,
    ...(names.madeService && { [names.madeService]: order.serviceId }),
    ...(names.reasonCode && { [names.reasonCode]: order.reasonCode }),
    ...(names.correction && { [names.correction]: order.corrections.at(-1)?.name ?? null }),
    ...(names.cards && { [names.cards]: order.cards.map((card) => cardView(card, names)) }),
    [names.steps]: order.steps.map(({ code, label, at }) => ({
      [names.code]: code,
      [names.label]: label,
      [names.at]: at,
    })),
  };
}

export const cardView = ({ iccid, eid }: Card, names: Flavour["names"]): Record<string, string | null> => ({
  [names.iccid ?? ""]: iccid,
  [names.eid ?? ""]: eid,
});
