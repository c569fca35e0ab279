import type { EntityModel } from "../entity-model.ts";
import { banner, importPart, importParts, type ModuleStep, partSource, wholeSource } from "./source.ts";

/** What people may be told of, for the service that tells them and for the screens that show it. */
export function eventKindsSource(step: ModuleStep): string {
  return `${banner}\n${importPart}\n${partSource("eventKinds", step, (model: EntityModel) => model.eventKinds)}`;
}

export function allEventKindsSource(modules: readonly string[]): string {
  return `${banner}
import type { EventKind } from "../entity-model.ts";
${importParts(modules, "event-kinds")}
${wholeSource("eventKinds", "EventKind", modules)}`;
}
