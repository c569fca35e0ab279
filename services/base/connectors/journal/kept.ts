/**
 * What the journal of calls keeps as it is; all else becomes dots. It is a list of what may be seen, never of what may not: what a vendor adds one
 * day is covered until somebody says that it is harmless. A vendor's file adds its own names (`journal.keep`).
 */

/** Members and parameters whose value is kept, where it looks like one of `marks`. */
export const keptNames: ReadonlySet<string> = new Set([
  "id",
  "code",
  "kind",
  "type",
  "status",
  "state",
  "operation",
  "operator",
  "field",
  "sort",
  "limit",
  "page",
  "has_more",
]);

/** An id, a reference, a code, a moment: no space, no sign of an address; and no amount. */
export const mark = /^(?!\d+[.,]\d+$)[\w:./+=-]{1,128}$/;

/** A member's name, as it stands beside what it holds. Another one may be data. */
export const memberName = /^[a-z_@][\w.-]{0,63}$/;

/** Words of an error that are kept: of the language, names of members, short numbers and codes. Names of people, addresses and amounts are none of these. */
export const errorWords: readonly RegExp[] = [
  /^\p{Ll}+(?:['’-]\p{Ll}+)*$/u,
  /^[a-z][a-z0-9]*(?:[_.[\]]+[a-z0-9]+)*\]?$/,
  /^\d{1,3}$/,
  /^[A-Z]{1,4}$/,
  /^[A-Z]+(?:_[A-Z0-9]+)+$/,
];
/** Errors that are kept as they stand, in small letters: what a status is called. */
export const wholeErrors: ReadonlySet<string> = new Set([
  "bad request",
  "unauthorized",
  "forbidden",
  "not found",
  "conflict",
  "gone",
  "unprocessable entity",
  "too many requests",
  "internal server error",
  "bad gateway",
  "service unavailable",
  "gateway timeout",
]);

/** At the beginning, where the next word is a small one. */
export const firstWord = /^\p{Lu}\p{Ll}*$/u;

export const dots = "••••";
