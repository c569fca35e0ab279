"use client";
import { apiClient } from "@/base/api/browser";
import type { MoveResult } from "@/base/extension-points/define-vertical";

type SavedField = Parameters<typeof apiClient.base.editing.saveField.mutate>[0];

/** Moves what one field says of the day. */
export async function moveDay(
  target: Pick<SavedField, "type" | "id" | "field" | "version"> & { base: string },
  day: string,
): Promise<MoveResult> {
  const requestId = `move-${crypto.randomUUID()}`;
  const result = await apiClient.base.editing.saveField.mutate({ ...target, value: day, requestId });
  if (result.kind === "saved") return { kind: "moved", requestId };
  return { kind: "refused", detail: result.kind === "refused" ? (result.detail ?? "") : "" };
}
