/** An expected outcome that callers must handle: a value, or a failure with a code. */
export type Result<T, F extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export interface Failure {
  readonly code: string;
  readonly message: string;
}

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failure<F extends Failure>(reason: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure: reason };
}
