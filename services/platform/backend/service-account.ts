import * as z from "zod";
import { BackendClient } from "./client.ts";
import { BackendUnreachable } from "./errors.ts";

/** A service's own user: it sees and may do what that user may, nothing more. */
export interface ServiceAccount {
  readonly name: string;
  readonly password: string;
}

/** The backend refused name and password. */
export class SignInRefused extends Error {
  override name = "SignInRefused";
}

const loginDocument = z.object({
  csrf_token: z.string(),
  current_user: z.object({ uid: z.union([z.string(), z.number()]) }),
});

/** A session that nobody uses ends after a day, any other after two weeks: a new one is opened well before. */
const renewedAfter = 12 * 3_600_000;

/** Opens and renews the account's session. */
export class ServiceSession {
  private opened: Promise<{ cookie: string; csrfToken: string }> | undefined;
  private openedAt = 0;

  constructor(
    private readonly baseUrl: string,
    private readonly account: ServiceAccount,
  ) {}

  get isOpen(): boolean {
    return this.opened !== undefined && Date.now() - this.openedAt < renewedAfter;
  }

  /** Throws `SignInRefused` or `BackendUnreachable`. */
  async client(requestId: string): Promise<BackendClient> {
    const opened = this.isOpen && this.opened ? this.opened : this.signIn();
    if (this.opened !== opened) {
      this.opened = opened;
      this.openedAt = Date.now();
    }
    try {
      return new BackendClient({ baseUrl: this.baseUrl, ...(await opened), requestId, cause: "rule" });
    } catch (error) {
      this.opened = undefined;
      throw error;
    }
  }

  /** Forgets the session; the next call signs in again. */
  expire(): void {
    this.opened = undefined;
  }

  private async signIn(): Promise<{ cookie: string; csrfToken: string }> {
    const response = await fetch(`${this.baseUrl}/user/login?_format=json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name: this.account.name, pass: this.account.password }),
    }).catch((cause: unknown) => {
      throw new BackendUnreachable("The backend does not answer.", { cause });
    });
    // Wrong words are answered 400: with 403 it takes no sign-ins from here for a while, whoever asks.
    if (response.status >= 500 || response.status === 403)
      throw new BackendUnreachable(`The backend answered ${response.status}.`);
    if (!response.ok)
      throw new SignInRefused(`The service account ${this.account.name} could not sign in (${response.status}).`);
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
