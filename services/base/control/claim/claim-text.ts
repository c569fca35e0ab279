export type ClaimLanguage = "fr" | "en";

/** Why something is claimed back, in each language, and the reason of the French e-invoicing list that says the same. */
export interface ClaimReason extends Readonly<Record<ClaimLanguage, string>> {
  readonly code: string;
}

/** What a claim says, in the language of whoever receives it. */
export interface ClaimText {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly siren: string;
  readonly opening: string;
  readonly invoice: (number: string, day: string) => string;
  readonly withoutInvoice: string;
  readonly columns: {
    readonly row: string;
    readonly identifier: string;
    readonly label: string;
    readonly reason: string;
    readonly period: string;
    readonly found: string;
    readonly expected: string;
    readonly amount: string;
  };
  readonly subtotal: string;
  readonly total: (amount: string) => string;
  readonly closing: string;
  readonly page: (page: number, pages: number) => string;
}

export const claimTexts: Readonly<Record<ClaimLanguage, ClaimText>> = {
  fr: {
    title: "Réclamation",
    from: "Client",
    to: "Fournisseur",
    date: "Date",
    siren: "SIREN",
    opening: "Le contrôle de vos factures montre les écarts ci-dessous. Nous vous demandons un avoir de leur montant.",
    invoice: (number, day) => `Facture ${number} du ${day}`,
    withoutInvoice: "Sans facture",
    columns: {
      row: "Ligne",
      identifier: "Numéro ou service",
      label: "Libellé",
      reason: "Motif",
      period: "Période",
      found: "Facturé HT",
      expected: "Attendu HT",
      amount: "Écart HT",
    },
    subtotal: "Total de la facture",
    total: (amount) => `Avoir demandé, hors taxes : ${amount}`,
    closing: "Merci d’indiquer cette référence sur l’avoir.",
    page: (page, pages) => `Page ${page} sur ${pages}`,
  },
  en: {
    title: "Claim",
    from: "Customer",
    to: "Supplier",
    date: "Date",
    siren: "SIREN",
    opening: "Our check of your invoices shows the gaps below. We ask for a credit note of their amount.",
    invoice: (number, day) => `Invoice ${number} of ${day}`,
    withoutInvoice: "Without invoice",
    columns: {
      row: "Row",
      identifier: "Number or service",
      label: "Label",
      reason: "Reason",
      period: "Period",
      found: "Billed, excl. VAT",
      expected: "Expected, excl. VAT",
      amount: "Gap, excl. VAT",
    },
    subtotal: "Total of the invoice",
    total: (amount) => `Credit asked for, excluding VAT: ${amount}`,
    closing: "Please give this reference on the credit note.",
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
};
