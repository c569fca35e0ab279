import { recordTypes } from "@softwhere/services/model/generated/record-types";

/** A type whose rows belong to another row, and the path that leads from them to it. */
export interface Belonging {
  readonly type: string;
  readonly path: string;
}

/**
 * What belongs to a row of a type, read from the model: rows that refer to it by a field of its name (`site`, `sites`), and once more
 * what belongs to those in the same way. Only for what customers own: a supplier's history is not that of everything it supplies.
 */
export function belongings(type: string): readonly Belonging[] {
  if (!recordTypes[type]?.ownerPath) return [];
  const found = new Map<string, string>();
  let level: readonly Belonging[] = [{ type, path: "" }];
  for (let depth = 0; depth < 2; depth += 1) {
    level = level.flatMap((target) =>
      referring(target.type).map((one) => ({
        type: one.type,
        path: target.path ? `${one.field}.${target.path}` : one.field,
      })),
    );
    for (const one of level) if (one.type !== type && !found.has(one.type)) found.set(one.type, one.path);
  }
  return [...found].map(([name, path]) => ({ type: name, path }));
}

function referring(target: string): { type: string; field: string }[] {
  const name = target.replace(/^[a-z]+_/, "");
  return Object.entries(recordTypes).flatMap(([type, { fields, journal, ownerPath }]) => {
    const field =
      journal === false || !ownerPath
        ? undefined
        : fields.find((one) => one.target === target && (one.name === name || one.name === `${name}s`));
    return field ? [{ type, field: field.name }] : [];
  });
}
