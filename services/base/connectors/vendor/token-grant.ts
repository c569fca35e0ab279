import type { EgressRequest } from "../../../platform/egress/egress.ts";
import { failure, success } from "../../../platform/result.ts";
import type { VendorResult } from "./failure.ts";
import { valueAt } from "./record.ts";
import type { VendorOperation } from "./vendor.ts";

/** It is asked for anew so long before it ends. */
const early = 10_000;
/** Where the vendor doesn't say how long it holds. */
const usually = 60;

/** What a connection keeps where a client's id and its key are asked for: `id:key`. */
const partsOf = (secret: string): readonly [string, string] => {
  const at = secret.indexOf(":");
  return at < 0 ? [secret, ""] : [secret.slice(0, at), secret.slice(at + 1)];
};

/** All that must be read nowhere. */
export const secretsOf = (secret: string): readonly string[] => [secret, partsOf(secret)[1]];

/** Where a token is asked for (RFC 6749, 4.4). Another one does no harm. */
export const tokenAsked = (path: string): VendorOperation => ({
  method: "POST",
  path,
  isHarmless: true,
  query: {},
  record: "",
  pages: false,
  first: [],
  too_old: [],
  fields: {},
});

/** The token that a vendor gives for a client's id and key. A new one may end the one before: all who speak there have one, and it is asked for once. */
export class TokenGrant {
  #known: { readonly token: string; readonly until: number } | undefined;
  #asking: Promise<VendorResult<{ readonly token: string; readonly isNew: boolean }>> | undefined;

  constructor(
    private readonly secret: string,
    private readonly ask: (request: Pick<EgressRequest, "headers" | "body">) => Promise<VendorResult<unknown>>,
  ) {}

  /** `isNew`: nobody has tried it yet. */
  async token(): Promise<VendorResult<{ readonly token: string; readonly isNew: boolean }>> {
    if (this.#known && this.#known.until > Date.now()) return success({ token: this.#known.token, isNew: false });
    this.#asking ??= this.#asked().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  forget(token: string): void {
    if (this.#known?.token === token) this.#known = undefined;
  }

  async #asked(): Promise<VendorResult<{ readonly token: string; readonly isNew: boolean }>> {
    const [client, key] = partsOf(this.secret);
    const form = new URLSearchParams({ client_id: client, client_secret: key, grant_type: "client_credentials" });
    const answer = await this.ask({
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: form.toString(),
    });
    // Of a client that it doesn't know it says that the request is wrong.
    if (!answer.ok)
      return answer.failure.code === "refused" ? failure({ ...answer.failure, code: "unauthorized" }) : answer;
    const [token, seconds] = [valueAt(answer.value, ["access_token"]), valueAt(answer.value, ["expires_in"])];
    if (typeof token !== "string" || token === "")
      return failure({ code: "schema_drift", message: "the answer is not as described: access_token is missing" });
    const holds = typeof seconds === "number" && seconds > 0 ? seconds : usually;
    this.#known = { token, until: Date.now() + holds * 1_000 - early };
    return success({ token, isNew: true });
  }
}
