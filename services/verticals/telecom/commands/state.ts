import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { refusalOf } from "../../../platform/backend/refusal.ts";

/** What became of a change of one thing. The console words the detail. */
export type StateSet = { readonly kind: "done" } | { readonly kind: "refused"; readonly detail: string | null };

/** All of it or nothing; what the backend refuses comes back with its reason. */
export async function written(backend: BackendClient, operations: readonly AtomicOperation[]): Promise<StateSet> {
  try {
    await backend.operate(operations);
    return { kind: "done" };
  } catch (error) {
    if (error instanceof BackendError && [403, 404, 409, 422].includes(error.status))
      return { kind: "refused", detail: refusalOf(error.status, error.errors[0]) };
    throw error;
  }
}

/** One row's change, as a part of a request. */
export const update = (type: string, id: string, attributes: Readonly<Record<string, unknown>>): AtomicOperation => ({
  op: "update",
  data: { type: `${type}--${type}`, id, attributes },
});
