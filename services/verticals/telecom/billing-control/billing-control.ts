import { TRPCError } from "@trpc/server";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { TooDemanding, workerPool } from "../../../platform/worker/worker-pool.ts";
import { sayCharge } from "./charges/say-charge.ts";
import { unclearCharges } from "./charges/unclear.ts";
import {
  type AttachInput,
  type ChargeInput,
  type FileReport,
  type ImportInput,
  importPermissions,
  type UnclearCharge,
  type Unmatched,
} from "./contract.ts";
import { importFile } from "./import/import-file.ts";
import { type Rechecked, recheckInvoice, recheckOptions } from "./import/recheck.ts";
import { rejected } from "./invoice.ts";
import { type Attached, attachRows } from "./unmatched/attach.ts";
import { unmatched } from "./unmatched/unmatched.ts";
import type { FileContent, SuppliersFile } from "./read/read-file.ts";

/** Why a gap is closed that a corrected invoice no longer has. */
const correctedBy = {
  fr: "Corrigé par le fournisseur : la nouvelle version de la facture ne le demande plus.",
  en: "Corrected by the supplier: the new edition of the invoice no longer asks for it.",
} as const;

/** What reading one file may take. */
const readLimits = { megabytes: 512, seconds: 60 };

/** Imports of suppliers' invoices. Each call acts with the session of the user who makes it. */
export class BillingControl {
  private readonly files = workerPool<SuppliersFile, FileContent>(
    new URL("./read/read-file.ts", import.meta.url),
    "readSuppliersFile",
    readLimits,
  );

  preview(input: ImportInput, backend: BackendClient): Promise<FileReport> {
    return this.run(input, backend, false);
  }

  commit(input: ImportInput, backend: BackendClient): Promise<FileReport> {
    return this.run(input, backend, true);
  }

  unmatched(supplierId: string | undefined, backend: BackendClient): Promise<Unmatched> {
    return unmatched(backend, supplierId);
  }

  async attach(input: AttachInput, backend: BackendClient): Promise<Attached> {
    return attachRows(backend, input, await recheckOptions(backend));
  }

  unclearCharges(supplierId: string | undefined, backend: BackendClient): Promise<UnclearCharge[]> {
    return unclearCharges(backend, supplierId);
  }

  async sayCharge(input: ChargeInput, backend: BackendClient): Promise<Rechecked & { readonly invoices: number }> {
    return sayCharge(backend, input, await recheckOptions(backend));
  }

  async recheck(invoiceId: string, backend: BackendClient): Promise<Rechecked> {
    const done = await recheckInvoice(backend, invoiceId, await recheckOptions(backend));
    if (!done) throw new TRPCError({ code: "NOT_FOUND" });
    return done;
  }

  async close(): Promise<void> {
    await this.files.close();
  }

  private async run(input: ImportInput, backend: BackendClient, write: boolean): Promise<FileReport> {
    // Before the file is touched.
    const { permissions, brand } = await backend.me();
    if (importPermissions.some((one) => !permissions?.includes(one))) throw new TRPCError({ code: "FORBIDDEN" });
    const country = brand?.country ?? undefined;
    const brandId = brand?.id ?? "";
    const corrected = correctedBy[brand?.locale === "en" ? "en" : "fr"];
    const replace = input.replace ?? [];
    const read = (file: SuppliersFile) => this.read(file);
    return importFile(input, { write, backend, country, replace, corrected, brandId, read });
  }

  private async read(file: SuppliersFile): Promise<FileContent> {
    try {
      return await this.files.run(file);
    } catch (error) {
      if (error instanceof TooDemanding) return tooDemanding(file);
      throw error;
    }
  }
}

const tooDemanding = ({ fileName }: SuppliersFile): FileContent => ({
  documents: [{ fileName, result: rejected({ code: "too_demanding" }), table: null, supplierCode: null, packed: null }],
  tables: [],
});
