import { Hono } from "hono";
import { listen } from "../../../../platform/service/listen.ts";
import { threecx as simulator } from "../../../../stand-ins/vendors/threecx/simulator.ts";
import { communicationsKit } from "../../testing/communications-kit.ts";
import { judge } from "../../testing/judge.ts";
import { threecx } from "./threecx.ts";

communicationsKit(threecx, {
  abilities: ["prove", "listCalls", "findCaller"],
  async start() {
    const vendor = simulator({
      clients: { "900": { key: "kit-key" }, "901": { key: "kit-key", mayRead: false } },
      fqdn: "kit.pbx.example",
    });
    const { middleware, problems, judged } = await judge(
      new URL("../../../../stand-ins/vendors/threecx/xapi-v1.openapi.yml", import.meta.url),
    );
    const app = new Hono();
    app.use(middleware);
    app.route("/", vendor.app);
    const listening = await listen(app.fetch, { port: 0, hostname: "127.0.0.1", tries: 1 });
    const { ledger: pbx } = vendor;
    const token = (client: string) =>
      fetch(`${listening.url}/connect/token`, {
        method: "POST",
        body: new URLSearchParams({ client_id: client, client_secret: "kit-key", grant_type: "client_credentials" }),
      });
    return {
      connection: { adapter: "threecx", secret: "900:kit-key", origin: listening.url, inside: true },
      powerless: "901:kit-key",
      system: "kit.pbx.example",
      fault: (kind, more) => vendor.faults.add({ kind, on: "GET /xapi/v1/*", seconds: 0, ...more }),
      clear: () => vendor.faults.clear(),
      call: (call) =>
        String(pbx.addCall({ ...call, seconds: 61, extension: { dn: "101", name: "Standard" } }).SegmentId),
      person: (LastName, PhoneNumber) => void pbx.addContact({ LastName, PhoneNumber }),
      // Another one is given: as there, the one before holds no longer.
      forgetTokens: async () => void (await token("900")),
      tokens: async () =>
        ((await (await fetch(`${listening.url}/simulator/ledger`)).json()) as { tokens: number }).tokens,
      problems: () => (judged() > 20 ? problems : ["hardly anything was judged"]),
      close: () => listening.close(),
    };
  },
});
