import { expect, it } from "vitest";
import { Books } from "./books.ts";
import { demoCustomers, seedDemo } from "./demo.ts";

it("the demo's billing sites are mapped to the customers that the books have, and each has invoices of several states", () => {
  const books = new Books();
  seedDemo(books, new Date("2026-11-30T10:00:00Z"));
  const numbers = Object.values(demoCustomers);
  expect(numbers).toEqual(books.customers.slice(0, numbers.length).map(({ id }) => String(id)));
  for (const number of numbers) {
    const states = new Set(books.invoices.flatMap((one) => (String(one.customer_id) === number ? [one.status] : [])));
    for (const state of ["draft", "upcoming", "paid", "cancelled", "credit_note"] as const)
      expect(states).toContain(state);
  }
  // At every day of a month the same numbers: a stand-in that starts again has the same books.
  const later = new Books();
  seedDemo(later, new Date("2027-03-01T00:00:00Z"));
  expect(later.invoices.map(({ id }) => id)).toEqual(books.invoices.map(({ id }) => id));
});
