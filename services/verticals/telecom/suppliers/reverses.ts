import type { Reverses } from "../../../base/connectors/index.ts";

const ended = {
  fr: "L’opérateur a confirmé la fin de la ligne : la reprendre est une nouvelle commande.",
  en: "The operator has confirmed the end of the line: having it back is another order.",
};

/** How what operators have done is undone. A change that is described in words is taken back in words. */
export const supplierReverses: Reverses = {
  create_line: { by: "terminate_line" },
  modify_line: { by: "modify_line" },
  modify_options: { by: "modify_options" },
  terminate_line: { stays: ended },
  order_sim: {
    stays: {
      fr: "Les cartes sont livrées : elles restent dans le stock du compte.",
      en: "The cards are delivered: they stay in the account’s stock.",
    },
  },
  swap_sim: {
    stays: {
      fr: "L’ancienne carte est retirée : la ligne garde la nouvelle.",
      en: "The old card is retired: the line keeps the new one.",
    },
  },
  port_in: {
    stays: {
      fr: "Le numéro est porté : le rendre se demande chez l’opérateur qui le reprend.",
      en: "The number is ported: giving it back is asked for at the operator that takes it.",
    },
  },
};
