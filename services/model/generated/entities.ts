// Written by `npm run generate` from the entity model. Do not edit.

import type {} from "./sw_telecom/entities.ts";

export type * from "./sw_base/entities.ts";
