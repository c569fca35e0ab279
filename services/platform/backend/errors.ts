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
  try {
    const parsed = errorDocument.safeParse(await response.json());
    return new BackendError(response.status, parsed.success ? parsed.data.errors : []);
  } catch {
    return new BackendError(response.status, []);
  }
}

/** The field an error is about: `/data/attributes/user_name` and `/atomic:operations/3/data/attributes/user_name` give `user_name`. */
export function errorField(error: BackendErrorObject): string | undefined {
  return /\/data\/(?:attributes|relationships)\/([a-z0-9_]+)/.exec(error.source?.pointer ?? "")?.[1];
}

/** The atomic operation an error is about. */
export function errorOperation(error: BackendErrorObject): number | undefined {
  const match = /^\/atomic:operations\/(\d+)/.exec(error.source?.pointer ?? "");
  return match ? Number(match[1]) : undefined;
}
