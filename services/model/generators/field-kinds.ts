import type { EntityModel } from "../entity-model.ts";
import { allTypes, banner, importPart, importParts, type ModuleStep, partSource, wholeSource } from "./source.ts";

/** What is needed to turn a journal entry's text back into a value: type, cardinality and target of each field. */
export function fieldKindsSource(step: ModuleStep): string {
  return `${banner}\n${importPart}\n${partSource("fieldKinds", step, fieldKinds)}`;
}

export function allFieldKindsSource(modules: readonly string[]): string {
  return `${banner}
${importParts(modules, "field-kinds")}
${wholeSource("fieldKinds", "Readonly<Record<string, { type: string; multiple?: boolean; target?: string }>>", modules)}`;
}

function fieldKinds(model: EntityModel) {
  return Object.fromEntries(
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
}
