import type { EntityModel } from "../entity-model.ts";
import { banner } from "./source.ts";

/** What people may be told of, for the service that tells them and for the screens that show it. */
export function eventKindsSource(model: EntityModel): string {
  return `${banner}
import type { EventKind } from "../entity-model.ts";

export const eventKinds: Readonly<Record<string, EventKind>> = ${JSON.stringify(model.eventKinds, null, 2)};
`;
}
