export type { ClaimReason } from "./claim/claim-text.ts";
export { type Allowance, allowances, type CheckSetting, rounding } from "./settings.ts";
export type { BilledRow, ControlTrade, Subject } from "./trade.ts";
