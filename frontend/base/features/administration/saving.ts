import "server-only";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { refusalOf } from "@softwhere/services/platform/backend/refusal";

export type SaveResult = { kind: "saved" } | { kind: "refused"; problems: { field: string | null; detail: string }[] };

/** Does the work; what the backend refuses comes back with the field it names. */
export async function saving(work: () => Promise<unknown>): Promise<SaveResult> {
  try {
    await work();
    return { kind: "saved" };
  } catch (error) {
    if (!(error instanceof BackendError) || ![403, 404, 409, 422].includes(error.status)) throw error;
    return {
      kind: "refused",
      problems: error.errors.map((one) => ({
        field: /^\/data\/(?:attributes|relationships)\/([a-z_]+)/.exec(one.source?.pointer ?? "")?.[1] ?? null,
        detail: refusalOf(error.status, one),
      })),
    };
  }
}
