import { createHmac } from "node:crypto";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { deterministicUuid } from "../deterministic-uuid.ts";
import type { BackendClient } from "./client.ts";
import { BackendError } from "./errors.ts";
import { ServiceSession, SignInRefused } from "./service-account.ts";

/** Business roles that a service's own user can have; `account_mailer` is one of the platform, the others of a brand. */
export type ServiceRole = "service" | "scheduler" | "connector" | "account_mailer";

/** Where a service's user belongs; null: to the platform. */
type Place = string | null;

/**
 * The services' own users: one per role and brand, made when a brand is first served, and one that sends mails about accounts. A service never
 * acts as the platform's account, which makes them and follows the outbox, and sees no brand's data.
 */
export class BrandAccounts {
  private readonly sessions = new Map<string, ServiceSession>();
  private readonly ensuring = new Map<string, Promise<void>>();

  constructor(
    private readonly baseUrl: string,
    private readonly platform: ServiceSession,
    /** Passwords are derived from it: nobody chooses, keeps or sees them. */
    private readonly secret: string,
  ) {}

  /** The backend as the service's user of that role sees it. Throws what signing in and creating throw. */
  async client(brandId: Place, role: ServiceRole, requestId: string): Promise<BackendClient> {
    const session = this.sessionOf(brandId, role);
    if (!session.isOpen) await this.ensured(brandId, role);
    return session.client(requestId);
  }

  /** Once for all who ask meanwhile: a password that is given again ends the sessions that were opened with it. */
  private ensured(brandId: Place, role: ServiceRole): Promise<void> {
    const key = keyOf(brandId, role);
    const ensuring = this.ensuring.get(key) ?? this.ensure(brandId, role).finally(() => this.ensuring.delete(key));
    this.ensuring.set(key, ensuring);
    return ensuring;
  }

  /** Work of the service's user of that role; after a failure the next one signs in again. */
  async acting<Answer>(
    brandId: Place,
    role: ServiceRole,
    work: (client: (requestId: string) => Promise<BackendClient>) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await work((requestId) => this.client(brandId, role, requestId));
    } catch (error) {
      this.expire(brandId, role);
      throw error;
    }
  }

  /** After a failure: the next call signs in again. */
  expire(brandId: Place, role: ServiceRole): void {
    this.sessionOf(brandId, role).expire();
  }

  private sessionOf(brandId: Place, role: ServiceRole): ServiceSession {
    const key = keyOf(brandId, role);
    const session = this.sessions.get(key) ?? new ServiceSession(this.baseUrl, this.accountOf(brandId, role));
    this.sessions.set(key, session);
    return session;
  }

  private accountOf(brandId: Place, role: ServiceRole) {
    const password = createHmac("sha256", this.secret)
      .update(`${role}/${nameOf(brandId)}`)
      .digest("base64url");
    return { name: `${role}-${nameOf(brandId)}`, password };
  }

  /**
   * Opens the user's session. It is looked for before it signs in: a backend counts sign-ins that fail, and refuses everybody's after too many.
   * Where the secret is another one than when it was created, it is given the password that is derived now.
   */
  private async ensure(brandId: Place, role: ServiceRole): Promise<void> {
    const id = deterministicUuid(`service-user/${nameOf(brandId)}/${role}`);
    try {
      const platform = await this.platform.client("service-accounts");
      if (!(await versionOf(platform, id))) await this.create(platform, { id, brandId, role });
      if (await this.signsIn(brandId, role)) return;
      const version = await versionOf(platform, id);
      const { password } = this.accountOf(brandId, role);
      await platform.update("user", {
        type: "user--user",
        id,
        attributes: { version, pass: password, status: true, user_type: "service" },
      });
    } catch (error) {
      this.platform.expire();
      throw error;
    }
  }

  private async create(
    platform: BackendClient,
    { id, brandId, role }: { readonly id: string; readonly brandId: Place; readonly role: ServiceRole },
  ): Promise<void> {
    const { name, password } = this.accountOf(brandId, role);
    try {
      await platform.create("user", {
        type: "user--user",
        id,
        attributes: {
          name,
          pass: password,
          status: true,
          // Read in histories of every brand, in either language.
          full_name: "Service",
          user_type: "service",
          business_roles: [role],
        },
        ...(brandId && { relationships: { brand: { data: { type: "sw_brand--sw_brand", id: brandId } } } }),
      });
    } catch (error) {
      // Another host may have made it just now.
      if (!(error instanceof BackendError && (error.status === 409 || error.status === 422))) throw error;
    }
  }

  private async signsIn(brandId: Place, role: ServiceRole): Promise<boolean> {
    try {
      await this.sessionOf(brandId, role).client("service-accounts");
      return true;
    } catch (error) {
      if (error instanceof SignInRefused) return false;
      throw error;
    }
  }
}

const nameOf = (brandId: Place) => brandId ?? "platform";
const keyOf = (brandId: Place, role: ServiceRole) => `${role} ${nameOf(brandId)}`;

/** Undefined where there is no such user. */
async function versionOf(platform: BackendClient, id: string): Promise<number | undefined> {
  const found = await platform.list(
    "user",
    new DrupalJsonApiParams().addFields("user--user", ["version"]).addFilter("id", id),
  );
  return found[0]?.version;
}
