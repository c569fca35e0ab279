import { BlockList, isIP } from "node:net";

/** Networks of one's own house and of this machine: reached only by a connection that says so. */
const inside: readonly (readonly [string, number, "ipv4" | "ipv6"])[] = [
  ["10.0.0.0", 8, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["::1", 128, "ipv6"],
  ["fc00::", 7, "ipv6"],
];

/** Where no connection ever leads: nobody, neighbours on the wire (where clouds keep credentials), providers' inner nets, documentation, many at once, the future. */
const nowhere: typeof inside = [
  ["0.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.0.2.0", 24, "ipv4"],
  ["192.88.99.0", 24, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["198.51.100.0", 24, "ipv4"],
  ["203.0.113.0", 24, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  // What is an IPv4 address in other clothes, tunnels and documentation; all that is no unicast address of today.
  ["2001::", 23, "ipv6"],
  ["2001:db8::", 32, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["3fff::", 20, "ipv6"],
];

const listOf = (networks: typeof inside) => {
  const list = new BlockList();
  for (const [network, prefix, family] of networks) list.addSubnet(network, prefix, family);
  return list;
};
const [insideList, nowhereList] = [listOf(inside), listOf(nowhere)];
const unicast = listOf([["2000::", 3, "ipv6"]]);

/** Where an address lies: out in the world, inside, or where nothing is to be reached. */
export function placeOf(address: string): "outside" | "inside" | "nowhere" {
  const version = isIP(address);
  if (version === 0) return "nowhere";
  const family = version === 4 ? "ipv4" : "ipv6";
  // An IPv6 address with a zone names an interface of this machine.
  if (address.includes("%")) return "nowhere";
  if (nowhereList.check(address, family)) return "nowhere";
  // `::ffff:10.0.0.1` is looked up as what it stands for; written so, it is nobody's address.
  if (family === "ipv6" && /^::ffff:/i.test(address)) return "nowhere";
  if (insideList.check(address, family)) return "inside";
  return family === "ipv4" || unicast.check(address, family) ? "outside" : "nowhere";
}
