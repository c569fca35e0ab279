import { TRPCError } from "@trpc/server";
import { BackendClient } from "../platform/backend/client.ts";
import { BackendError, BackendUnreachable } from "../platform/backend/errors.ts";
import type { ImportReport } from "./contract.ts";
import { importInvoice } from "./import/import-invoice.ts";
import type { BillingControl } from "./router.ts";

/** Billing control over one backend. Each call acts with the session of the user who makes it. */
export function createBillingControl(baseUrl: string): BillingControl {
  const run =
    (write: boolean): BillingControl["preview"] =>
    (input, session) =>
      translated(() =>
        importInvoice(input, {
          write,
          backendFor: (requestId) =>
            new BackendClient({
              baseUrl,
              cookie: session.cookie,
              csrfToken: session.csrfToken,
              requestId,
              cause: "import",
            }),
        }),
      );
  return { preview: run(false), commit: run(true) };
}

/** Backend failures as tRPC codes: the console words them, nothing internal travels. */
async function translated(work: () => Promise<ImportReport>): Promise<ImportReport> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackendUnreachable) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", cause: error });
    const status =
      error instanceof BackendError
        ? error.status
        : error instanceof Error && "statusCode" in error
          ? Number(error.statusCode)
          : 0;
    if (status === 403) throw new TRPCError({ code: "FORBIDDEN", cause: error });
    if (status === 401) throw new TRPCError({ code: "UNAUTHORIZED", cause: error });
    if (status === 422) throw new TRPCError({ code: "UNPROCESSABLE_CONTENT", cause: error });
    throw error;
  }
}
