import * as z from "zod";

/** Values that are objects, as a client may send them. */
export const externalId = z.strictObject({ system: z.string().min(1).max(64), value: z.string().min(1).max(191) });
export const change = z.strictObject({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() });

/** One schema for each type, from its attributes as each module has them; others are refused. */
export function strictObjects(
  ...parts: readonly Readonly<Record<string, z.ZodRawShape>>[]
): Readonly<Record<string, z.ZodObject>> {
  const shapes: Record<string, Record<string, z.ZodRawShape[string]>> = {};
  for (const [type, fields] of parts.flatMap((part) => Object.entries(part))) {
    const shape = shapes[type] ?? {};
    shapes[type] = shape;
    for (const [name, schema] of Object.entries(fields)) {
      const before = shape[name];
      shape[name] = before ? z.union([before, schema]) : schema;
    }
  }
  return Object.fromEntries(Object.entries(shapes).map(([type, shape]) => [type, z.strictObject(shape)]));
}
