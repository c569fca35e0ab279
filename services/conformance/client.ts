import { isDeepStrictEqual } from "node:util";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What a case expected and what came instead. */
export class Mismatch extends Error {
  override name = "Mismatch";
  readonly expected: string;
  readonly got: string;
  readonly request: string;

  constructor(expected: string, got: string, request: string) {
    super(`expected ${expected}, got ${got}`);
    this.expected = expected;
    this.got = got;
    this.request = request;
  }
}

export interface Problem {
  readonly status?: number;
  readonly detail?: string | RegExp;
  readonly pointer?: string | RegExp;
  readonly code?: string;
}

function show(value: unknown): string {
  const text = value instanceof RegExp ? String(value) : JSON.stringify(value);
  return (text ?? "undefined").slice(0, 600);
}

/** An answer with the questions that cases ask of it. Places are JSON Pointers. */
export class Reply {
  readonly request: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Json | undefined;

  constructor(request: string, response: Response, text: string) {
    this.request = request;
    this.status = response.status;
    this.headers = response.headers;
    this.text = text;
    this.json = parse(text);
  }

  fail(expected: string, got: string): never {
    throw new Mismatch(expected, `${got}\n    answer: ${this.status} ${this.text.slice(0, 700)}`, this.request);
  }

  is(status: number): this {
    if (this.status !== status) this.fail(`status ${status}`, `status ${this.status}`);
    return this;
  }

  at(pointer: string): Json | undefined {
    let value: Json | undefined = this.json;
    for (const part of pointer.split("/").slice(1)) {
      if (value === null || typeof value !== "object") return undefined;
      value = Array.isArray(value) ? value[Number(part)] : Object.hasOwn(value, part) ? value[part] : undefined;
    }
    return value;
  }

  has(pointer: string, expected: unknown): this {
    const got = this.at(pointer);
    const matches =
      expected instanceof RegExp ? typeof got === "string" && expected.test(got) : isDeepStrictEqual(got, expected);
    if (!matches) this.fail(`${pointer} = ${show(expected)}`, `${pointer} = ${show(got)}`);
    return this;
  }

  /** Drupal 10 speaks version 1.0, Drupal 11 version 1.1: they differ in nothing that the contract uses. */
  speaksJsonApi(): this {
    return this.has("/jsonapi/version", /^1\.[01]$/);
  }

  exists(pointer: string): this {
    if (this.at(pointer) === undefined) this.fail(`${pointer} to exist`, "nothing there");
    return this;
  }

  lacks(pointer: string): this {
    const got = this.at(pointer);
    if (got !== undefined) this.fail(`nothing at ${pointer}`, show(got));
    return this;
  }

  header(name: string, expected: string | RegExp | null): this {
    const got = this.headers.get(name);
    const matches = expected instanceof RegExp ? got !== null && expected.test(got) : got === expected;
    if (!matches) this.fail(`header ${name}: ${show(expected)}`, show(got));
    return this;
  }

  list(pointer = "/data"): Json[] {
    const got = this.at(pointer);
    return Array.isArray(got) ? got : this.fail(`a list at ${pointer}`, show(got));
  }

  count(expected: number, pointer = "/data"): this {
    const { length } = this.list(pointer);
    if (length !== expected) this.fail(`${expected} items at ${pointer}`, `${length} items`);
    return this;
  }

  /** One member of each item of the primary data. */
  each(pointer: string): (Json | undefined)[] {
    return this.list().map((_, index) => this.at(`/data/${index}${pointer}`));
  }

  values(pointer: string, expected: unknown[]): this {
    const got = this.each(pointer);
    if (!isDeepStrictEqual(got, expected)) this.fail(`${pointer} of the items: ${show(expected)}`, show(got));
    return this;
  }

  problem(expected: Problem, index = 0): this {
    const at = `/errors/${index}`;
    if (expected.status !== undefined) this.is(expected.status).has(`${at}/status`, String(expected.status));
    if (expected.detail !== undefined) this.has(`${at}/detail`, expected.detail);
    if (expected.pointer !== undefined) this.has(`${at}/source/pointer`, expected.pointer);
    if (expected.code !== undefined) this.has(`${at}/code`, expected.code);
    return this;
  }

