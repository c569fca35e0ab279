/** How the simulator reads what is asked and answers it. */
import type { Context } from "hono";
import * as z from "zod";

export const errorBody = (status: number, error = "The failure is simulated") => ({ error, status });

export const refuse = (context: Context, status: 400 | 401 | 404 | 422 | 429, error: string) =>
  context.json(errorBody(status, error), status);

const condition = z.object({ field: z.string(), operator: z.literal("eq"), value: z.string() });

/** Those that the filter in the query leaves; undefined where it is malformed or names what the vendor can't filter by. */
export function filtered<Item extends object>(
  context: Context,
  all: readonly Item[],
  fields: readonly (keyof Item & string)[],
): readonly Item[] | undefined {
  const filter = z.array(condition).safeParse(parsed(context.req.query("filter") ?? "[]"));
  if (!filter.success || filter.data.some(({ field }) => !(fields as readonly string[]).includes(field)))
    return undefined;
  return all.filter((one) => filter.data.every(({ field, value }) => String(one[field as keyof Item]) === value));
}

/** A page in ascending order; its cursor says after which place the next one begins. */
export function page<Item>(
  context: Context,
  all: readonly Item[],
  placeOf: (item: Item) => number,
  view: (item: Item) => unknown,
) {
  const { cursor, limit: size = "20" } = context.req.query();
  const place = cursor === undefined ? "0" : Buffer.from(cursor, "base64url").toString();
  const after = /^\d+$/.test(place) ? Number(place) : Number.NaN;
  const most = Number(size);
  if (!Number.isSafeInteger(after) || !Number.isInteger(most) || most < 1 || most > 100)
    return context.json(errorBody(400, "cursor or limit is malformed"), 400);
  const rest = all.filter((item) => placeOf(item) > after);
  const items = rest.slice(0, most);
  const last = items.at(-1);
  const more = rest.length > items.length;
  const next = more && last !== undefined ? Buffer.from(String(placeOf(last))).toString("base64url") : null;
  return context.json({ items: items.map(view), has_more: more, next_cursor: next });
}

export const body = async (context: Context): Promise<unknown> => parsed(await context.req.text());

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function problemOf(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${first.path.join(".")}: ${first.message}` : "malformed";
}
