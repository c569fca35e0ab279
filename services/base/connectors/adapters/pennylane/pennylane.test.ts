import { Hono } from "hono";
import { listen } from "../../../../platform/service/listen.ts";
import { pennylane as simulator } from "../../../../stand-ins/vendors/pennylane/simulator.ts";
import { type BillingAbility, billing } from "../../capabilities/billing.ts";
import { billingKit } from "../../testing/billing-kit.ts";
import { judge } from "../../testing/judge.ts";
import { pennylane } from "./pennylane.ts";

const api = "/api/external/v2";
const addresses: Partial<Record<BillingAbility, string>> = {
  listCustomers: `GET ${api}/customers`,
  createCustomer: `POST ${api}/company_customers`,
  listProducts: `GET ${api}/products`,
  createProduct: `POST ${api}/products`,
  createSubscription: `POST ${api}/billing_subscriptions`,
  changeSubscription: `PUT ${api}/billing_subscriptions/*`,
  endSubscription: `PUT ${api}/billing_subscriptions/*`,
  createDraftInvoice: `POST ${api}/customer_invoices`,
  listInvoices: `GET ${api}/customer_invoices`,
};
const address = { address: "1 quai", postal_code: "56100", city: "Lorient", country_alpha2: "FR" };

billingKit(pennylane, {
  abilities: ["prove", ...(Object.keys(billing.abilities) as BillingAbility[])],
  async start() {
    const vendor = simulator({
      tokens: { "kit-token": 10_000, "counted-token": 25 },
      company: { id: 7, name: "Connextoo", reg_no: "552100554" },
    });
    const { middleware, problems, judged } = await judge(
      new URL("../../../../stand-ins/vendors/pennylane/company-api-v2.openapi.yml", import.meta.url),
    );
    let limited = 0;
    const app = new Hono();
    app.use(async (context, next) => {
      await next();
      if (context.res.status === 429) limited += 1;
    });
    app.use(middleware);
    app.route("/", vendor.app);
    const listening = await listen(app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
    const { ledger: books } = vendor;
    return {
      connection: { adapter: "pennylane", secret: "kit-token", origin: listening.url, inside: true },
      counted: "counted-token",
      company: "Connextoo",
      fault: (kind, on, more) => {
        vendor.faults.add({ kind, ...(on && addresses[on] && { on: addresses[on] }), ...more });
      },
      clear: () => vendor.faults.clear(),
      seedCustomers(count) {
        for (let index = 0; index < count; index += 1)
          books.addCustomer({
            customer_type: index % 3 ? "company" : "individual",
            name: `Customer ${index}`,
            first_name: "Anne",
            last_name: `Customer ${index}`,
            reg_no: "",
            external_reference: "",
            emails: [],
            billing_address: address,
          });
      },
      seedProducts(count) {
        for (let index = 0; index < count; index += 1)
          books.addProduct({ label: `Plan ${index}`, external_reference: `P${index}`, price_before_tax: "24.90" });
      },
      seedInvoices(count) {
        const one = { name: "Invoiced", first_name: "", last_name: "", reg_no: "", external_reference: "", emails: [] };
        const { id } = books.addCustomer({ ...one, customer_type: "company", billing_address: address });
        const line = { label: "Plan", description: "", product_id: null, quantity: 1, raw_currency_unit_price: "10.0" };
        return Array.from({ length: count }, (_, index) =>
          String(
            books.addInvoice({
              customer_id: id,
              external_reference: `seeded-${id}-${index}`,
              date: "2026-01-31",
              deadline: "2026-03-02",
              subject: "",
              status: "upcoming",
              lines: [line],
            }).id,
          ),
        );
      },
      happens(invoice, what) {
        if (what === "deleted") books.deleteInvoice(Number(invoice));
        else books.changeInvoice(Number(invoice), { status: "paid", paid: 12 });
      },
      made: (reference) => books.customers.filter((one) => one.external_reference === reference).length,
      limited: () => limited,
      problems: () => (judged() > 50 ? problems : ["hardly anything was judged"]),
      close: () => listening.close(),
    };
  },
});
