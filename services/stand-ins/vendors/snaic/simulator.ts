import type { Simulator } from "../simulated.ts";
import type { Orders, Pace } from "../wholesale/orders.ts";
import { type Flavour, wholesale } from "../wholesale/simulator.ts";

const flavour: Flavour = {
  company: { code: "S-77", raison_sociale: "Opérateur simulé SNAIC", siren: "000000000" },
  paths: {
    me: "/rest/compte",
    orders: "/rest/commandes",
    cancel: "/rest/commandes/:id/annulation",
    services: "/rest/parc",
  },
  key: { header: "x-api-key" },
  operations: {
    MODIFICATION: "modify",
    OPTIONS: "options",
    RESILIATION: "terminate",
    PORTABILITE: "port_in",
    SIM: "sim",
  },
  states: {
    acknowledged: "ENREGISTREE",
    held: "EN_ATTENTE_CLIENT",
    in_progress: "EN_COURS",
    delivered: "LIVREE",
    completed: "CLOTUREE",
    rejected: "REJETEE",
    pending_cancellation: "ANNULATION_DEMANDEE",
    cancelled: "ANNULEE",
  },
  services: { active: "ACTIF", suspended: "SUSPENDU", terminated: "RESILIE" },
  names: {
    operation: "nature",
    reference: "ref_externe",
    number: "numero",
    requestedOn: "date_souhaitee",
    comment: "commentaire",
    rio: "rio",
    holder: "titulaire",
    iccid: "iccid",
    eid: "eid",
    cards: "cartes",
    simKind: "type_sim",
    quantity: "quantite",
    madeService: "ref_service",
    reasonCode: "code_motif",
    id: "num_commande",
    state: "etat",
    reason: "motif",
    effectiveOn: "date_effet",
    steps: "jalons",
    code: "code",
    label: "libelle",
    at: "date",
    serviceId: "ref_service",
    serviceState: "etat",
    endsOn: "date_fin",
    since: "modifie_depuis",
  },
  pages: { cursor: "page", size: "taille", items: "elements", next: "page_suivante", more: "encore" },
  error: (libelle) => ({ erreur: { code: "ERR", libelle } }),
};

/** It takes sixty requests a minute, as its adapter's file assumes. */
export const snaic = (given: { readonly tokens: Readonly<Record<string, number>> } & Pace): Simulator<Orders> =>
  wholesale(flavour, { window: 60_000, ...given });
