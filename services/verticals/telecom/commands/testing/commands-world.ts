import { randomUUID } from "node:crypto";
import { type AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { Viewers } from "../../../../platform/backend/viewers.ts";
import { makeBrand, password } from "../../../../platform/testing/brand.ts";
import { signIn, startBackend, type TestServer } from "../../../../platform/testing/servers.ts";
import { telecomRouter } from "../router.ts";

export const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });
export const add = (type: string, id: string, attributes: object, relationships = {}): AtomicOperation => ({
  op: "add",
  data: { type: `${type}--${type}`, id, attributes: { ...attributes }, relationships },
});

/** A park with the plans OLD at 20 and NEXT at 25. */
export interface Place {
  readonly account: string;
  readonly park: string;
  readonly operator: string;
  readonly old: string;
  readonly next: string;
}

/** A brand with an administrator, the first support and a place, and the commands as the console calls them for a person. */
export class CommandsWorld {
  private constructor(
    private readonly backend: TestServer,
    readonly admin: BackendClient,
    readonly place: Place,
  ) {}

  static async start(): Promise<CommandsWorld> {
    const backend = await startBackend();
    const people = await makeBrand(backend.url, ["administrator", "support_n1"], ["sw_telecom"]);
    const admin = await people("administrator");
    return new CommandsWorld(backend, admin, await makePlace(admin));
  }

  stop(): void {
    void this.backend.stop();
  }

  /** Each with a session of its own. */
  async as(name: "administrator" | "support_n1") {
    const session = await signIn(this.backend.url, name, password);
    const viewers = new Viewers();
    return telecomRouter.createCaller({
      service: { viewerOf: viewers.of.bind(viewers) },
      session,
      backendFor: (requestId) => new BackendClient({ baseUrl: this.backend.url, ...session, requestId }),
    });
  }

  /** Active lines with the plan OLD. */
  async lines(count: number, given: Readonly<Record<string, unknown>> = {}): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const { park, old } = this.place;
    await this.admin.operate(
      ids.flatMap((id) => [
        add(
          "sw_line",
          id,
          {
            number: `+336${Math.random().toString().slice(2, 10)}`,
            status: "active",
            activated_on: "2026-01-01",
            sell_price: "20.0000",
            buy_price: "20.0000",
            ...given,
          },
          { park: to("sw_park", park), plan: to("sw_catalogue_item", old) },
        ),
        add(
          "sw_line_term",
          randomUUID(),
          { valid_from: "2026-01-01", applied: true },
          { line: to("sw_line", id), plan: to("sw_catalogue_item", old) },
        ),
      ]),
    );
    return ids;
  }
}

async function makePlace(admin: BackendClient): Promise<Place> {
  const [account, operator, catalogue] = [randomUUID(), randomUUID(), randomUUID()];
  const [park, old, next] = [randomUUID(), randomUUID(), randomUUID()];
  const plan = (id: string, code: string, net: string) => [
    add(
      "sw_catalogue_item",
      id,
      { code, name: code, kind: "plan" },
      { catalogue: to("sw_catalogue", catalogue), supplier: to("sw_supplier", operator) },
    ),
    ...["sell", "buy"].map((direction) =>
      add(
        "sw_price",
        randomUUID(),
        { direction, gross: net, net, valid_from: "2026-01-01" },
        { item: to("sw_catalogue_item", id) },
      ),
    ),
  ];
  await admin.operate([
    add("sw_account", account, { legal_name: "Account", softwhere_id: "A-1" }),
    add("sw_supplier", operator, { name: "Operator", code: "operator" }),
    add("sw_catalogue", catalogue, { name: "Catalogue" }),
    ...plan(old, "OLD", "20.0000"),
    ...plan(next, "NEXT", "25.0000"),
    add(
      "sw_park",
      park,
      { kind: "mobile" },
      { account: to("sw_account", account), operator: to("sw_supplier", operator) },
    ),
  ]);
  return { account, park, operator, old, next };
}
