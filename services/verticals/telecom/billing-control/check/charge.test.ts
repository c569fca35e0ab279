import { describe, expect, it } from "vitest";
import type { InvoiceLine } from "../invoice.ts";
import { type Charge, type ChargeRule, chargeOf } from "./charge.ts";
import { line as october } from "./testing/rows.ts";

/** A row of which only its label and its own period are known. */
const line = (change: Partial<InvoiceLine>): InvoiceLine =>
  october({ type: null, serviceId: null, number: null, ...change });

describe("what a row is for", () => {
  it.each<[string, Charge]>([
    ["Abonnement", "recurring"],
    ["abonnement", "recurring"],
    ["Abonnements", "recurring"],
    ["Abonnement mensuel", "recurring"],
    ["Forfait", "recurring"],
    ["Redevance", "recurring"],
    ["Options", "option"],
    ["Consommation", "usage"],
    ["Consommations hors forfait", "usage"],
    ["Hors forfait", "usage"],
    ["Ponctuel", "one_off"],
    ["Frais d’activation", "one_off"],
    ["Équipement", "device"],
    ["Remise", "discount"],
    ["Avoir", "credit"],
    ["ZX12", "other"],
  ])("by the document's own word: %s is %s", (type, charge) => {
    expect(chargeOf(line({ type, periodStart: null, periodEnd: null, periodOf: null }))).toBe(charge);
  });

  it.each<[string, Charge]>([
    ["Business 50 Go", "recurring"],
    ["Forfait Pro, appels illimités", "recurring"],
    ["Communications hors forfait", "usage"],
    ["Option International", "option"],
    ["Frais de résiliation anticipée", "one_off"],
    ["Carte SIM de remplacement", "device"],
  ])("by its label and a period of its own: %s is %s", (description, charge) => {
    expect(chargeOf(line({ description }))).toBe(charge);
  });

  it("a document's period alone makes nothing recurring, a word for it does", () => {
    expect(chargeOf(line({ periodOf: "document" }))).toBe("other");
    expect(chargeOf(line({ periodOf: "document", description: "Forfait Pro 50 Go" }))).toBe("recurring");
    expect(chargeOf(line({ description: "Forfait Pro", periodOf: null, periodStart: null }))).toBe("other");
    expect(chargeOf(line({ periodEnd: "2026-10-01" }))).toBe("other");
  });

  it("what gives money back is a discount or a credit, unless the document says more", () => {
    expect(chargeOf(line({ net: -20_000 }))).toBe("credit");
    expect(chargeOf(line({ net: -20_000, description: "Remise de parc" }))).toBe("discount");
    expect(chargeOf(line({ net: -20_000, type: "Abonnement" }))).toBe("recurring");
    expect(chargeOf(line({ net: -20_000, level: "document" }))).toBe("discount");
  });

  it("a person's rule wins, the one for a code before those for a label and a type", () => {
    const rules: ChargeRule[] = [
      { by: "type", value: "ZX12", charge: "usage" },
      { by: "label", value: "business 50 go", charge: "option" },
      { by: "code", value: "B50", charge: "recurring" },
    ];
    expect(chargeOf(line({ type: "ZX12", description: "x" }), rules)).toBe("usage");
    expect(chargeOf(line({ type: "ZX12" }), rules)).toBe("option");
    expect(chargeOf(line({ type: "ZX12", itemCode: "B50" }), rules)).toBe("recurring");
  });
});
