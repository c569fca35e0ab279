import { Refusal } from "../problem/refusal.ts";

/** Reads a body, and stops reading where it gets too large. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new Refusal([{ status: 413, detail: `The request body is larger than ${limit} bytes.` }]);
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (announced > limit) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(value);
  }
}
