/** The operators' adapters. One is its folder and a line here. */
import type { Adapter } from "../../../../base/connectors/index.ts";
import { alphalink } from "./alphalink/alphalink.ts";
import { cfast } from "./cfast/cfast.ts";
import { snaic } from "./snaic/snaic.ts";

export const adapters: readonly Adapter[] = [cfast, snaic, alphalink];
