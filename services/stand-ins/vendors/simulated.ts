import { setTimeout as pause } from "node:timers/promises";
import { Hono, type MiddlewareHandler } from "hono";
import type { ServerResponse } from "node:http";
import { Faults, fault } from "./faults.ts";

/** What stands in for a vendor: its addresses, what goes wrong there on demand, and what it has done. */
export interface Simulator<Ledger> {
  readonly app: Hono;
  readonly faults: Faults;
  /** Everything that was done there, whatever became of the answers. */
  readonly ledger: Ledger;
}

interface Bindings {
  readonly outgoing?: ServerResponse;
}

/** The vendor with faults. Over HTTP they are asked for at `POST /simulator/faults` and taken back by `DELETE`, and `GET /simulator/ledger` says what was done. */
export function simulated<Ledger>(
  vendor: Hono,
  given: {
    readonly ledger: Ledger;
    readonly describe: () => unknown;
    readonly errorBody: (status: number) => object;
    /** What it calls ids: a wrong schema calls them otherwise. */
    readonly idName?: string;
  },
): Simulator<Ledger> {
  const faults = new Faults();
  const app = new Hono<{ Bindings: Bindings }>();
  app.get("/simulator/ledger", (context) => context.json(given.describe() as object));
  app.post("/simulator/faults", async (context) => {
    const asked = fault.safeParse(await context.req.json());
    if (!asked.success) return context.json({ error: asked.error.message }, 400);
    faults.add(asked.data);
    return context.body(null, 204);
  });
  app.delete("/simulator/faults", (context) => {
    faults.clear();
    return context.body(null, 204);
  });
  const befall: MiddlewareHandler<{ Bindings: Bindings }> = async (context, next) => {
    const found = faults.take(context.req.method, context.req.path);
    const end = (status: 401 | 429 | 500, headers: Record<string, string> = {}) =>
      context.json(given.errorBody(status), status, headers);
    switch (found?.kind) {
      case "limited":
        return end(429, { "retry-after": String(found.seconds) });
      case "expired":
        return end(401);
      case "error":
        return end(500);
      case "drop":
        context.env.outgoing?.destroy();
        return context.body(null, 200, { "x-simulated": found.kind });
      case "slow":
        await pause(found.milliseconds);
        return next();
    }
    await next();
    if (found?.kind === "commit_then_drop") context.env.outgoing?.destroy();
    if (found?.kind === "wrong_schema") {
      const body = (await context.res.json()) as unknown;
      context.res = context.json(drifted(body, given.idName ?? "id") as object, context.res.status as 200, {
        "x-simulated": found.kind,
      });
    }
    return undefined;
  };
  app.use(befall);
  app.route("/", vendor);
  return { app: app as unknown as Hono, faults, ledger: given.ledger };
}

/** The same answer by a vendor that changed its mind about ids. */
function drifted(value: unknown, idName: string): unknown {
  if (Array.isArray(value)) return value.map((one) => drifted(one, idName));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name === idName ? "identifier" : name, drifted(inner, idName)]),
  );
}
