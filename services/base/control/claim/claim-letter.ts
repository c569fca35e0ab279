import type { BackendClient } from "../../../platform/backend/client.ts";
import { type ControlTrade, Trades } from "../trade.ts";
import { loadClaim } from "./claim.ts";
import { claimCsv } from "./claim-csv.ts";
import { claimFileName } from "./claim-file.ts";
import { claimPdf } from "./claim-pdf.ts";
import type { ClaimLanguage } from "./claim-text.ts";
import { claimFormat } from "./format.ts";

/**
 * A claim by mail to the supplier's address for claims, with its letter and its table: a letter to somebody outside, as notifications sends them.
 */
export const claimLetter = (trades: readonly ControlTrade[]) => ({
  kind: "supplier_claim",
  label: { fr: "Réclamation à un fournisseur", en: "Claim to a supplier" },
  type: "sw_dispute",
  permissions: ["manage anomalies", "view margin"],
  fields: {
    reference: { label: { fr: "référence de la réclamation", en: "the claim’s reference" }, example: "R-2026-014" },
    supplier: { label: { fr: "nom du fournisseur", en: "the supplier’s name" }, example: "Orange" },
    amount: { label: { fr: "total réclamé hors taxes", en: "total claimed, excluding VAT" }, example: "1 234,50 €" },
    rows: { label: { fr: "nombre d’écarts", en: "number of differences" }, example: "12" },
    invoices: { label: { fr: "numéros des factures", en: "numbers of the invoices" }, example: "F-2026-10, F-2026-11" },
  },
  standard: {
    fr: {
      subject: "Réclamation {reference} : avoir demandé sur {invoices}",
      body: "Bonjour,\n\nLe contrôle de vos factures ({invoices}) montre des écarts, détaillés dans les fichiers joints, pour un total hors taxes de {amount}.\n\nNous vous demandons un avoir de ce montant. Merci d’y rappeler la référence {reference}, et de répondre à ce message pour toute question.\n\nCordialement,\n\n{sender}\n{brand}",
    },
    en: {
      subject: "Claim {reference}: credit asked for on {invoices}",
      body: "Hello,\n\nThe control of your invoices ({invoices}) shows differences, detailed in the attached files, of {amount} excluding VAT in all.\n\nWe ask you for a credit of this amount. Please give the reference {reference} on it, and answer this message with any question.\n\nKind regards,\n\n{sender}\n{brand}",
    },
  },
  async compose(backend: BackendClient, id: string, locale: ClaimLanguage) {
    const { brand } = await backend.me();
    const found = await loadClaim(backend, id, new Trades(trades, brand?.modules ?? []));
    if (found.kind !== "claim") return found;
    const { claim } = found;
    return {
      kind: "composed" as const,
      to: { name: claim.supplier.name, address: claim.supplier.mail },
      values: {
        reference: claim.reference,
        supplier: claim.supplier.name,
        amount: claimFormat(locale).money(claim.total),
        rows: String(claim.invoices.reduce((count, { rows }) => count + rows.length, 0)),
        invoices: claim.invoices.map(({ number }) => number).join(", "),
      },
      attachments: [
        {
          fileName: claimFileName(claim.reference, "pdf"),
          type: "application/pdf",
          content: await claimPdf(claim, locale),
        },
        { fileName: claimFileName(claim.reference, "csv"), type: "text/csv", content: claimCsv(claim, locale) },
      ],
    };
  },
});
