import { closedValues, openModel } from "../../model/index.ts";
import { type ResourceTypes, resourceTypes } from "./resource-type.ts";

/** The types as they are for brands with the same modules open: what a closed module brings does not exist in them. */
export class OpenTypes {
  readonly all: ResourceTypes;
  readonly #views = new Map<string, ResourceTypes>();

  constructor(all: ResourceTypes) {
    this.all = all;
  }

  /** `null`: a user of the platform, for whom every module is open. */
  of(modules: readonly string[] | null): ResourceTypes {
    const known = this.all.model.modules.filter((module) => modules === null || modules.includes(module));
    // Asked with each request.
    const key = known.join(" ");
    const view = this.#views.get(key) ?? this.#viewWith(known);
    this.#views.set(key, view);
    return view;
  }

  #viewWith(modules: readonly string[]): ResourceTypes {
    const model = openModel(this.all.model, modules);
    return model === this.all.model ? this.all : resourceTypes(model, closedIn(this.all, resourceTypes(model)));
  }
}

function closedIn(all: ResourceTypes, open: ResourceTypes): Pick<ResourceTypes, "closedFields" | "closedValues"> {
  const closedFields = new Map<string, ReadonlySet<string>>();
  const values = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const { name, entity } of open.byName.values()) {
    const whole = all.get(name).entity;
    const fields = Object.keys(whole.fields).filter((field) => !Object.hasOwn(entity.fields, field));
    if (fields.length > 0) closedFields.set(name, new Set(fields));
    const closed = closedValues(whole, entity);
    if (closed.size > 0) values.set(name, closed);
  }
  return { closedFields, closedValues: values };
}
