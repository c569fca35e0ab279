import "server-only";
import { env } from "./env";

/** Bytes that are a service's, as they came, from somebody who is no person of ours; its answer, or that it is away. */
export async function handOn(path: string, headers: Headers, body: Uint8Array<ArrayBuffer>): Promise<Response> {
  const answerHeaders = { "Content-Type": "application/json", "Cache-Control": "no-store" };
  try {
    const answer = await fetch(`${env().SW_SERVICES_URL}/${path}`, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    return new Response(await answer.text(), { status: answer.status, headers: answerHeaders });
  } catch {
    // Not kept: whoever sent it sends it again.
    return Response.json({ error: "away" }, { status: 503, headers: { ...answerHeaders, "Retry-After": "30" } });
  }
}
