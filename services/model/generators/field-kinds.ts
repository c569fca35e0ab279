import type { EntityModel } from "../entity-model.ts";
import { allTypes, banner } from "./source.ts";

/** What is needed to turn a journal entry's text back into a value: type, cardinality and target of each field. */
export function fieldKindsSource(model: EntityModel): string {
  const kinds = Object.fromEntries(
    allTypes(model).map(({ name, fields }) => [
      name,
      Object.fromEntries(
        fields.map((field) => [
          field.name,
          {
            type: field.type,
            ...(field.multiple && { multiple: true }),
            ...(field.target && { target: field.target }),
            ...(field.type === "file" && { target: "file" }),
          },
        ]),
      ),
    ]),
  );
  return `${banner}
export const fieldKinds: Readonly<Record<string, Readonly<Record<string, { type: string; multiple?: boolean; target?: string }>>>> = ${JSON.stringify(kinds, null, 2)};
`;
}
