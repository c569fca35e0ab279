import type { AddressInfo } from "node:net";
import { createAdaptorServer, type ServerType } from "@hono/node-server";

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no more calls; ends those under way after half a second. */
  close(): Promise<void>;
}

/**
 * How long a connection without a call is kept. With Node's own five seconds, a busy client may send a call on a connection that is
 * being closed: it fails, and a write can't be sent again.
 */
const keptForMs = 65_000;

/** Binds the port, or the next free one of `tries`: whoever binds has it, nobody asks first. 0 is any. */
export async function listen(fetch: Fetch, at: { port: number; hostname: string; tries?: number }): Promise<Listening> {
  const { port, hostname, tries = 1 } = at;
  for (let offset = 0; ; offset += 1) {
    const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
    if ("keepAliveTimeout" in server) server.keepAliveTimeout = keptForMs;
    try {
      const bound = await bind(server, port + offset, hostname);
      return { url: `http://${hostname}:${bound}`, port: bound, close: () => close(server) };
    } catch (error) {
      const busy = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!busy || port === 0 || offset + 1 >= tries) throw error;
    }
  }
}

function bind(server: ServerType, port: number, hostname: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if (!("closeAllConnections" in server)) return;
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}
