import * as z from "zod";
import { defineService } from "../../../platform/service/define-service.ts";
import { BillingControl } from "./billing-control.ts";
import { maxFileBytes } from "./contract.ts";
import { billingControlRouter } from "./router.ts";

export const billingControl = defineService({
  name: "billing-control",
  env: z.object({}),
  router: billingControlRouter,
  // Base64 and the words around it.
  largestCall: Math.ceil(maxFileBytes * 1.4) + 100_000,
  create() {
    const calls = new BillingControl();
    return { calls, stop: () => calls.close() };
  },
});
