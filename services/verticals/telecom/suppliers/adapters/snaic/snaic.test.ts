import { snaic as simulator } from "../../../../../stand-ins/vendors/snaic/simulator.ts";
import { overHttp } from "../../testing/over-http.ts";
import { supplierKit } from "../../testing/supplier-kit.ts";
import { snaic } from "./snaic.ts";

supplierKit(snaic, {
  abilities: [
    "prove",
    "modifyLine",
    "modifyOptions",
    "terminateLine",
    "portIn",
    "orderSim",
    "findOrder",
    "cancelOrder",
    "changedOrders",
    "inventory",
  ],
  isHttp: true,
  start: () => overHttp("snaic", simulator, { company: "Opérateur simulé SNAIC", orders: "/rest/commandes" }),
});
