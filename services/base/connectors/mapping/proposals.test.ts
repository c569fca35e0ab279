import { expect, test } from "vitest";
import type { BilledCustomer } from "../capabilities/billing.ts";
import { proposalsFor, type SiteToMap } from "./proposals.ts";

const customer = (id: string, more: Partial<BilledCustomer> = {}): BilledCustomer => ({
  id,
  name: "Somebody",
  reference: null,
  registration: null,
  emails: [],
  ...more,
});
const site = (more: Partial<SiteToMap> = {}): SiteToMap => ({
  id: "s",
  name: "Brest",
  accountName: "Menuiserie Tanguy",
  registration: "552100554",
  email: "Compta@tanguy.example",
  ...more,
});
const told = (customers: readonly BilledCustomer[], of: SiteToMap = site()) =>
  proposalsFor(customers)(of).map(({ customer: { id }, by, sureness }) => [id, sureness, by.join(" ")]);

test("the surest comes first; a SIREN alone is likely, with a second thing it is sure", () => {
  const customers = [
    customer("name", { name: "SARL MENUISERIE TANGUY" }),
    customer("siren", { registration: "552 100 554" }),
    customer("siret", { registration: "55210055400013", emails: ["compta@tanguy.example"] }),
    customer("other", { registration: "356000000", emails: ["x@y.example"] }),
    customer("ours", { reference: "s" }),
  ];
  expect(told(customers)).toEqual([
    ["ours", "sure", "reference"],
    ["siret", "sure", "registration email"],
    ["siren", "likely", "registration"],
    ["name", "possible", "account"],
  ]);
});

test("what is empty on both sides is no match", () => {
  const nothing = site({ name: "", accountName: "SA", registration: null, email: null });
  expect(told([customer("a", { name: "SAS", emails: [""] }), customer("b", { registration: "" })], nothing)).toEqual(
    [],
  );
});

test("names are compared without accents, case, order and legal form", () => {
  const place = site({ name: "Électricité Le Goff – Brest", registration: null, email: null });
  expect(told([customer("a", { name: "BREST ELECTRICITE GOFF SAS" })], place)).toEqual([["a", "possible", "name"]]);
});
