/**
 * Preloaded into the console's server: `X-Forwarded-For` becomes the one address that may be believed. That is the connection's own,
 * or, when the connection comes from a trusted proxy (SW_TRUSTED_PROXIES, default loopback), the last forwarded one that is not a
 * trusted proxy itself. What a browser writes into the header on its own never counts.
 */
import { Server } from "node:http";
import { BlockList, isIP } from "node:net";

const trusted = new BlockList();
for (const entry of (process.env.SW_TRUSTED_PROXIES ?? "127.0.0.1,::1")
  .split(",")
  .map((text) => text.trim())
  .filter(Boolean)) {
  const [address = "", prefix] = entry.split("/");
  const family = isIP(address);
  if (!family)
    throw new Error(`SW_TRUSTED_PROXIES: "${entry}" is neither an IP address nor a network such as 10.0.0.0/8.`);
  trusted.addSubnet(
    address,
    prefix === undefined ? (family === 4 ? 32 : 128) : Number(prefix),
    family === 4 ? "ipv4" : "ipv6",
  );
}

const plain = (address) => (address.startsWith("::ffff:") ? address.slice(7) : address);

function isTrusted(address) {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 4 ? "ipv4" : "ipv6");
}

/** @param {string} connection @param {string | undefined} forwarded */
export function clientAddress(connection, forwarded) {
  const hops = [
    ...(forwarded ?? "")
      .split(",")
      .map((hop) => plain(hop.trim()))
      .filter((hop) => isIP(hop)),
    plain(connection),
  ];
  return hops.findLast((hop) => !isTrusted(hop)) ?? plain(connection);
}

const emit = Server.prototype.emit;
Server.prototype.emit = function (event, ...args) {
  if (event === "request") {
    const [request] = args;
    request.headers["x-forwarded-for"] = clientAddress(
      request.socket.remoteAddress ?? "",
      request.headers["x-forwarded-for"],
    );
  }
  return emit.call(this, event, ...args);
};
