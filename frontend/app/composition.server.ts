import "server-only";
import { baseRouter } from "@/base/api/router";
import { router } from "@/server/trpc/init";
import { telecomRouter } from "@/verticals/telecom/server";

/** The console's whole API. With `composition.ts`, the only place that names verticals. */
export const appRouter = router({ base: baseRouter, telecom: telecomRouter });
