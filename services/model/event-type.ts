import type { EventKind } from "./entity-model.ts";

/** The type of rows that an event is about. */
export function typeOfEvent({ on, due, digest }: Pick<EventKind, "on" | "due" | "digest">): string {
  return (on ?? due ?? digest)?.type ?? "";
}
