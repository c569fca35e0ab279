/**
 * A signal that aborts when `signal` does, or when the time is over. Node 20 collects an `AbortSignal.timeout` that only an
 * `AbortSignal.any` knows, and then it never aborts: here the timer holds it.
 */
export function timeLimit(milliseconds: number, signal?: AbortSignal): AbortSignal {
  if (!signal) return AbortSignal.timeout(milliseconds);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(new DOMException("The time is over.", "TimeoutError")), milliseconds);
  timer.unref();
  return AbortSignal.any([signal, over.signal]);
}
