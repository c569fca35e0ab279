import { isClaim } from "@softwhere/services/verticals/telecom/billing-control/month/contract";
import type { AnomalyRow } from "./server";

/** Whether a supplier owes it: what our checks find in its invoices, and what a person reports of it. */
export const mayClaim = ({ check, supplierId }: Pick<AnomalyRow, "check" | "supplierId">): boolean =>
  check === "manual" ? supplierId !== null : isClaim(check);
