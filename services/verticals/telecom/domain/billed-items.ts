/** What the platform bills for lines, where it is written down. */
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";

/** A line's service is one item, whatever action bills it. */
export const serviceItemId = (line: string): string => deterministicUuid(`billed-line/${line}`);
/** What an action adds to it is an item of its own. */
export const addedItemId = (action: string): string => deterministicUuid(`billed-action/${action}`);
