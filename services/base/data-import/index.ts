/** What a module needs to bring import kinds of its own. */
export type { ImportOperation, RowProblem } from "./contract.ts";
export {
  type Completion,
  type CompletionContext,
  column,
  type Draft,
  type Existing,
  type Following,
  type ImportKind,
  text,
  type Values,
} from "./engine/kind.ts";
export { isIccid } from "./engine/values/identifiers.ts";
export { newRow } from "./engine/operations.ts";
export { type NamedMapping, recallEach, remember } from "./engine/remembered.ts";
