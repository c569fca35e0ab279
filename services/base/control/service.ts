import * as z from "zod";
import { Viewers } from "../../platform/backend/viewers.ts";
import { defineService, type ServiceDefinition } from "../../platform/service/define-service.ts";
import { controlRouter } from "./router.ts";
import type { ControlTrade } from "./trade.ts";

/** What people do about gaps, whatever trade found them; each call acts with its caller's session. */
export function control(trades: readonly ControlTrade[]): ServiceDefinition {
  return defineService({
    name: "control",
    env: z.object({}),
    router: controlRouter,
    create() {
      const viewers = new Viewers();
      return { calls: { trades, viewerOf: viewers.of.bind(viewers) } };
    },
  });
}
