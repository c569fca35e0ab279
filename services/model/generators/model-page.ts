import type { EntityModel, EntityType, Field } from "../entity-model.ts";

/** The model page of the documentation. */
export function modelPageSource(model: EntityModel): string {
  const types = Object.values(model.types).map(typeSection);
  const roles = Object.values(model.roles).map(
    (role) =>
      `| ${role.label.fr} | \`${role.name}\` | ${role.permissions.filter((p) => !/ sw_/.test(p)).join(", ") || "–"} |`,
  );
  return `# Entity model

Written by \`npm run generate\` from the \`*.entity_model.yml\` files of the Drupal modules. Do not edit.

## Business roles

Special permissions of each role by default; per-type permissions are in the model files.

| role | name | permissions |
|---|---|---|
${roles.join("\n")}

${types.join("\n")}`;
}

function typeSection(type: EntityType): string {
  const rows = Object.values(type.fields).map(
    (field) =>
      `| \`${field.name}\` | ${field.label.fr} | ${describe(field)} | ${[field.viewPermission && `view: ${field.viewPermission}`, field.editPermission && `edit: ${field.editPermission}`].filter(Boolean).join("; ")} |`,
  );
  const notes = [
    `module ${type.module}, scope ${type.scope}`,
    type.ownerPath && `owner ${type.ownerPath}`,
    type.ownerSees && "clients and partners see what their rows refer to",
    type.labelPattern && `label \`${type.labelPattern}\``,
    type.unique.length > 0 && `unique ${type.unique.map((key) => key.join(" + ")).join("; ")}`,
    type.workflow && `workflow on ${type.workflow.field}: ${type.workflow.transitions.map((t) => t.name).join(", ")}`,
  ].filter(Boolean);
  return `## ${type.label.fr} — \`${type.name}\`

${notes.join(" · ")}

| field | label | type | permissions |
|---|---|---|---|
${rows.join("\n")}
`;
}

function describe(field: Field): string {
  const parts: string[] = [field.type];
  if (field.format === "phone" || field.format === "code") parts.push(field.format);
  if (field.target) parts.push(`→ ${field.target}`);
  if (field.schema) parts.push(field.schema);
  if (field.schemaBy) parts.push(`by ${field.schemaBy.field}`);
  if (field.values) parts.push(Object.keys(field.values).join(" / "));
  if (field.precision) parts.push(`(${field.precision}, ${field.scale})`);
  if (field.required) parts.push("required");
  if (field.multiple) parts.push("multiple");
  if (field.immutable) parts.push("immutable");
  return parts.join(" ");
}
