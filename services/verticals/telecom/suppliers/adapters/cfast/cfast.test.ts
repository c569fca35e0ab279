import { cfast as simulator } from "../../../../../stand-ins/vendors/cfast/simulator.ts";
import { overHttp } from "../../testing/over-http.ts";
import { supplierKit } from "../../testing/supplier-kit.ts";
import { cfast } from "./cfast.ts";

supplierKit(cfast, {
  abilities: [
    "prove",
    "checkEligibility",
    "createLine",
    "modifyLine",
    "modifyOptions",
    "terminateLine",
    "portIn",
    "correctPortIn",
    "orderSim",
    "swapSim",
    "findOrder",
    "cancelOrder",
    "changedOrders",
    "inventory",
  ],
  isHttp: true,
  start: () => overHttp("cfast", simulator, { company: "Opérateur simulé CFAST", orders: "/api/v1/orders" }),
});
