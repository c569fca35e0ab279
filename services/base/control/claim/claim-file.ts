import { TRPCError } from "@trpc/server";
import type { BackendClient } from "../../../platform/backend/client.ts";
import type { ClaimInput } from "../contract.ts";
import type { Trades } from "../trade.ts";
import { type Claim, loadClaim } from "./claim.ts";
import { claimCdar } from "./claim-cdar.ts";
import { claimCsv } from "./claim-csv.ts";
import { claimPdf } from "./claim-pdf.ts";

export type ClaimFile =
  | { readonly kind: "file"; readonly fileName: string; readonly type: string /** Base64. */; readonly content: string }
  /** What the e-invoicing network needs and nobody has entered. */
  | { readonly kind: "incomplete"; readonly missing: readonly ("buyer_siren" | "supplier_siren")[] };

export const claimFileName = (of: string, extension: string) => `${of.replace(/[^A-Za-z0-9_-]+/g, "-")}.${extension}`;

/** A claim in one of its forms. Prices are in it: whoever may not see the margin gets none. */
export async function claimFile(
  { disputeId, format, language, invoice: number }: ClaimInput,
  backend: BackendClient,
  trades: Trades,
): Promise<ClaimFile> {
  const found = await loadClaim(backend, disputeId, trades);
  if (found.kind !== "claim") throw new TRPCError({ code: found.kind === "missing" ? "NOT_FOUND" : "FORBIDDEN" });
  const { claim } = found;
  const file = (bytes: Uint8Array, extension: string, type: string, of: string = claim.reference): ClaimFile => ({
    kind: "file",
    fileName: claimFileName(of, extension),
    type,
    content: Buffer.from(bytes).toString("base64"),
  });
  if (format === "csv") return file(claimCsv(claim, language), "csv", "text/csv");
  if (format === "pdf") return file(await claimPdf(claim, language), "pdf", "application/pdf");
  const message = claimCdar(claim, invoiceOf(claim, number));
  return message.kind === "message"
    ? file(message.xml, "xml", "application/xml", `${claim.reference}-${invoiceOf(claim, number).number}`)
    : message;
}

function invoiceOf({ invoices }: Claim, number: string | undefined) {
  const named = invoices.filter((one) => one.number !== "");
  const invoice = number === undefined ? named[0] : named.find((one) => one.number === number);
  if (!invoice) throw new TRPCError({ code: "NOT_FOUND" });
  return invoice;
}
