import "server-only";
import { router } from "@/server/trpc/init";
import { billingControlRouter } from "./billing-control/server";
import { bulkRouter } from "./bulk/server";
import { changePlanRouter } from "./change-plan/server";
import { driftRouter } from "./billing-control/drift/server";
import { deploymentsRouter } from "./deployments/server";
import { futureRouter } from "./future/server";
import { linesRouter } from "./lines/server";
import { moneyRouter } from "./money/server";
import { parksRouter } from "./parks/server";
import { portalRouter } from "./portal/server";
import { steeringRouter } from "./steering/server";

export const telecomRouter = router({
  parks: parksRouter,
  money: moneyRouter,
  lines: linesRouter,
  changePlan: changePlanRouter,
  bulk: bulkRouter,
  deployments: deploymentsRouter,
  future: futureRouter,
  billingControl: billingControlRouter,
  drift: driftRouter,
  steering: steeringRouter,
  portal: portalRouter,
});

/** How telecom screens see the whole API: their own part of it. */
const telecomApi = router({ telecom: telecomRouter });
export type TelecomRoot = typeof telecomApi;
