// Written by `npm run generate` from the entity model. Do not edit.

import { merged } from "../merged.ts";
import * as swBase from "./sw_base/field-kinds.ts";
import * as swTelecom from "./sw_telecom/field-kinds.ts";

export const fieldKinds: Readonly<Record<string, Readonly<Record<string, { type: string; multiple?: boolean; target?: string }>>>> = /* @__PURE__ */ merged(swBase.fieldKinds, swTelecom.fieldKinds);
