/** The only file of the stand-ins that names the vendors. A simulator is its folder and a line here. */
import type { Hono } from "hono";
import { alphalink } from "./vendors/alphalink/simulator.ts";
import { cfast } from "./vendors/cfast/simulator.ts";
import { demoCustomers, seedDemo } from "./vendors/pennylane/demo.ts";
import { pennylane } from "./vendors/pennylane/simulator.ts";
import { snaic } from "./vendors/snaic/simulator.ts";
import { seedCalls } from "./vendors/threecx/demo.ts";
import { threecx } from "./vendors/threecx/simulator.ts";
import type { FolderSimulator } from "./vendors/wholesale/folder.ts";

/** What each simulator takes as the access token of a connection. No secret. */
export const demoToken = "demo";

/** An order's next step after so many milliseconds. */
const step = 2_000;

/** What the demo's billing sites are called in the books of the billing system. */
export const demoBilling = { system: "Pennylane", customers: demoCustomers } as const;

const billing = pennylane({
  tokens: { [demoToken]: 25 },
  company: { id: 1, name: "Société de démonstration", reg_no: "000000000" },
});
seedDemo(billing.ledger, new Date());
/** The client's id is its key as well. */
const pbx = threecx({ clients: { [demoToken]: { key: demoToken } }, fqdn: "demo.pbx.example", limit: 20 });
seedCalls(pbx.ledger, new Date());

/** As many requests as the real ones take. */
export const simulators: Readonly<Record<string, Hono>> = {
  pennylane: billing.app,
  cfast: cfast({ tokens: { [demoToken]: 20 }, step }).app,
  snaic: snaic({ tokens: { [demoToken]: 60 }, step }).app,
  threecx: pbx.app,
};

/** Those that are reached by files below a folder. */
export const folderSimulators: Readonly<Record<string, (root: string) => FolderSimulator>> = {
  alphalink: (root) => alphalink(root, { step }),
};
