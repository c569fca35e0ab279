import { createServer } from "node:net";

/** The wished port, or the next free one; says when it had to move. */
export async function freePort(wished, what, say) {
  for (let port = wished; port < wished + 50; port += 1) {
    if (await isFree(port)) {
      if (port !== wished) say(`Port ${wished} is busy: ${what} takes ${port}.`);
      return port;
    }
  }
  throw new Error(`No free port from ${wished} to ${wished + 49} for ${what}. Stop what uses them and start again.`);
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
