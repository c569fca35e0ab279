import { TRPCError } from "@trpc/server";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { TooDemanding, workerPool } from "../../../platform/worker/worker-pool.ts";
import { type ClaimFile, claimFile } from "./claim/claim-file.ts";
import type { ClaimInput, ImportInput, ImportReport } from "./contract.ts";
import { importInvoice } from "./import/import-invoice.ts";
import { type ReadResult, rejected } from "./invoice.ts";
import type { SuppliersFile } from "./read/read-file.ts";

/** What reading one file may take. */
const readLimits = { megabytes: 512, seconds: 60 };

/** Imports of suppliers' invoices. Each call acts with the session of the user who makes it. */
export class BillingControl {
  private readonly files = workerPool<SuppliersFile, ReadResult>(
    new URL("./read/read-file.ts", import.meta.url),
    "readSuppliersFile",
    readLimits,
  );

  preview(input: ImportInput, backend: BackendClient): Promise<ImportReport> {
    return this.run(input, backend, false);
  }

  commit(input: ImportInput, backend: BackendClient): Promise<ImportReport> {
    return this.run(input, backend, true);
  }

  async claim(input: ClaimInput, backend: BackendClient): Promise<ClaimFile> {
    return claimFile(input, backend);
  }

  async close(): Promise<void> {
    await this.files.close();
  }

  private async run(input: ImportInput, backend: BackendClient, write: boolean): Promise<ImportReport> {
    // Before the file is touched.
    const { permissions, brand } = await backend.me();
    if (!permissions?.includes("import invoices")) throw new TRPCError({ code: "FORBIDDEN" });
    const country = brand?.country ?? undefined;
    const mayClose = permissions.includes("manage anomalies");
    return importInvoice(input, { write, backend, country, mayClose, read: (bytes) => this.read({ bytes, country }) });
  }

  private async read(file: SuppliersFile): Promise<ReadResult> {
    try {
      return await this.files.run(file);
    } catch (error) {
      if (error instanceof TooDemanding) return rejected({ code: "too_demanding" });
      throw error;
    }
  }
}
