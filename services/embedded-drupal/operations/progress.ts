import { setImmediate } from "node:timers/promises";
import type { Progress } from "../store/progress-board.ts";
import { type Answer, documentAnswer } from "../response/answer.ts";
import { envelope } from "../response/encode.ts";
import { notFound } from "../problem/refusal.ts";

const step = 100;

/** Counts an operation; now and then lets the server answer others, who may ask how far it is. */
export async function advance(entry: Progress | undefined): Promise<void> {
  if (!entry) return;
  entry.done += 1;
  if (entry.done % step === 0) await setImmediate();
}

export function progressAnswer(entry: Progress | undefined): Answer {
  if (!entry) throw notFound("There is no request with that id.");
  const { done, total, state } = entry;
  return documentAnswer({ jsonapi: envelope, data: [], meta: { done, total, state } });
}
