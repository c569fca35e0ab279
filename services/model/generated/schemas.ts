// Written by `npm run generate` from the entity model. Do not edit.

import { strictObjects } from "../value-schemas.ts";
import * as swBase from "./sw_base/schemas.ts";
import * as swTelecom from "./sw_telecom/schemas.ts";

export const attributeSchemas = strictObjects(swBase.attributes, swTelecom.attributes);
