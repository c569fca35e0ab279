/** What a module needs to bring adapters, and what carries out their operations. */
export type { Capability, ConnectionProof, Offer, Words } from "./capabilities/capability.ts";
export type {
  BilledAction,
  BilledEnd,
  BilledMirror,
  BilledSubject,
  BilledThere,
  BilledTrade,
  BilledWhat,
  Mirroring,
} from "./execution/billed-trade.ts";
export { readyActions } from "./execution/due-actions.ts";
export { type AnyExecutor, defineExecutor, type DueAction, isSystem } from "./execution/executor.ts";
export { shortReference } from "./execution/short-reference.ts";
export { type Milestone, type Progress, type VendorState, vendorStates } from "./execution/progress.ts";
export { billingReverses, type Reverse, type Reverses } from "./execution/reverse.ts";
export type { Adapter } from "./registry.ts";
export type { Asks } from "./vendor/asks.ts";
export type { VendorFailure, VendorResult } from "./vendor/failure.ts";
export type { VendorRecord } from "./vendor/record.ts";
export { loadVendor } from "./vendor/load-vendor.ts";
export type { ModuleConnectors } from "./service.ts";
