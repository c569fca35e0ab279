import type { EgressAnswer, EgressFailure, EgressRequest } from "../../../platform/egress/egress.ts";
import type { Result } from "../../../platform/result.ts";
import type { Breaker } from "./breaker.ts";
import type { Vendor, VendorOperation } from "./vendor.ts";

/** One request and what came of it. */
export interface Call {
  readonly vendor: Vendor;
  readonly operation: VendorOperation;
  readonly asked: EgressRequest;
  readonly answer: Result<EgressAnswer, EgressFailure>;
  readonly at: Date;
  readonly milliseconds: number;
  /** Takes the connection's secret out of a text. */
  cover(text: string): string;
}

/** Who sees what a connection asks, and may stop it. */
export interface Watch {
  /** Neither throws nor waits. */
  observe(call: Call): void;
  /** Shared by all who go to the same place; without one a way has its own. */
  readonly breaker?: Breaker;
}
