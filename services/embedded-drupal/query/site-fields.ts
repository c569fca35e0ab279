import type { Field } from "../../model/index.ts";
import { fieldEditAccess, fieldViewAccess, typeAccess } from "../plan/access.ts";
import type { RequestContext } from "../context/request-context.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { forbidden } from "../problem/refusal.ts";
import type { ResourceType } from "../store/resource-type.ts";
import { accessDetail } from "./collection.ts";

const prefix = "field_";
const kinds = new Set<Field["type"]>([
  "string",
  "text",
  "email",
  "integer",
  "decimal",
  "boolean",
  "date",
  "datetime",
  "list",
]);
const defaultScale = 4;

/** The fields a site builder added to a type, as far as the viewer may see them. */
export function getSiteFields(context: RequestContext, type: ResourceType): Answer {
  const { viewer, backend } = context;
  const view = typeAccess(backend.types, viewer, type, "view");
  if (!view.allowed) throw forbidden(accessDetail("GET", view.reason), "/data");
  const mayEdit = typeAccess(backend.types, viewer, type, "edit").allowed;
  const fields = Object.values(type.entity.fields)
    .filter(
      (field) => field.name.startsWith(prefix) && kinds.has(field.type) && fieldViewAccess(viewer, type, field).allowed,
    )
    .map((field) =>
      describe(field, mayEdit && !field.immutable && fieldEditAccess(viewer, type, field, false).allowed),
    );
  return documentAnswer({ jsonapi: envelope, data: [], meta: { fields } });
}

function describe(field: Field, editable: boolean) {
  return {
    name: field.name,
    kind: field.type,
    multiple: field.multiple,
    required: field.required,
    editable,
    labels: field.label,
    help: field.help ?? { fr: "", en: "" },
    options: Object.entries(field.values ?? {}).map(([value, labels]) => ({ value, labels })),
    ...(field.type === "decimal" ? { scale: field.scale ?? defaultScale } : {}),
    ...(field.type === "string" && field.maxLength !== undefined ? { max_length: field.maxLength } : {}),
  };
}
