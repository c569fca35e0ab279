import type { Words } from "../capabilities/capability.ts";

/** How what an operation has done is undone: by another operation of its capability, for the same subject; or why it stays. */
export type Reverse = { readonly by: string } | { readonly stays: Words };
/** By operation. One that is missing is undone by nobody but a person. */
export type Reverses = Readonly<Record<string, Reverse>>;

const draft: Words = {
  fr: "Le brouillon de facture reste à retirer dans l’outil de facturation, ou fera l’objet d’un avoir.",
  en: "The draft of the invoice has to be taken away in the billing system, or needs a credit note.",
};

/** Of what is billed. What was invoiced stays invoiced. */
export const billingReverses: Reverses = {
  create_service: { by: "end_service" },
  add_option: { by: "end_service" },
  add_hardware: { stays: draft },
  add_fee: { stays: draft },
  create_customer: {
    stays: {
      fr: "Le client reste dans l’outil de facturation : il n’y est plus rien facturé.",
      en: "The customer stays in the billing system; nothing is billed to them there.",
    },
  },
  modify_subscription: {
    stays: {
      fr: "Ce qui était facturé avant n’est pas gardé : remettre le forfait et le prix, puis modifier l’abonnement.",
      en: "What was billed before isn’t kept: put plan and price back, then modify the subscription.",
    },
  },
  end_service: {
    stays: {
      fr: "Un service qui n’est plus facturé l’est à nouveau par une nouvelle création, pas par un retour.",
      en: "A service that is billed no more is billed again by being created anew, not by going back.",
    },
  },
};
