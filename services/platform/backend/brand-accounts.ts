import { createHmac } from "node:crypto";
import { deterministicUuid } from "../deterministic-uuid.ts";
import type { BackendClient } from "./client.ts";
import { BackendError } from "./errors.ts";
import { ServiceSession, SignInRefused } from "./service-account.ts";

/** Business roles that a service's own user can have in a brand. */
export type ServiceRole = "service" | "scheduler";

/**
 * The services' own users: one per role and brand, made when a brand is first served. A service never acts as the platform's account, which
 * makes them and follows the outbox, and sees no brand's data.
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

  /** The backend as the service's user of that role sees the brand. Throws what signing in and creating throw. */
  async client(brandId: string, role: ServiceRole, requestId: string): Promise<BackendClient> {
    const session = this.sessionOf(brandId, role);
    try {
      return await session.client(requestId);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      await this.ensured(brandId, role);
      return session.client(requestId);
    }
  }

  /** Once for all who ask meanwhile: a password that is given again ends the sessions that were opened with it. */
  private ensured(brandId: string, role: ServiceRole): Promise<void> {
    const key = `${role} ${brandId}`;
    const ensuring = this.ensuring.get(key) ?? this.ensure(brandId, role).finally(() => this.ensuring.delete(key));
    this.ensuring.set(key, ensuring);
    return ensuring;
  }

  /** After a failure: the next call signs in again. */
  expire(brandId: string, role: ServiceRole): void {
    this.sessionOf(brandId, role).expire();
  }

  private sessionOf(brandId: string, role: ServiceRole): ServiceSession {
    const key = `${role} ${brandId}`;
    const session = this.sessions.get(key) ?? new ServiceSession(this.baseUrl, this.accountOf(brandId, role));
    this.sessions.set(key, session);
    return session;
  }

  private accountOf(brandId: string, role: ServiceRole) {
    const password = createHmac("sha256", this.secret).update(`${role}/${brandId}`).digest("base64url");
    return { name: `${role}-${brandId}`, password };
  }

  /** Creates the user, or gives it the password that is derived now: the secret may be another one than when it was created. */
  private async ensure(brandId: string, role: ServiceRole): Promise<void> {
    const { name, password } = this.accountOf(brandId, role);
    const id = deterministicUuid(`service-user/${brandId}/${role}`);
    const platform = await this.platform.client("service-accounts");
    try {
      await platform.create("user", {
        type: "user--user",
        id,
        attributes: {
          name,
          pass: password,
          status: true,
          full_name: "SoftWhere",
          user_type: "internal",
          business_roles: [role],
        },
        relationships: { brand: { data: { type: "sw_brand--sw_brand", id: brandId } } },
      });
    } catch (error) {
      const exists = error instanceof BackendError && (error.status === 409 || error.status === 422);
      if (!exists) {
        this.platform.expire();
        throw error;
      }
      // Another host may have made it just now.
      if (await this.signsIn(brandId, role)) return;
      const { version } = await platform.get("user", id);
      await platform.update("user", { type: "user--user", id, attributes: { version, pass: password, status: true } });
    }
  }

  private async signsIn(brandId: string, role: ServiceRole): Promise<boolean> {
    try {
      await this.sessionOf(brandId, role).client("service-accounts");
      return true;
    } catch (error) {
      if (error instanceof SignInRefused) return false;
      throw error;
    }
  }
}
