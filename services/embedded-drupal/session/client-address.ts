import { BlockList, isIP } from "node:net";

/** Who speaks for others: addresses whose `X-Forwarded-For` is believed. */
export class TrustedProxies {
  readonly #list = new BlockList();

  /** Addresses and subnets (`10.0.0.0/8`), separated by commas; `loopback` stands for this machine. */
  constructor(text: string) {
    for (const entry of text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")) {
      if (entry === "loopback") {
        this.#list.addSubnet("127.0.0.0", 8);
        this.#list.addAddress("::1", "ipv6");
        continue;
      }
      const [address = "", bits] = entry.split("/");
      const family = isIP(address);
      const length = Number(bits ?? (family === 6 ? 128 : 32));
      if (family === 0 || !Number.isInteger(length) || length < 0 || length > (family === 6 ? 128 : 32))
        throw new Error(`SW_TRUSTED_PROXIES: ${entry} is no address`);
      this.#list.addSubnet(address, length, family === 6 ? "ipv6" : "ipv4");
    }
  }

  has(address: string): boolean {
    const plain = unmapped(address);
    const family = isIP(plain);
    return family !== 0 && this.#list.check(plain, family === 6 ? "ipv6" : "ipv4");
  }

  /** The caller, and whether it is one of us who asks for itself. */
  caller(connection: string, forwarded: string | null): { address: string; inside: boolean } {
    if (!this.has(connection)) return { address: unmapped(connection), inside: false };
    const chain = (forwarded ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const outside = chain.findLast((address) => !this.has(address));
    if (outside === undefined) return { address: unmapped(chain[0] ?? connection).slice(0, 64), inside: true };
    return { address: unmapped(outside).slice(0, 64), inside: false };
  }
}

/** IPv4 addresses arrive on an IPv6 socket as `::ffff:192.0.2.1`. */
function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}
