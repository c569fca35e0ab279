export const operators = [
  "=",
  "<>",
  ">",
  ">=",
  "<",
  "<=",
  "STARTS_WITH",
  "CONTAINS",
  "ENDS_WITH",
  "IN",
  "NOT IN",
  "BETWEEN",
  "NOT BETWEEN",
  "IS NULL",
  "IS NOT NULL",
] as const;
export type Operator = (typeof operators)[number];

export interface Condition {
  readonly kind: "condition";
  readonly path: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

export interface Group {
  readonly kind: "group";
  readonly conjunction: "AND" | "OR";
  readonly members: readonly (Condition | Group)[];
}
