import type { Books, Invoice, NewInvoice, NewLine } from "./books.ts";

/** Customers of the demo's, by account number and billing site, in the order of their numbers in the books; `null`: one that nobody mapped. */
const customers: readonly (readonly [site: string | null, name: string, siren: string, monthly: string])[] = [
  ["SW-004182/Agences", "Groupe Kervadec Agences", "482913050", "2480.50"],
  ["SW-003310/Facturation", "Armorique Froid SAS", "391204775", "1320.00"],
  ["SW-002967/Facturation", "Biscuiterie Le Penven", "392604179", "318.40"],
  ["SW-003127/Siège", "Hôtels du Ponant", "449120338", "402.10"],
  ["SW-003127/Agences", "Hôtels du Ponant Établissements", "449120338", "1127.35"],
  [null, "Clinique St-Guénolé", "", "890.00"],
];

/** The first customer of empty books. */
const first = 40_001;

/** What the demo's billing sites are called in the books that `seedDemo` fills. */
export const demoCustomers: Readonly<Record<string, string>> = Object.fromEntries(
  customers.flatMap(([site], index) => (site === null ? [] : [[site, String(first + index)]])),
);

type Seeded = Partial<Pick<Invoice, "paid" | "credited_invoice_id">> & { readonly lines?: readonly NewLine[] };

const dayLength = 86_400_000;
const tax = 1.2;
const months = 14;

/** Into empty books: more than a year of invoices, paid, partly paid, late, credited, cancelled, and the draft of the coming month. */
export function seedDemo(books: Books, now: Date): void {
  const address = { address: "1 quai de la Douane", postal_code: "29200", city: "Brest", country_alpha2: "FR" };
  const ids = customers.map(
    ([, name, siren]) =>
      books.addCustomer({
        customer_type: "company",
        name,
        first_name: "",
        last_name: "",
        reg_no: siren,
        external_reference: "",
        emails: [],
        billing_address: address,
      }).id,
  );
  for (const [index, [, name, , price]] of customers.entries()) {
    const customer = ids[index] ?? first;
    const gross = (factor = 1) => Math.round(Number(price) * factor * tax * 100) / 100;
    const invoice = (
      month: number,
      status: Invoice["status"],
      more: Partial<Omit<NewInvoice, "lines">> & Seeded = {},
    ) => {
      const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - month, 1));
      const day = date.toISOString().slice(0, 10);
      const deadline = new Date(date.getTime() + 30 * dayLength).toISOString().slice(0, 10);
      return books.addInvoice({
        customer_id: customer,
        external_reference: `demo-${index}-${books.invoices.length}`,
        date: day,
        deadline,
        subject: name,
        lines: [line("Services du mois", price)],
        status,
        ...more,
      });
    };
    for (let month = months; month > 3; month -= 1) invoice(month, "paid", { paid: gross() });
    // Of the third month before: cancelled by a credit note, and made again.
    const wrong = invoice(3, "cancelled");
    invoice(3, "credit_note", { credited_invoice_id: wrong.id, lines: [line("Avoir", `-${price}`)] });
    invoice(3, "paid", { paid: gross() });
    const isLate = index % 2 === 0;
    const half = Math.round(gross() * 50) / 100;
    invoice(2, isLate ? "late" : "paid", { paid: isLate ? half : gross() });
    const part = invoice(1, isLate ? "late" : "partially_cancelled", isLate ? {} : { paid: gross(0.1) });
    if (!isLate)
      invoice(1, "credit_note", {
        credited_invoice_id: part.id,
        lines: [line("Remise commerciale", `-${(Number(price) * 0.1).toFixed(2)}`)],
      });
    invoice(0, "upcoming");
    invoice(-1, "draft");
  }
  // What the first is billed each month: one of its lines is billed less than was agreed.
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
  books.addSubscription({
    customer_id: ids[0] ?? first,
    label: "Lignes mobiles",
    start: since,
    interval: 1,
    lines: [line("Business 50 Go — 06 39 98 41 03", "19.90"), line("Business 100 Go — 06 39 98 41 06", "24.50")],
  });
  // They were there long before: of what happened then nothing is kept.
  books.changes.length = 0;
  books.invoiceChanges.length = 0;
}

const line = (label: string, price: string): NewLine => ({
  label,
  description: "",
  product_id: null,
  quantity: 1,
  raw_currency_unit_price: price,
});
