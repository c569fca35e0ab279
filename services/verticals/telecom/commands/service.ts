import * as z from "zod";
import { Viewers } from "../../../platform/backend/viewers.ts";
import { defineService } from "../../../platform/service/define-service.ts";
import { telecomRouter } from "./router.ts";

/** What people, jobs and imports may do with lines, plans and deployments; each call acts with its caller's session. */
export const telecomCommands = defineService({
  name: "telecom",
  env: z.object({}),
  router: telecomRouter,
  // A run over thousands of lines names each with its version.
  largestCall: 4_000_000,
  create() {
    const viewers = new Viewers();
    return { calls: { viewerOf: viewers.of.bind(viewers) } };
  },
});
