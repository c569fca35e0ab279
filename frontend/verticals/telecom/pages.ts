import { BillingControlPage } from "./billing-control/billing-control-page";
import { DeploymentsPage } from "./deployments/deployments-page";
import { SteeringPage } from "./steering/steering-page";

/** The pages telecom brings, by their address. Apart from the rest of the vertical, so that each is loaded where it is shown. */
export const telecomPages = {
  deployments: { module: "sw_telecom", Component: DeploymentsPage },
  steering: { module: "sw_telecom", Component: SteeringPage },
  "billing-control": { module: "sw_telecom", Component: BillingControlPage },
} as const;
