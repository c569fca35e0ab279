"use client";

/** Where a private file is read, with the session. */
export const fileAddress = (fileId: string): string => `/api/files/${fileId}`;

/** A private file's content. Throws where it can't be had. */
export async function readFile(fileId: string): Promise<Response> {
  const response = await fetch(fileAddress(fileId));
  if (!response.ok) throw new Error(`the file answered ${response.status}`);
  return response;
}
