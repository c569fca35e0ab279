import type { BackendErrorObject } from "./errors.ts";

/**
 * What the backend's refusals are recognised by. `forbidden` and `not_found` stand for a status that says it all; `short` is the console's own.
 * Each has its sentence in every language: a test compares the lists of both backends with this one.
 */
export const refusalCodes = [
  "required",
  "not_unique",
  "not_email",
  "not_a_choice",
  "not_a_number",
  "not_referable",
  "not_valid",
  "wrong_type",
  "wrong_shape",
  "too_small",
  "too_large",
  "too_long",
  "too_many",
  "password",
  "sign_in_name",
  "no_period",
  "not_same_owner",
  "value_not_of",
  "transition_not_allowed",
  "transition_requires",
  "needs_approval",
  "same_person",
  "version_conflict",
  "still_referenced",
  "has_journal",
  "forbidden",
  "not_found",
  "short",
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal on its way to who says it: the code, and the bound that the value passes, as `too_long:200`. */
export function refusalOf(status: number, error: BackendErrorObject | undefined): string {
  const bound = error?.meta?.["bound"];
  const code = error?.code ?? { 403: "forbidden", 404: "not_found", 409: "not_unique" }[status] ?? "not_valid";
  return typeof bound === "string" ? `${code}:${bound}` : code;
}

/** The parts of what `refusalOf` wrote; a code that nobody knows is a refusal all the same. */
export function readRefusal(text: string): { readonly code: RefusalCode | "other"; readonly bound?: string } {
  const [code = "", ...bound] = text.split(":");
  const known = refusalCodes.find((one) => one === code) ?? "other";
  return { code: known, ...(bound.length > 0 && { bound: bound.join(":") }) };
}
