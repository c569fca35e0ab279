import type { ServiceModule } from "../../base/module.ts";
import { billedLine } from "./billing/billed-line.ts";
import { controlDigest } from "./billing-control/digest/control-digest.ts";
import { billingControl } from "./billing-control/service.ts";
import { controlTrade } from "./billing-control/trade.ts";
import { telecomCommands } from "./commands/service.ts";
import { telecomKinds } from "./imports/kinds.ts";
import { invoiceCheck } from "./jobs/invoice-check/service.ts";
import { lineSchedule } from "./jobs/line-schedule/service.ts";
import { deploymentUndoing } from "./jobs/undoing/service.ts";
import { adapters } from "./suppliers/adapters/index.ts";
import { milestoneLetters } from "./letters/milestone-letter.ts";
import { supplierOrders } from "./suppliers/orders.ts";

export const telecom: ServiceModule = {
  name: "sw_telecom",
  services: [telecomCommands, billingControl, lineSchedule, invoiceCheck, deploymentUndoing],
  importKinds: telecomKinds,
  digests: [controlDigest],
  letters: milestoneLetters,
  control: controlTrade,
  connectors: { adapters, executors: [supplierOrders], trades: [billedLine] },
};
