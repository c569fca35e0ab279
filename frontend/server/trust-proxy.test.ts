import { describe, expect, test } from "vitest";
import { clientAddress } from "./trust-proxy.mjs";

describe("the address a request is counted under", () => {
  test.each([
    ["a browser that connects directly", "203.0.113.9", undefined, "203.0.113.9"],
    ["a browser that claims another address", "203.0.113.9", "10.0.0.1", "203.0.113.9"],
    ["behind the trusted proxy", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["behind the trusted proxy, with a claim before it", "127.0.0.1", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["IPv4 written as IPv6", "::ffff:127.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"],
    ["rubbish in the header", "127.0.0.1", "unknown, <script>", "127.0.0.1"],
    ["a browser on the server itself", "127.0.0.1", undefined, "127.0.0.1"],
  ])("%s", (_, connection, forwarded, expected) => {
    expect(clientAddress(connection, forwarded)).toBe(expected);
  });
});
