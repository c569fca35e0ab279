/** What the simulator keeps: customers and products with their ids, and every change in its order. */
export interface Address {
  readonly address: string;
  readonly postal_code: string;
  readonly city: string;
  readonly country_alpha2: string;
}

export interface Customer {
  readonly id: number;
  readonly customer_type: "company" | "individual";
  readonly name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly reg_no: string;
  readonly external_reference: string;
  readonly emails: readonly string[];
  readonly billing_address: Address;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Product {
  readonly id: number;
  readonly label: string;
  readonly external_reference: string;
  readonly price_before_tax: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A line of a subscription or an invoice. */
export interface Line {
  readonly id: number;
  readonly label: string;
  readonly description: string;
  readonly product_id: number | null;
  readonly quantity: number;
  readonly raw_currency_unit_price: string;
  readonly created_at: string;
  readonly updated_at: string;
}
export type NewLine = Omit<Line, "id" | "created_at" | "updated_at">;

export interface Subscription {
  readonly id: number;
  readonly customer_id: number;
  readonly label: string;
  readonly start: string;
  readonly interval: number;
  readonly lines: readonly Line[];
  readonly stopped_at: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Invoice {
  readonly id: number;
  readonly customer_id: number;
  readonly invoice_number: string;
  readonly external_reference: string;
  readonly date: string;
  readonly deadline: string;
  readonly status:
    | "draft"
    | "upcoming"
    | "late"
    | "partially_cancelled"
    | "partially_paid"
    | "paid"
    | "cancelled"
    | "credit_note";
  readonly subject: string;
  /** With tax. */
  readonly paid: number;
  readonly currency: string;
  /** Of a credit note: the invoice that it credits. */
  readonly credited_invoice_id: number | null;
  readonly lines: readonly Line[];
  readonly created_at: string;
  readonly updated_at: string;
}
export type NewInvoice = Pick<Invoice, "customer_id" | "external_reference" | "date" | "deadline" | "subject"> & {
  readonly lines: readonly NewLine[];
};

export interface ChangeEvent {
  readonly id: number;
  readonly operation: "insert" | "update" | "delete";
  readonly processed_at: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export class Books {
  readonly customers: Customer[] = [];
  readonly products: Product[] = [];
  readonly subscriptions: Subscription[] = [];
  readonly invoices: Invoice[] = [];
  readonly changes: ChangeEvent[] = [];
  readonly invoiceChanges: ChangeEvent[] = [];
  #last = 40_000;

  constructor(private readonly now: () => Date = () => new Date()) {}

  addCustomer(given: Omit<Customer, "id" | "created_at" | "updated_at">): Customer {
    const [id, at] = [this.#next(), this.now().toISOString()];
    const customer = { ...given, id, created_at: at, updated_at: at };
    this.customers.push(customer);
    this.changes.push({ id, operation: "insert", processed_at: at, created_at: at, updated_at: at });
    return customer;
  }

  addProduct(given: Pick<Product, "label" | "external_reference" | "price_before_tax">): Product {
    const at = this.now().toISOString();
    const product = { ...given, id: this.#next(), created_at: at, updated_at: at };
    this.products.push(product);
    return product;
  }

  addSubscription(
    given: Pick<Subscription, "customer_id" | "label" | "start" | "interval"> & { readonly lines: readonly NewLine[] },
  ): Subscription {
    const at = this.now().toISOString();
    const lines = given.lines.map((line) => this.#line(line));
    const made = { ...given, lines, id: this.#next(), stopped_at: null, created_at: at, updated_at: at };
    this.subscriptions.push(made);
    return made;
  }

  changeSubscription(
    id: number,
    change: {
      readonly added?: readonly NewLine[] | undefined;
      readonly changed?: readonly (NewLine & { readonly id: number })[] | undefined;
      readonly removed?: readonly { readonly id: number }[] | undefined;
      readonly stop?: boolean | undefined;
    },
  ): Subscription | undefined {
    const place = this.subscriptions.findIndex((one) => one.id === id);
    const before = this.subscriptions[place];
    if (!before) return undefined;
    const at = this.now().toISOString();
    const gone = new Set(change.removed?.map((one) => one.id));
    const after = {
      ...before,
      updated_at: at,
      ...(change.stop !== undefined && { stopped_at: change.stop ? at : null }),
      lines: [
        ...before.lines
          .filter((one) => !gone.has(one.id))
          .map((one) => ({ ...one, ...change.changed?.find((other) => other.id === one.id) })),
        ...(change.added ?? []).map((line) => this.#line(line)),
      ],
    };
    this.subscriptions[place] = after;
    return after;
  }

  addInvoice(
    given: NewInvoice &
      Pick<Invoice, "status"> &
      Partial<Pick<Invoice, "paid" | "currency" | "credited_invoice_id" | "invoice_number">>,
  ): Invoice {
    const [id, at] = [this.#next(), this.now().toISOString()];
    const lines = given.lines.map((line) => this.#line(line));
    const number = given.status === "draft" ? "" : `F-${id}`;
    const usual = { paid: 0, currency: "EUR", credited_invoice_id: null, invoice_number: number };
    const made = { ...usual, ...given, lines, id, created_at: at, updated_at: at };
    this.invoices.push(made);
    this.invoiceChanges.push({ id, operation: "insert", processed_at: at, created_at: at, updated_at: at });
    return made;
  }

  /** As happens there: it is paid, or too late. */
  changeInvoice(id: number, change: Partial<Pick<Invoice, "status" | "paid" | "deadline" | "customer_id">>): void {
    const place = this.invoices.findIndex((one) => one.id === id);
    const before = this.invoices[place];
    if (!before) return;
    const at = this.now().toISOString();
    this.invoices[place] = { ...before, ...change, updated_at: at };
    this.invoiceChanges.push({
      id,
      operation: "update",
      processed_at: at,
      created_at: before.created_at,
      updated_at: at,
    });
  }

  deleteInvoice(id: number): void {
    const place = this.invoices.findIndex((one) => one.id === id);
    const [before] = this.invoices.splice(place, place < 0 ? 0 : 1);
    const at = this.now().toISOString();
    if (before)
      this.invoiceChanges.push({
        id,
        operation: "delete",
        processed_at: at,
        created_at: before.created_at,
        updated_at: at,
      });
  }

  #line(given: NewLine): Line {
    const at = this.now().toISOString();
    return { ...given, id: this.#next(), created_at: at, updated_at: at };
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }
}
