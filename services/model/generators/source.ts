import type { EntityModel, Field } from "../entity-model.ts";

export const banner = "// Written by `npm run generate` from the entity model. Do not edit.\n";

export function pascalCase(name: string): string {
  return name
    .split("_")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}

export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** Types of the model and, after them, the extended ones of Drupal core. */
export function allTypes(model: EntityModel): { name: string; fields: Field[]; tenant: boolean }[] {
  return [
    ...Object.values(model.types).map((type) => ({
      name: type.name,
      fields: Object.values(type.fields),
      tenant: type.scope === "tenant",
    })),
    ...Object.entries(model.coreTypes).map(([name, type]) => ({
      name,
      fields: [...(coreFields[name] ?? []), ...Object.values(type.fields)],
      tenant: true,
    })),
  ];
}

const core = (name: string, type: Field["type"], en: string, fr: string, multiple = false): Field => ({
  name,
  type,
  label: { fr, en },
  module: "core",
  required: false,
  multiple,
  immutable: false,
  secret: false,
});

/** The fields of Drupal core's own types that the wire contract shows. */
const coreFields: Record<string, Field[]> = {
  user: [
    core("display_name", "string", "Display name", "Nom affiché"),
    core("name", "string", "Sign-in name", "Identifiant"),
    core("mail", "email", "E-mail", "E-mail"),
    core("status", "boolean", "Active", "Actif"),
    core("preferred_langcode", "string", "Language", "Langue"),
    core("permissions", "string", "Effective permissions", "Permissions effectives", true),
  ],
  file: [
    core("filename", "string", "File name", "Nom du fichier"),
    core("filemime", "string", "Media type", "Type de média"),
    core("filesize", "integer", "Size in bytes", "Taille en octets"),
  ],
};
