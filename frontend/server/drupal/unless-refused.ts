import "server-only";
import { BackendError } from "@softwhere/services/platform/backend/errors";

/** The answer, or `otherwise` where the person may not see it. Anything else that goes wrong stays an error: a failure must not read like "none". */
export async function unlessRefused<Answer, Otherwise>(asked: Promise<Answer>, otherwise: Otherwise): Promise<Answer | Otherwise> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusal(error)) return otherwise;
    throw error;
  }
}

/** next-drupal's own errors carry the status as `statusCode`. */
function isRefusal(error: unknown): boolean {
  if (error instanceof BackendError) return error.status === 403;
  return error instanceof Error && "statusCode" in error && error.statusCode === 403;
}
