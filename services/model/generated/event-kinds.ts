// Written by `npm run generate` from the entity model. Do not edit.

import type { EventKind } from "../entity-model.ts";
import { merged } from "../merged.ts";
import * as swBase from "./sw_base/event-kinds.ts";
import * as swTelecom from "./sw_telecom/event-kinds.ts";

export const eventKinds: Readonly<Record<string, EventKind>> = /* @__PURE__ */ merged(swBase.eventKinds, swTelecom.eventKinds);
