import * as z from "zod";

/** Values that are objects, as a client may send them. */
export const externalId = z.strictObject({ system: z.string().min(1).max(64), value: z.string().min(1).max(191) });
export const change = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

/** One schema for each type, from its attributes; others are refused. */
export function strictObjects(shapes: Readonly<Record<string, z.ZodRawShape>>): Readonly<Record<string, z.ZodObject>> {
  return Object.fromEntries(Object.entries(shapes).map(([type, shape]) => [type, z.strictObject(shape)]));
}
