/** A signed-in JSON:API client for scripts: session cookie, CSRF token, atomic operations. Works against either backend. */

export interface ResourceObject {
  type: string;
  id: string;
  attributes?: Record<string, unknown>;
  relationships?: Record<string, { data: Identifier | Identifier[] | null }>;
}

export interface Identifier {
  type: string;
  id: string;
}

export type Operation =
  | { op: "add" | "update"; data: ResourceObject }
  | { op: "add-rows"; type: string; fields: readonly string[]; rows: readonly (readonly unknown[])[] }
  | { op: "remove"; ref: Identifier };

export class RequestError extends Error {
  override name = "RequestError";
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const jsonApi = "application/vnd.api+json";
const atomic = `${jsonApi}; ext="https://jsonapi.org/ext/atomic"`;

export class JsonApiClient {
  private constructor(
    private readonly baseUrl: string,
    private readonly headers: Record<string, string>,
  ) {}

  static async signIn(baseUrl: string, name: string, pass: string): Promise<JsonApiClient> {
    const response = await fetch(`${baseUrl}/user/login?_format=json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name, pass }),
    }).catch(() => {
      throw new RequestError(0, `${baseUrl} does not answer. Start it first, for example with npm start.`);
    });
    if (!response.ok) throw new RequestError(response.status, `Sign-in as ${name} was refused (${response.status}).`);
    const cookie = response.headers
      .getSetCookie()
      .map((value) => value.split(";")[0])
      .join("; ");
    const body: unknown = await response.json();
    const token = typeof body === "object" && body && "csrf_token" in body ? String(body.csrf_token) : "";
    return new JsonApiClient(baseUrl, { Cookie: cookie, "X-CSRF-Token": token, "X-SW-Cause": "import" });
  }

  async send(method: string, path: string, document?: unknown): Promise<unknown> {
    return this.request(method, path, document === undefined ? undefined : JSON.stringify(document), {
      "Content-Type": jsonApi,
    });
  }

  /** Names of the types that the backend has: `sw_account`. */
  async types(): Promise<ReadonlySet<string>> {
    const entry = (await this.send("GET", "/jsonapi")) as { readonly links: Readonly<Record<string, unknown>> };
    return new Set(Object.keys(entry.links).map((name) => name.split("--")[0] ?? name));
  }

  /** All or nothing. Answers ids and versions only. */
  async operate(operations: readonly Operation[]): Promise<void> {
    const body = JSON.stringify({ "atomic:operations": operations });
    await this.request("POST", "/jsonapi/operations", body, { "Content-Type": atomic, Prefer: "return=minimal" });
  }

  async upload(path: string, filename: string, content: Uint8Array): Promise<void> {
    await this.request("POST", path, content, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `file; filename="${filename}"`,
    });
  }

  private async request(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    headers: Record<string, string>,
  ): Promise<unknown> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { Accept: jsonApi, ...this.headers, ...(body === undefined ? {} : headers) },
      ...(body === undefined ? {} : { body: body as RequestInit["body"] & {} }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new RequestError(response.status, `${method} ${path} answered ${response.status}: ${text.slice(0, 600)}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}
