/** What stands in for Pennylane's company API, version 2: the addresses that our adapter uses, with books of its own and its limit of requests. */
import { type Context, Hono } from "hono";
import * as z from "zod";
import { simulated, type Simulator } from "../simulated.ts";
import { body, errorBody, filtered, page, problemOf, refuse } from "./answers.ts";
import { Books, type ChangeEvent } from "./books.ts";
import { invoicing } from "./invoicing.ts";
import { companyOf, customerOf, personOf, productOf } from "./views.ts";

const api = "/api/external/v2";
const weeksKept = 4;
const windowLength = 5000;

interface Given {
  /** The tokens that it knows, and how many requests in 5 seconds it takes from each; the real one takes 25. */
  readonly tokens: Readonly<Record<string, number>>;
  readonly company?: { readonly id: number; readonly name: string; readonly reg_no: string };
  readonly now?: () => Date;
}

const address = z.object({
  address: z.string(),
  postal_code: z.string(),
  city: z.string(),
  country_alpha2: z.string(),
});
const common = {
  external_reference: z.string().default(""),
  emails: z.array(z.string()).default([]),
  billing_address: address,
};
const newCompany = z.object({ ...common, name: z.string().min(1), reg_no: z.string().default("") });
const newPerson = z.object({ ...common, first_name: z.string(), last_name: z.string().min(1) });
const newProduct = z.object({
  label: z.string().min(1),
  external_reference: z.string().default(""),
  price_before_tax: z.string(),
});

export function pennylane(given: Given): Simulator<Books> {
  const { company = { id: 1, name: "Simulated company", reg_no: "000000000" }, now = () => new Date() } = given;
  const books = new Books(now);
  const app = new Hono();
  const seen = new Map<string, number[]>();

  app.use(`${api}/*`, async (context, next) => {
    const token = /^Bearer (.+)$/.exec(context.req.header("authorization") ?? "")?.[1] ?? "";
    const most = Object.hasOwn(given.tokens, token) ? given.tokens[token] : undefined;
    if (most === undefined) return refuse(context, 401, "The access token is invalid");
    const time = Date.now();
    const lately = (seen.get(token) ?? []).filter((at) => at > time - windowLength);
    context.header("ratelimit-limit", String(most));
    if (lately.length >= most) {
      const rest = Math.ceil(((lately[0] ?? time) + windowLength - time) / 1000);
      context.header("retry-after", String(rest));
      return refuse(context, 429, "Rate limit exceeded");
    }
    seen.set(token, [...lately, time]);
    await next();
    return undefined;
  });

  app.get(`${api}/me`, (context) =>
    context.json({ user: null, company, scopes: ["customers:all", "products:readonly"] }),
  );

  app.get(`${api}/customers`, (context) => {
    const found = filtered(context, books.customers, ["id", "name", "reg_no", "external_reference"]);
    if (!found) return refuse(context, 400, "filter is malformed");
    return page(context, found, ({ id }) => id, customerOf);
  });
  app.post(`${api}/company_customers`, async (context) => {
    const sent = newCompany.safeParse(await body(context));
    if (!sent.success) return refuse(context, 422, problemOf(sent.error));
    const made = books.addCustomer({ ...sent.data, customer_type: "company", first_name: "", last_name: "" });
    return context.json(companyOf(made), 201);
  });
  app.post(`${api}/individual_customers`, async (context) => {
    const sent = newPerson.safeParse(await body(context));
    if (!sent.success) return refuse(context, 422, problemOf(sent.error));
    const name = `${sent.data.first_name} ${sent.data.last_name}`.trim();
    const made = books.addCustomer({ ...sent.data, name, reg_no: "", customer_type: "individual" });
    return context.json(personOf(made), 201);
  });

  const changelog = (of: readonly ChangeEvent[]) => (context: Context) => {
    const { start_date: since, cursor } = context.req.query();
    if (since !== undefined && cursor !== undefined)
      return refuse(context, 400, "start_date and cursor can't be given together");
    const oldest = now().getTime() - weeksKept * 7 * 86_400_000;
    if (since !== undefined && Date.parse(since) < oldest)
      return refuse(context, 422, "start_date is older than four weeks");
    const places = new Map(of.map((change, place) => [change, place + 1]));
    const kept = of.filter(
      ({ processed_at }) => Date.parse(processed_at) >= Math.max(oldest, Date.parse(since ?? "") || 0),
    );
    return page(
      context,
      kept,
      (change) => places.get(change) ?? 0,
      (change) => change,
    );
  };
  app.get(`${api}/changelogs/customers`, changelog(books.changes));
  app.get(`${api}/changelogs/customer_invoices`, changelog(books.invoiceChanges));

  app.get(`${api}/products`, (context) => {
    const found = filtered(context, books.products, ["id", "label", "external_reference"]);
    if (!found) return refuse(context, 400, "filter is malformed");
    return page(context, found, ({ id }) => id, productOf);
  });
  app.post(`${api}/products`, async (context) => {
    const sent = newProduct.safeParse(await body(context));
    if (!sent.success) return refuse(context, 422, problemOf(sent.error));
    const { external_reference: reference } = sent.data;
    if (reference && books.products.some((one) => one.external_reference === reference))
      return refuse(context, 422, "external_reference has already been taken");
    return context.json(productOf(books.addProduct(sent.data)), 201);
  });

  invoicing(app, api, books);

  return simulated(app, {
    ledger: books,
    describe: () => {
      const { customers, products, subscriptions, invoices } = books;
      return { customers, products, subscriptions, invoices };
    },
    errorBody,
  });
}
