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
  readonly changes: ChangeEvent[] = [];
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

  #next(): number {
    this.#last += 1;
    return this.#last;
  }
}
