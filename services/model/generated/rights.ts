// Written by `npm run generate` from the entity model. Do not edit.

import type { Label } from "../entity-model.ts";
import { merged } from "../merged.ts";
import * as swBase from "./sw_base/rights.ts";
import * as swTelecom from "./sw_telecom/rights.ts";

/** `type` where the permission is one of the four of a type. */
export const permissions: Readonly<Record<string, { readonly label: Label; readonly module: string; readonly type?: string; readonly operation?: string }>> = /* @__PURE__ */ merged(swBase.permissions, swTelecom.permissions);

export const roles: Readonly<Record<string, { readonly label: Label; readonly module: string; readonly permissions: readonly string[] }>> = /* @__PURE__ */ merged(swBase.roles, swTelecom.roles);
