import type { Failure, Result } from "../../../platform/result.ts";

/** What can become of asking a vendor. A vendor's own error never leaves its client; its words do. */
export interface VendorFailure extends Failure {
  readonly code: /** The credentials are not, or no longer, right. */
    | "unauthorized"
    | "forbidden"
    | "missing"
    | "conflict"
    /** What was asked is wrong: asking again changes nothing. */
    | "refused"
    /** Too much was asked in too short a time, still. */
    | "limited"
    /** Nothing was done; it may be asked again. */
    | "unavailable"
    /** It may have been done: the vendor is asked by our reference before anything is sent again. */
    | "unknown_outcome"
    /** The answer is not what the vendor's description says. */
    | "schema_drift"
    /** What is asked for is no longer kept there: everything has to be read. */
    | "too_old";
  /** Seconds after which it may be asked again, where the vendor says so. */
  readonly retryAfter?: number;
}

export type VendorResult<Value> = Result<Value, VendorFailure>;
