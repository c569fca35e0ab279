import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { SwNotification } from "../../../model/generated/entities.ts";
import type { BackendClient, ResourceWrite } from "../../../platform/backend/client.ts";
import type { BackendSession } from "../../../platform/backend/session-header.ts";
import { ServiceSession } from "../../../platform/backend/service-account.ts";
import { type MailCatcher, startMailCatcher } from "../../../stand-ins/mail-catcher/mail-catcher.ts";
import { callService, signIn, startBackend, startServer, type TestServer } from "../../../platform/testing/servers.ts";

const password = "notify-2026";

export interface Person {
  readonly id: string;
  readonly mail: string;
  /** What they do under one request id. */
  as(requestId?: string): Promise<BackendClient>;
  session(): Promise<BackendSession>;
}

export type Role = "administrator" | "manager" | "support_n1" | "sales" | "accounting" | "client" | "service";

export interface Brand {
  readonly id: string;
  readonly people: Readonly<Record<Role, Person>>;
  readonly account: string;
  readonly other: string;
}

export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined> | Value | undefined,
  seconds = 20,
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const ref = (type: string, id: string) => ({ data: { type: `${type}--${type}`, id } });

export function resource(
  type: string,
  attributes: Record<string, unknown>,
  relationships: ResourceWrite["relationships"] = {},
  id: string = randomUUID(),
): ResourceWrite & { id: string } {
  return { type: `${type}--${type}`, id, attributes, relationships };
}

/** An embedded backend with brands of its own, and a service that may be ended and started again. */
export class World {
  readonly folder = mkdtempSync(join(tmpdir(), "notifications-"));
  readonly platform: Person;
  private service: ChildProcess | undefined;
  private serviceUrl = "";
  /** What runs besides. */
  services = "notifications,jobs";

  private constructor(
    readonly baseUrl: string,
    private readonly smtpPort: number,
    private readonly backend: TestServer,
  ) {
    this.platform = this.person("", "admin", "admin");
  }

  static async create(smtpPort: number): Promise<World> {
    const backend = await startBackend();
    return new World(backend.url, smtpPort, backend);
  }

  /** `modules` are the verticals open to the brand. */
  async brand(name: string, locale: "fr" | "en" = "fr", modules: readonly string[] = []): Promise<Brand> {
    const platform = await this.platform.as();
    const id = randomUUID();
    await platform.create(
      "sw_brand",
      resource(
        "sw_brand",
        {
          name,
          modules,
          hostname: `${name.toLowerCase()}-${id.slice(0, 8)}.example`,
          primary_color: "#0a5c8f",
          locale,
          mail_sender: `bonjour@${name.toLowerCase()}.example`,
        },
        {},
        id,
      ),
    );
    const people: Partial<Record<Role, Person>> = {};
    const roles: Role[] = ["administrator", "manager", "support_n1", "sales", "accounting", "client", "service"];
    for (const role of roles) {
      const login = `${role}-${id.slice(0, 8)}`;
      const user = resource(
        "user",
        {
          name: login,
          pass: password,
          mail: `${login}@example.test`,
          status: true,
          full_name: `${role} of ${name}`,
          user_type: role === "client" ? "client" : "internal",
          business_roles: [role],
          ...(locale === "en" ? { preferred_langcode: "en" } : {}),
        },
        { brand: ref("sw_brand", id) },
      );
      await platform.create("user", user);
      people[role] = this.person(user.id, login, password);
    }
    const all = people as Record<Role, Person>;
    const admin = await all.administrator.as();
    const [account, other] = [randomUUID(), randomUUID()];
    await admin.create(
      "sw_account",
      resource(
        "sw_account",
        { legal_name: "Groupe Kervadec", softwhere_id: `K-${id.slice(0, 8)}`, status: "active" },
        { salesperson: ref("user", all.sales.id) },
        account,
      ),
    );
    await admin.create(
      "sw_account",
      resource(
        "sw_account",
        { legal_name: "Maison Cozic", softwhere_id: `C-${id.slice(0, 8)}`, status: "active" },
        {},
        other,
      ),
    );
    return { id, people: all, account, other };
  }

  /** Starts the service on the same data as before; from then on it tells what happens in these brands. */
  async run(brands: readonly Brand[], env: Record<string, string> = {}): Promise<void> {
    const child = await this.host(brands, { SW_SERVICES_DATA: join(this.folder, "data"), ...env });
    this.service = child;
  }

