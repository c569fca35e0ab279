import { typeModules } from "./generated/labels.ts";

export { typeOfEvent } from "./event-type.ts";

/** Whether a type is there for a brand with these modules open; those of the base and of Drupal core always are. */
export function isOpen(type: string, modules: readonly string[]): boolean {
  const module = typeModules[type];
  return module === undefined || module === "sw_base" || modules.includes(module);
}
