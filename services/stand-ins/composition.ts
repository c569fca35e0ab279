/** The only file of the stand-ins that names the vendors. A simulator is its folder and a line here. */
import type { Hono } from "hono";
import { pennylane } from "./vendors/pennylane/simulator.ts";

/** What each simulator takes as the access token of a connection. No secret. */
export const demoToken = "demo";

/** As many requests in five seconds as the real one takes. */
export const simulators: Readonly<Record<string, Hono>> = {
  pennylane: pennylane({
    tokens: { [demoToken]: 25 },
    company: { id: 1, name: "Société de démonstration", reg_no: "000000000" },
  }).app,
};
