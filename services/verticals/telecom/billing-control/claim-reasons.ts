import type { ClaimReason } from "../../../base/control/index.ts";
import type { ClaimCheckId } from "./month/contract.ts";

/** Why a supplier owes what our checks find. */
export const claimReasons: Readonly<Record<ClaimCheckId, ClaimReason>> = {
  C1: { fr: "Service résilié", en: "Service terminated", code: "CONTRAT_TERM" },
  C2: { fr: "Prix convenu dépassé", en: "Above the agreed price", code: "PU_ERR" },
  C3: { fr: "Service inconnu", en: "Service unknown", code: "REF_ERR" },
  C8: { fr: "Option jamais souscrite", en: "Option never subscribed", code: "ART_ERR" },
  C9: { fr: "Déjà facturé", en: "Billed before", code: "DOUBLE_FACT" },
  C10: { fr: "Prorata erroné", en: "Wrong proration", code: "QTE_ERR" },
  C11: { fr: "Frais non commandés", en: "Fee not ordered", code: "CMD_ERR" },
};

export const missingDiscount: ClaimReason = { fr: "Remise manquante", en: "Discount missing", code: "REM_ERR" };
