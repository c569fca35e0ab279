import { readFileSync } from "node:fs";
import * as z from "zod";
import { BackendClient } from "./client.ts";
import { BackendUnreachable } from "./errors.ts";

const accountsFile = z.array(z.object({ name: z.string().min(1), password: z.string().min(1) }));

/** A service's own user in one brand: it sees and may do what that user may, nothing more. */
export interface ServiceAccount {
  readonly name: string;
  readonly password: string;
}

/** Reads `[{"name", "password"}]`, one account per brand. Throws `Error` naming the file. */
export function readServiceAccounts(path: string): ServiceAccount[] {
  try {
    return accountsFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path} is no list of service accounts: [{"name": "…", "password": "…"}].`, { cause });
  }
}

const loginDocument = z.object({
  csrf_token: z.string(),
  current_user: z.object({ uid: z.union([z.string(), z.number()]) }),
});
const entryPoint = z.looseObject({
  meta: z.looseObject({ links: z.looseObject({ me: z.looseObject({ meta: z.looseObject({ id: z.string() }) }) }) }),
});

/** Opens and renews the account's session. */
export class ServiceSession {
  private opened: Promise<{ cookie: string; csrfToken: string }> | undefined;

  constructor(
    private readonly baseUrl: string,
    private readonly account: ServiceAccount,
  ) {}

  async client(requestId: string): Promise<BackendClient> {
    this.opened ??= this.signIn();
    try {
      return new BackendClient({ baseUrl: this.baseUrl, ...(await this.opened), requestId, cause: "rule" });
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }

  /** Forgets the session; the next call signs in again. */
  expire(): void {
    this.opened = undefined;
  }

  /** The account's user and brand. */
  async me(): Promise<{ userId: string; brandId: string }> {
    const client = await this.client("service-start");
    const document: unknown = await (await client.download("/jsonapi")).json();
    const userId = entryPoint.parse(document).meta.links.me.meta.id;
    const { brand } = await client.get("user", userId);
    if (!brand) throw new Error(`The service account ${this.account.name} belongs to no brand.`);
    return { userId, brandId: brand.id };
  }

  private async signIn(): Promise<{ cookie: string; csrfToken: string }> {
    const response = await fetch(`${this.baseUrl}/user/login?_format=json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: this.account.name, pass: this.account.password }),
    }).catch((cause: unknown) => {
      throw new BackendUnreachable("The backend does not answer.", { cause });
    });
    if (!response.ok)
      throw new Error(`The service account ${this.account.name} could not sign in (${response.status}).`);
    const { csrf_token } = loginDocument.parse(await response.json());
    return {
      cookie: response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0] ?? "")
        .join("; "),
      csrfToken: csrf_token,
    };
  }
}
