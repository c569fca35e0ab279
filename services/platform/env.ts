import type { z } from "zod";

/** Reads the process environment through a schema; the message names the variables at fault, never their values. */
export function readEnv<T extends z.ZodType>(schema: T, source: NodeJS.ProcessEnv = process.env): z.infer<T> {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Environment not usable: ${problems.join("; ")}`);
  }
  return parsed.data;
}
