import type { Context, Hono } from "hono";
import * as z from "zod";
import { body, filtered, page, problemOf, refuse } from "./answers.ts";
import type { Books } from "./books.ts";
import { invoiceOf, lineOf, subscriptionOf } from "./views.ts";

const line = z.object({
  label: z.string().min(1),
  description: z.string().nullable().default(""),
  product_id: z.int().optional(),
  quantity: z.number(),
  raw_currency_unit_price: z.string(),
});
const changedLine = line.extend({ id: z.int() });
const day = z.iso.date();
const newSubscription = z.object({
  customer_id: z.int(),
  label: z.string().nullable().default(""),
  start: day,
  mode: z.object({ type: z.literal("awaiting_validation") }),
  recurring_rule: z.object({ type: z.literal("monthly"), interval: z.int().min(1).default(1) }),
  customer_invoice_data: z.object({ invoice_lines: z.array(line).min(1) }),
});
const changedSubscription = z.object({
  stop: z.boolean().optional(),
  customer_invoice_data: z
    .object({
      invoice_lines: z.object({
        create: z.array(line).optional(),
        update: z.array(changedLine).optional(),
        delete: z.array(z.object({ id: z.int() })).optional(),
      }),
    })
    .optional(),
});
const newInvoice = z.object({
  customer_id: z.int(),
  external_reference: z.string().default(""),
  date: day,
  deadline: day,
  // Nothing that it is asked for is final.
  draft: z.literal(true),
  pdf_invoice_subject: z.string().nullable().default(""),
  invoice_lines: z.array(line).min(1),
});

const lineGiven = <Line extends z.infer<typeof line>>({ description, product_id, ...one }: Line) => ({
  ...one,
  description: description ?? "",
  product_id: product_id ?? null,
});

/** Subscriptions and the customers' invoices. */
export function invoicing(app: Hono, api: string, books: Books): void {
  const isCustomer = (id: number) => books.customers.some((one) => one.id === id);
  const numberOf = (context: Context) => Number(context.req.param("id"));

  app.get(`${api}/billing_subscriptions`, (context) => {
    const found = filtered(context, books.subscriptions, ["id", "start", "customer_id"]);
    if (!found) return refuse(context, 400, "filter is malformed");
    return page(context, found, ({ id }) => id, subscriptionOf);
  });
  app.post(`${api}/billing_subscriptions`, async (context) => {
    const sent = newSubscription.safeParse(await body(context));
    if (!sent.success) return refuse(context, 422, problemOf(sent.error));
    const { customer_id, label, start, recurring_rule, customer_invoice_data } = sent.data;
    if (!isCustomer(customer_id)) return refuse(context, 404, "Customer not found");
    const made = books.addSubscription({
      customer_id,
      label: label ?? "",
      start,
      interval: recurring_rule.interval,
      lines: customer_invoice_data.invoice_lines.map(lineGiven),
    });
    return context.json(subscriptionOf(made), 201);
  });
  app.put(`${api}/billing_subscriptions/:id`, async (context) => {
    const sent = changedSubscription.safeParse(await body(context));
    if (!sent.success) return refuse(context, 422, problemOf(sent.error));
    const lines = sent.data.customer_invoice_data?.invoice_lines;
    const changed = books.changeSubscription(numberOf(context), {
      stop: sent.data.stop,
      added: lines?.create?.map(lineGiven),
      changed: lines?.update?.map(lineGiven),
      removed: lines?.delete,
    });
    return changed ? context.json(subscriptionOf(changed)) : refuse(context, 404, "Subscription not found");
  });
  app.get(`${api}/billing_subscriptions/:id/invoice_lines`, (context) => {
    const of = books.subscriptions.find(({ id }) => id === numberOf(context));
    return of ? page(context, of.lines, ({ id }) => id, lineOf) : refuse(context, 404, "Subscription not found");
  });

  app.get(`${api}/customer_invoices`, (context) => {
    const found = filtered(context, books.invoices, [
      "id",
      "date",
      "customer_id",
      "invoice_number",
      "external_reference",
    ]);
    if (!found) return refuse(context, 400, "filter is malformed");
    return page(context, found, ({ id }) => id, invoiceOf);
  });
  app.post(`${api}/customer_invoices`, async (context) => {
    const sent = newInvoice.safeParse(await body(context));
    if (!sent.success) return refuse(context, 422, problemOf(sent.error));
    const { invoice_lines, pdf_invoice_subject, draft: _, ...invoice } = sent.data;
    if (!isCustomer(invoice.customer_id)) return refuse(context, 404, "Customer not found");
    if (books.invoices.some((one) => one.external_reference === invoice.external_reference))
      return refuse(context, 422, "external_reference has already been taken");
    const made = books.addInvoice({
      ...invoice,
      subject: pdf_invoice_subject ?? "",
      status: "draft",
      lines: invoice_lines.map(lineGiven),
    });
    return context.json(invoiceOf(made), 201);
  });
  app.get(`${api}/customer_invoices/:id`, (context) => {
    const found = books.invoices.find(({ id }) => id === numberOf(context));
    return found ? context.json(invoiceOf(found)) : refuse(context, 404, "Invoice not found");
  });
  app.get(`${api}/customer_invoices/:id/invoice_lines`, (context) => {
    const of = books.invoices.find(({ id }) => id === numberOf(context));
    return of ? page(context, of.lines, ({ id }) => id, lineOf) : refuse(context, 404, "Invoice not found");
  });
}
