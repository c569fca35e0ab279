import type { Given } from "./ask.ts";
import type { VendorResult } from "./failure.ts";
import type { VendorRecord } from "./record.ts";

export interface Page {
  readonly records: readonly VendorRecord[];
  /** Where the next page begins; absent: there is none. */
  readonly next?: string;
}

/** A vendor that is spoken to as its file says, by whatever way. */
export interface Asks {
  /** One record. */
  one(name: string, given?: Given): Promise<VendorResult<VendorRecord>>;
  /** One page of records, from its beginning or from where the page before ended. */
  page(name: string, given?: Given, cursor?: string): Promise<VendorResult<Page>>;
}