  /** A host of the service; it is there once every brand is followed. */
  async host(brands: readonly Brand[], env: Record<string, string>): Promise<ChildProcess> {
    const given = {
      SW_BACKEND_URL: this.baseUrl,
      SW_PLATFORM_ACCOUNT: "admin",
      SW_PLATFORM_PASSWORD: "admin",
      SW_SERVICE_SECRET: "notifications-test-secret",
      SW_SMTP_URL: `smtp://127.0.0.1:${this.smtpPort}`,
      SW_SMTP_TIMEOUT: "2",
      SW_NOTIFICATIONS_QUIET: "0.5",
      SW_MAIL_FIRST_WAIT: "0.5",
      SW_CONSOLE_ADDRESS: "https://{host}",
      PORT: "0",
      ...env,
    };
    const { child, url } = await startServer("services/main.ts", {
      args: ["--only", this.services],
      env: given,
    });
    this.serviceUrl = url;
    type Health = { services: { notifications: { brands: number } } };
    await until(
      "every brand is followed",
      async () => {
        const health = (await (await fetch(`${url}/health`)).json()) as Health;
        return health.services.notifications.brands >= brands.length || undefined;
      },
      60,
    );
    return child;
  }

  /** The service's procedure, as the console calls it for the person. */
  async call(person: Person, path: string, input?: Parameters<typeof callService>[3]) {
    return callService(this.serviceUrl, path, await person.session(), input);
  }

  /** As when the power goes. */
  async kill(): Promise<void> {
    const { service } = this;
    if (!service) return;
    const gone = new Promise((resolve) => service.once("exit", resolve));
    service.kill("SIGKILL");
    await gone;
    this.service = undefined;
  }

  async close(): Promise<void> {
    await this.kill();
    await this.backend.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private person(id: string, name: string, pass: string): Person {
    const session = new ServiceSession(this.baseUrl, { name, password: pass });
    return {
      id,
      mail: `${name}@example.test`,
      as: (requestId = randomUUID()) => session.client(requestId),
      session: () => signIn(this.baseUrl, name, pass),
    };
  }
}

/** What a person's bell would show. */
export async function bell(person: Person): Promise<SwNotification[]> {
  const fields = [
    "kind",
    "subject_type",
    "subject_id",
    "subject_label",
    "subject_count",
    "account_label",
    "account_count",
    "actor_name",
    "value",
    "read_at",
  ];
  return (await person.as()).list(
    "sw_notification",
    new DrupalJsonApiParams().addFields("sw_notification--sw_notification", fields).addSort("occurred_at"),
  );
}

/** A task that the manager gives to somebody. */
export async function assign(
  brand: Brand,
  title: string,
  to: Person,
  attributes: Record<string, unknown> = {},
): Promise<string> {
  const manager = await brand.people.manager.as();
  return (
    await manager.create(
      "sw_task",
      resource(
        "sw_task",
        { title, ...attributes },
        { assignee: ref("user", to.id), account: ref("sw_account", brand.account) },
      ),
    )
  ).id;
}

/** What a person is told, once they are. */
export const notice = (person: Person, test: (row: Awaited<ReturnType<typeof bell>>[number]) => boolean) =>
  until("a notification", async () => (await bell(person)).find(test));

/** What a test file works with, from its first test on. */
interface Setting {
  readonly catcher: MailCatcher;
  readonly world: World;
  readonly brands: readonly Brand[];
}

/** A world with its brands and a mail server for a whole test file. Between two tests the mail server forgets, and behaves again. */
export function inWorld(brands: readonly Parameters<World["brand"]>[], take: (setting: Setting) => void): void {
  let catcher: MailCatcher | undefined;
  let world: World | undefined;
  beforeAll(async () => {
    catcher = await startMailCatcher();
    world = await World.create(catcher.port);
    const made: Brand[] = [];
    for (const brand of brands) made.push(await world.brand(...brand));
    await world.run(made);
    take({ catcher, world, brands: made });
  }, 180_000);
  afterAll(async () => {
    await world?.close();
    await catcher?.close();
  });
  afterEach(() => {
    catcher?.behave("accept");
    catcher?.clear();
  });
}
