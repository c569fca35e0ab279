// Written by `npm run generate` from the entity model. Do not edit.

import type { Label } from "../entity-model.ts";
import { merged } from "../merged.ts";
import * as swBase from "./sw_base/labels.ts";
import * as swTelecom from "./sw_telecom/labels.ts";

export const typeLabels: Readonly<Record<string, Label>> = /* @__PURE__ */ merged(swBase.typeLabels, swTelecom.typeLabels);

export const pluralLabels: Readonly<Record<string, Label>> = /* @__PURE__ */ merged(swBase.pluralLabels, swTelecom.pluralLabels);

export const fieldLabels: Readonly<Record<string, Label>> = /* @__PURE__ */ merged(swBase.fieldLabels, swTelecom.fieldLabels);

export const valueLabels: Readonly<Record<string, Label>> = /* @__PURE__ */ merged(swBase.valueLabels, swTelecom.valueLabels);

export const roleLabels: Readonly<Record<string, Label>> = /* @__PURE__ */ merged(swBase.roleLabels, swTelecom.roleLabels);

/** The field that names a row of each type. */
export const labelFields: Readonly<Record<string, string>> = /* @__PURE__ */ merged(swBase.labelFields, swTelecom.labelFields);

/** What names a row where one field does not do. */
export const labelPatterns: Readonly<Record<string, string>> = /* @__PURE__ */ merged(swBase.labelPatterns, swTelecom.labelPatterns);

/** The module that brings each type. */
export const typeModules: Readonly<Record<string, string>> = /* @__PURE__ */ merged(swBase.typeModules, swTelecom.typeModules);
