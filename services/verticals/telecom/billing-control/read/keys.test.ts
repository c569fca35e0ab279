import { describe, expect, it } from "vitest";
import type { Document, Line } from "../fixtures/e-invoices.ts";
import { lineOf, syntaxes } from "../fixtures/read-e-invoices.ts";
import type { InvoiceLine } from "../invoice.ts";

describe.each(syntaxes)("%s", (_, write) => {
  describe("what a line can be found by", () => {
    const keys = async (line: Line, document: Partial<Document> = {}) => {
      const {
        serviceId = null,
        iccid = null,
        number = null,
        customerReference = null,
      } = (await lineOf(write, { net: "1", ...line }, document)) ?? {};
      return { serviceId, iccid, number, customerReference };
    };
    const none = { serviceId: null, iccid: null, number: null, customerReference: null };

    it.each<[string, string, Partial<Pick<InvoiceLine, "serviceId" | "iccid" | "number" | "customerReference">>]>([
      ["MSISDN", "33612345678", { number: "+33612345678" }],
      ["Numéro", "06 12 34 56 78", { number: "+33612345678" }],
      ["N° de ligne", "0612345678", { number: "+33612345678" }],
      ["ICCID", "8933 0123 4567 8901 234", { iccid: "8933012345678901234" }],
      ["Carte", "8933012345678901234", { iccid: "8933012345678901234" }],
      ["Identifiant de service", "FO-77/2", { serviceId: "FO-77/2" }],
      ["service_id", "OR77", { serviceId: "OR77" }],
      ["Référence d’accès", "PTO-1", { serviceId: "PTO-1" }],
      ["Référence", "SITE-9", { customerReference: "SITE-9" }],
      ["N° de contrat", "0612345678", { customerReference: "0612345678" }],
      ["Contract transport", "132,00 kW", {}],
      ["Numéro de commande", "0612345678", {}],
      ["Numéro", "17", {}],
      ["Couleur", "rouge", {}],
    ])("a property %s", async (name, value, found) => {
      expect(await keys({ properties: [[name, value]] })).toEqual({ ...none, ...found });
    });

    it("the object of the line, its text, the object of the invoice where the line names none", async () => {
      expect(await keys({ object: "OR77" }, { object: "OR1" })).toEqual({ ...none, serviceId: "OR77" });
      expect(await keys({ object: "0612345678" })).toEqual({
        ...none,
        serviceId: "0612345678",
        number: "+33612345678",
      });
      expect(await keys({ name: "Forfait 06 12 34 56 78" }, { object: "OR1" })).toEqual({
        ...none,
        number: "+33612345678",
      });
      expect(await keys({ name: "Facture 422895722, SIREN 552 081 317" })).toEqual(none);
      expect(await keys({ name: "Ligne +33 6 12 34 56 78 (client 422895722)" })).toEqual({
        ...none,
        number: "+33612345678",
      });
      expect(await keys({ note: "Carte 8933012345678901234" })).toEqual({ ...none, iccid: "8933012345678901234" });
      expect(await keys({ buyerItem: "K1" }, { object: "OR1" })).toEqual({
        ...none,
        serviceId: "OR1",
        customerReference: "K1",
      });
    });

    it("the buyer's item, account and order line, then the account of the invoice", async () => {
      const all = { buyerItem: "ITEM", accounting: "ACC", orderLine: "PO-7" };
      expect(await keys(all, { accounting: "BT19" })).toEqual({ ...none, customerReference: "ITEM" });
      expect(await keys({ accounting: "ACC", orderLine: "PO-7" })).toEqual({ ...none, customerReference: "ACC" });
      expect(await keys({ orderLine: "PO-7" }, { accounting: "BT19" })).toEqual({ ...none, customerReference: "PO-7" });
      // A place in an order names no service.
      expect(await keys({ orderLine: "3" })).toEqual(none);
      expect(await keys({ orderLine: "3" }, { accounting: "BT19" })).toEqual({ ...none, customerReference: "BT19" });
    });

    it("the seller's item code, else the standard one", async () => {
      expect(await lineOf(write, { net: "1", item: "S", standardItem: "G" })).toMatchObject({ itemCode: "S" });
      expect(await lineOf(write, { net: "1", standardItem: "G" })).toMatchObject({ itemCode: "G" });
    });
  });
});