  never(text: string): this {
    if (text !== "" && this.text.includes(text)) this.fail(`no "${text}" anywhere in the answer`, "it is there");
    return this;
  }

  get id(): string {
    const id = this.at("/data/id");
    return typeof id === "string" ? id : this.fail("an id at /data/id", show(id));
  }
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Send {
  readonly body?: unknown;
  /** Sent as it is, instead of a JSON body. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export const jsonApi = "application/vnd.api+json";
export const atomic = 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"';

/** One browser: keeps its session cookie and its token. */
export class Client {
  readonly base: string;
  cookie = "";
  token = "";
  logoutToken = "";
  uid = "";

  constructor(base: string) {
    this.base = base.replace(/\/$/, "");
  }

  async send(method: string, path: string, { body, raw, type, headers = {} }: Send = {}): Promise<Reply> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const contentType = type === undefined ? (content === undefined ? undefined : jsonApi) : (type ?? undefined);
    const unsafe = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
    const all: Record<string, string> = {
      ...(this.cookie ? { Cookie: this.cookie } : {}),
      ...(unsafe && this.token ? { "X-CSRF-Token": this.token } : {}),
      ...(contentType ? { "Content-Type": contentType } : {}),
      ...headers,
    };
    // A blob without a type is the only body that fetch sends without a Content-Type.
    const payload = content !== undefined && type === null ? new Blob([content]) : content;
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: all,
      ...(payload === undefined ? {} : { body: payload }),
      redirect: "manual",
    });
    const sent =
      content === undefined
        ? ""
        : ` ${typeof content === "string" ? content.slice(0, 500) : `${content.byteLength} bytes`}`;
    return new Reply(`${method} ${path}${sent}`, response, await response.text());
  }

  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send("GET", path, headers ? { headers } : {});
  }

  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send("POST", path, { body, ...(headers ? { headers } : {}) });
  }

  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send("PATCH", path, { body, ...(headers ? { headers } : {}) });
  }

  remove(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send("DELETE", path, { ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) });
  }

  operations(operations: unknown[], headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send("POST", "/jsonapi/operations", {
      body: { "atomic:operations": operations },
      type: atomic,
      ...(headers ? { headers } : {}),
    });
  }

  /** POST of a resource; its type gives the address. */
  create(type: string, attributes: object, relationships: object = {}, id?: string): Promise<Reply> {
    return this.post(`/jsonapi/${type}/${type}`, document(type, { attributes, relationships, ...(id ? { id } : {}) }));
  }

  update(type: string, id: string, attributes: object, relationships: object = {}): Promise<Reply> {
    return this.patch(`/jsonapi/${type}/${type}/${id}`, document(type, { id, attributes, relationships }));
  }

  async login(name: string, pass: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const reply = await this.send("POST", "/user/login?_format=json", {
      body: { name, pass },
      type: "application/json",
      headers,
    });
    const cookie = reply.headers.get("set-cookie")?.split(";")[0];
    if (reply.status === 200 && cookie) {
      this.cookie = cookie;
      this.token = String(reply.at("/csrf_token"));
      this.logoutToken = String(reply.at("/logout_token"));
      this.uid = String(reply.at("/current_user/uid"));
    }
    return reply;
  }
}

export function document(type: string, resource: object): object {
  return { data: { type: `${type}--${type}`, ...resource } };
}

/** An operation that adds, of an atomic request. */
export function add(type: string, resource: object): object {
  return { op: "add", ...document(type, resource) };
}

/** An operation that adds many rows of one type without journal. */
export function addRows(type: string, fields: readonly unknown[], rows: readonly unknown[]): object {
  return { op: "add-rows", type: `${type}--${type}`, fields, rows };
}

export function one(type: string, id: string): object {
  return { data: { type: `${type}--${type}`, id } };
}

export function many(type: string, ids: readonly string[]): object {
  return { data: ids.map((id) => ({ type: `${type}--${type}`, id })) };
}
