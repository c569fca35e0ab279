import * as z from "zod";

const backendSession = z.object({ cookie: z.string().min(1), csrfToken: z.string().min(1) });

/** A signed-in user's session at the backend, as the console hands it to a service: the service can do what they can, no more. */
export type BackendSession = z.infer<typeof backendSession>;

/** Name of the header that carries it. Only between the console and the services, never to a browser. */
export const sessionHeaderName = "x-sw-session";

export function encodeSession(session: BackendSession): string {
  return Buffer.from(JSON.stringify(session)).toString("base64");
}

export function decodeSession(header: string | undefined): BackendSession | undefined {
  if (!header) return undefined;
  try {
    return backendSession.parse(JSON.parse(Buffer.from(header, "base64").toString("utf8")));
  } catch {
    return undefined;
  }
}
