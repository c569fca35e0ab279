import * as z from "zod";

const errorObject = z.looseObject({
  status: z.string().optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  source: z.looseObject({ pointer: z.string().optional() }).optional(),
  meta: z.looseObject({}).optional(),
});

export type BackendErrorObject = z.infer<typeof errorObject>;

const errorDocument = z.looseObject({ errors: z.array(errorObject) });

/** An error document of the backend, kept whole. */
export class BackendError extends Error {
  override name = "BackendError";
  constructor(
    readonly status: number,
    readonly errors: readonly BackendErrorObject[],
  ) {
    super(errors[0]?.detail || errors[0]?.title || `The backend answered ${status}.`);
  }
}

export class BackendUnreachable extends Error {
  override name = "BackendUnreachable";
}

export async function backendError(response: Response): Promise<BackendError> {
  return backendErrorOf(response.status, await response.json().catch(() => undefined));
}

export function backendErrorOf(status: number, document: unknown): BackendError {
  const parsed = errorDocument.safeParse(document);
  return new BackendError(status, parsed.success ? parsed.data.errors : []);
}

/** The atomic operation an error is about. */
export function errorOperation(error: BackendErrorObject): number | undefined {
  const match = /^\/atomic:operations\/(\d+)/.exec(error.source?.pointer ?? "");
  return match ? Number(match[1]) : undefined;
}

/** The backend's status in a failure: our own errors have it, and next-drupal's carry it as `statusCode`. */
export function statusOf(cause: unknown): number | undefined {
  if (cause instanceof BackendError) return cause.status;
  if (!(cause instanceof Error) || !("statusCode" in cause)) return undefined;
  return typeof cause.statusCode === "number" ? cause.statusCode : undefined;
}
