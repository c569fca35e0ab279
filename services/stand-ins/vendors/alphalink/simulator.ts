import type { Pace } from "../wholesale/orders.ts";
import { type FolderFlavour, type FolderSimulator, wholesaleFolder } from "../wholesale/folder.ts";

const flavour: FolderFlavour = {
  folder: "alphalink",
  out: "commandes",
  in: "retours",
  separator: ";",
  cancels: "ANNULATION",
  operations: {
    CREATION: "create",
    MODIFICATION: "modify",
    OPTIONS: "options",
    RESILIATION: "terminate",
  },
  states: {
    acknowledged: "RECUE",
    held: "BLOQUEE",
    in_progress: "EN_COURS",
    delivered: "LIVREE",
    completed: "TERMINEE",
    rejected: "REJETEE",
    pending_cancellation: "ANNULATION_EN_COURS",
    cancelled: "ANNULEE",
  },
  services: { active: "ACTIF", suspended: "SUSPENDU", terminated: "RESILIE" },
  names: {
    operation: "ACTION",
    reference: "REFERENCE",
    number: "NUMERO",
    requestedOn: "DATE_SOUHAITEE",
    comment: "COMMENTAIRE",
    rio: "RIO",
    id: "NUM_COMMANDE",
    state: "ETAT",
    reason: "MOTIF",
    effectiveOn: "DATE_EFFET",
    steps: "ETAPES",
    code: "ETAPE",
    label: "LIBELLE_ETAPE",
    at: "DATE_ETAPE",
    serviceId: "ID_SERVICE",
    serviceState: "ETAT",
    endsOn: "DATE_FIN",
    madeService: "ID_SERVICE",
    since: "",
  },
};

export const alphalink = (root: string, pace?: Pace): FolderSimulator => wholesaleFolder(root, flavour, pace);
