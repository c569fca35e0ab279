import "server-only";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { BackendError } from "@softwhere/services/platform/backend/errors";

/** One question is enough for all the refusals of a request; its client lives as long. */
const signedIn = new WeakMap<object, Promise<boolean>>();

/**
 * The answer, or `otherwise` where the person may not see it. Anything else that goes wrong stays an error: a failure must not read like "none".
 * An ended session is refused like a missing right, so the backend is asked which of the two it is.
 */
export async function unlessRefused<Answer, Otherwise>(
  backend: Pick<BackendClient, "isSignedIn">,
  asked: Promise<Answer>,
  otherwise: Otherwise,
): Promise<Answer | Otherwise> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusal(error) && (await isSignedIn(backend))) return otherwise;
    throw error;
  }
}

function isSignedIn(backend: Pick<BackendClient, "isSignedIn">): Promise<boolean> {
  const known = signedIn.get(backend) ?? backend.isSignedIn();
  signedIn.set(backend, known);
  return known;
}

/** next-drupal's own errors carry the status as `statusCode`. */
function isRefusal(error: unknown): boolean {
  if (error instanceof BackendError) return error.status === 403;
  return error instanceof Error && "statusCode" in error && error.statusCode === 403;
}
