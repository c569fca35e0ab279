import { randomUUID } from "node:crypto";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import { ServiceSession } from "../../../../platform/backend/service-account.ts";
import { BrandAccounts } from "../../../../platform/backend/brand-accounts.ts";
import { makeBrand } from "../../../../platform/testing/brand.ts";
import { startBackend, type TestServer } from "../../../../platform/testing/servers.ts";

export const secret = "suppliers-test-secret";
const to = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

/** A brand with two operators and a park of each, lines and orders on demand. */
export class World {
  private constructor(
    readonly backend: TestServer,
    readonly administrator: BackendClient,
    readonly manager: BackendClient,
    readonly accounts: BrandAccounts,
    readonly brand: string,
    readonly account: string,
    readonly operators: readonly [string, string],
    readonly parks: readonly [string, string],
  ) {}
  private lastNumber = 10_000_000;

  static async start(): Promise<World> {
    const backend = await startBackend();
    const accounts = new BrandAccounts(
      backend.url,
      new ServiceSession(backend.url, { name: "admin", password: "admin" }),
      secret,
    );
    const as = await makeBrand(backend.url, ["administrator", "manager"], ["sw_telecom"]);
    const [administrator, manager] = [await as("administrator"), await as("manager")];
    const make = async (type: "sw_account" | "sw_supplier" | "sw_park", attributes: object, relationships = {}) =>
      (await manager.create(type, { type: `${type}--${type}`, attributes: { ...attributes }, relationships })).id;
    const account = await make("sw_account", { legal_name: "Kervadec", softwhere_id: "K", siren: "552100554" });
    const operators = [
      await make("sw_supplier", { name: "First", code: "first" }),
      await make("sw_supplier", { name: "Second", code: "second" }),
    ] as const;
    const park = (operator: string) =>
      make(
        "sw_park",
        { kind: "mobile" },
        { account: to("sw_account", account), operator: to("sw_supplier", operator) },
      );
    const parks = [await park(operators[0]), await park(operators[1])] as const;
    const brand = (await manager.me()).brand?.id ?? "";
    return new World(backend, administrator, manager, accounts, brand, account, operators, parks);
  }

  /** An order for a line of its own; of the first operator, where it isn't said. */
  async wanted(
    given: {
      readonly operation?: string;
      readonly operator?: 0 | 1;
      readonly line?: Readonly<Record<string, unknown>>;
      readonly action?: Readonly<Record<string, unknown>>;
      readonly after?: readonly string[];
      readonly deployment?: string;
    } = {},
  ): Promise<{ readonly action: string; readonly line: string; readonly key: string; readonly number: string }> {
    const [action, line] = [randomUUID(), randomUUID()];
    const key = `run/${action}`;
    this.lastNumber += 1;
    const number = `+336${this.lastNumber}`;
    const link = (type: string, ids: readonly string[]) => ({ data: ids.map((id) => to(type, id).data) });
    await this.manager.operate([
      {
        op: "add",
        data: {
          type: "sw_line--sw_line",
          id: line,
          attributes: { number, status: "active", activated_on: "2026-01-01", ...given.line },
          relationships: { park: to("sw_park", this.parks[given.operator ?? 0]) },
        },
      },
      {
        op: "add",
        data: {
          type: "sw_action--sw_action",
          id: action,
          attributes: {
            capability: "supplier",
            operation: given.operation ?? "terminate_line",
            payload: { details: "As agreed" },
            idempotency_key: key,
            planned_on: "2026-06-01",
            ...given.action,
          },
          relationships: {
            account: to("sw_account", this.account),
            line: to("sw_line", line),
            ...(given.after && { depends_on: link("sw_action", given.after) }),
            ...(given.deployment && { deployment: to("sw_deployment", given.deployment) }),
          },
        },
      },
    ]);
    return { action, line, key, number };
  }

  async deployment(status: string, plannedOn: string): Promise<string> {
    const attributes = { name: "Ends", status: "planned", planned_on: plannedOn };
    const relationships = { account: to("sw_account", this.account) };
    const resource = { type: "sw_deployment--sw_deployment", attributes, relationships };
    const { id } = await this.manager.create("sw_deployment", resource);
    if (status !== "planned")
      await this.manager.update("sw_deployment", { type: "sw_deployment--sw_deployment", id, attributes: { status } });
    return id;
  }

  actionOf(id: string) {
    return this.manager.get("sw_action", id);
  }
  lineOf(id: string) {
    return this.manager.get("sw_line", id);
  }
  async set(id: string, ...states: readonly string[]): Promise<void> {
    for (const status of states)
      await this.manager.update("sw_action", {
        type: "sw_action--sw_action",
        id,
        attributes: { status, reason: "test" },
      });
  }
  stop(): Promise<void> {
    return this.backend.stop();
  }
}
