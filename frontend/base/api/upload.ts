"use client";
import { counted } from "./writes";

/** Puts a file into a record's file field. Gives the reason when it is refused, null when nothing answered, undefined when it is stored. */
export async function uploadFile(
  target: { type: string; id: string; field: string },
  file: File,
): Promise<string | null | undefined> {
  const response = await counted(
    fetch(`/api/upload/${target.type}/${target.id}/${target.field}?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      body: file,
    }),
  ).catch(() => undefined);
  if (!response) return null;
  return response.ok ? undefined : response.text();
}
