import * as z from "zod";

const row = z.object({ id: z.uuid(), version: z.number().int() });
const anomalies = z.array(row).min(1).max(500);

export const disputeInput = z.object({ anomalies, comment: z.string().trim().max(2000).default("") });
export const closeInput = z.object({
  anomalies,
  status: z.enum(["false_positive", "explained", "accepted"]),
  reason: z.string().trim().min(3).max(2000),
  /** The same check doesn't report what these are about up to this day, for the same reason. */
  exceptUntil: z.iso.date().optional(),
});
export const reopenInput = z.object({ anomalies });
export const creditInput = z.object({ anomalies });
export const followUpInput = row;

/** A claim as a document: a letter, its rows for a spreadsheet, or the status message of one invoice for the e-invoicing network. */
export const claimInput = z.object({
  disputeId: z.uuid(),
  format: z.enum(["pdf", "csv", "cdar"]),
  language: z.enum(["fr", "en"]),
  /** The invoice's number, for a status message. */
  invoice: z.string().max(64).optional(),
});
export type ClaimInput = z.infer<typeof claimInput>;
