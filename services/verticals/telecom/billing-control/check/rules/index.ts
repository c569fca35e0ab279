import { proration } from "./c10-proration.ts";
import { fee } from "./c11-fee.ts";
import { terminated } from "./c1-terminated.ts";
import { price } from "./c2-price.ts";
import { unknown } from "./c3-unknown.ts";
import { option } from "./c8-option.ts";
import { duplicate } from "./c9-duplicate.ts";
import type { Check } from "./check.ts";

/** In the order in which they look at a row: what one finds to be too much, the next leaves alone. */
export const checks: readonly Check[] = [unknown, option, terminated, duplicate, proration, fee, price];
