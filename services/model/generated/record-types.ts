// Written by `npm run generate` from the entity model. Do not edit.

import type { Label } from "../entity-model.ts";
import { merged } from "../merged.ts";
import * as swBase from "./sw_base/record-types.ts";
import * as swTelecom from "./sw_telecom/record-types.ts";

export interface RecordField {
  readonly name: string;
  readonly type: string;
  readonly label: Label;
  readonly help?: Label;
  readonly required?: boolean;
  readonly immutable?: boolean;
  readonly multiple?: boolean;
  readonly secret?: boolean;
  readonly target?: string;
  readonly maxLength?: number;
  readonly scale?: number;
  readonly extensions?: readonly string[];
  readonly options?: readonly RecordOption[];
  readonly viewPermission?: string;
  readonly editPermission?: string;
  readonly search?: string;
  /** How texts of the field are normalised, where its type alone doesn't say it. */
  readonly format?: string;
  readonly default?: string | number | boolean;
  /** The field of the row whose last change it is the day of. */
  readonly stamp?: string;
  /** The module that adds the field to another one's type. */
  readonly module?: string;
}

export interface RecordOption {
  readonly value: string;
  readonly label: Label;
  /** The module that adds the value to another one's list. */
  readonly module?: string;
}

export interface RecordTransition {
  readonly name: string;
  readonly label: Label;
  readonly from: readonly string[];
  readonly to: string;
  readonly permission?: string;
  readonly requires: readonly string[];
  /** A screen of its own knows who may and for whom. */
  readonly by?: string;
  readonly notBy?: string;
  readonly atMost?: object;
  readonly writes?: readonly string[];
}

export interface RecordType {
  readonly labelField: string;
  readonly writable: boolean;
  readonly access: Readonly<Record<"view" | "create" | "edit" | "delete", string>>;
  /** Absent: changes are in the journal. */
  readonly journal?: false;
  readonly ownerPath?: string;
  /** What seeing some of its rows needs besides. */
  readonly rowPermissions?: readonly string[];
  readonly searchRank?: number;
  readonly fields: readonly RecordField[];
  readonly workflow?: {
    readonly field: string;
    /** States a new row may begin in. */
    readonly initial: readonly string[];
    readonly transitions: readonly RecordTransition[];
  };
}

export const recordTypes: Readonly<Record<string, RecordType>> = /* @__PURE__ */ merged(swBase.recordTypes, swTelecom.recordTypes);
