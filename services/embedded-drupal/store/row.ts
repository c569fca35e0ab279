import type { ResourceType } from "./resource-type.ts";

/** A stored row as the database gives it, with `r_*` columns holding the UUIDs of its references. */
export type Row = Readonly<Record<string, unknown>> & {
  readonly id: number;
  readonly uuid: string;
  readonly version: number;
};

export interface Loaded {
  readonly type: ResourceType;
  readonly row: Row;
}
