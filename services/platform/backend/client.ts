import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { Jsona } from "jsona";
import { NextDrupal } from "next-drupal";
import * as z from "zod";
import type { EntityMap, EntityTypeName } from "../../model/generated/entities.ts";
import { aggregateAddress, type AggregateGroup, type AggregateQuery, groupsOf, mayLackGroups } from "./aggregates.ts";
import {
  type AccountMail,
  accountMailDocument,
  outboxDocument,
  type OutboxHeads,
  type OwnSessions,
  type Recipient,
  recipientsDocument,
  sessionsDocument,
  type SiteField,
  siteFieldsDocument,
  waitingMailsDocument,
} from "./documents.ts";
import { BackendError, BackendUnreachable, backendError, backendErrorOf } from "./errors.ts";
import { timeLimit } from "../time-limit.ts";
import { uploadDisposition } from "./file-name.ts";

const atomicMediaType = 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"';

const jsona = new Jsona();

export type { AggregateGroup } from "./aggregates.ts";

export interface Identifier {
  type: string;
  id: string;
}

export interface ResourceWrite {
  type: string;
  id?: string;
  attributes?: Record<string, unknown>;
  relationships?: Record<string, { data: Identifier | Identifier[] | null }>;
}

export type AtomicOperation =
  | { op: "add" | "update"; data: ResourceWrite }
  | AddRows
  | { op: "remove"; ref: Identifier & { meta?: RemovalMeta } };

/**
 * Many rows of one type without journal. A row has a value for each of the fields, as on the wire: of a reference the target's id, or a list
 * of them where the field holds several. At most 50,000 in a request.
 */
export interface AddRows {
  op: "add-rows";
  type: string;
  fields: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** What a removal says besides its target: the version it is based on, the caller's own request that made the row, and that others may go on referring to it. */
type RemovalMeta = { version?: number; undo?: string; leave_references?: boolean };

const atomicDocument = z.object({
  "atomic:results": z.array(
    z.looseObject({
      data: z
        .looseObject({ id: z.string(), attributes: z.looseObject({ version: z.number().optional() }).optional() })
        .nullish(),
    }),
  ),
});

const entryPoint = z.looseObject({
  meta: z.looseObject({ links: z.looseObject({ me: z.looseObject({ meta: z.looseObject({ id: z.string() }) }) }) }),
});

const progressDocument = z.object({ meta: z.object({ done: z.number(), total: z.number() }) });

/** A page of rows to be read together with others. */
export interface PageRead {
  readonly type: EntityTypeName;
  readonly params: DrupalJsonApiParams;
}

/** What the backend takes in one request: reads, and bytes of its body. */
const readsAtOnce = 10;
const bytesAtOnce = 60_000;

function inRequests(addresses: readonly string[]): string[][] {
  const parts: string[][] = [];
  let bytes = 0;
  for (const address of addresses) {
    const last = parts.at(-1);
    // What stands around each address in the body is less than a hundred bytes.
    bytes += address.length + 100;
    if (last && last.length < readsAtOnce && bytes <= bytesAtOnce) last.push(address);
    else {
      parts.push([address]);
      bytes = address.length + 100;
    }
  }
  return parts;
}

const pageLinks = z.object({ links: z.object({ next: z.object({ href: z.string() }).optional() }).optional() });

const subrequestsDocument = z.record(
  z.string(),
  z.object({ body: z.string(), headers: z.object({ status: z.array(z.union([z.number(), z.string()])) }) }),
);

export interface BackendClientOptions {
  /** Base URL of the backend, without trailing slash. */
  readonly baseUrl: string;
  /** The user's session cookie at the backend, as a Cookie header. */
  readonly cookie: string;
  readonly csrfToken: string;
  /** Address of the person behind the call, so that the backend's limits tell people apart. Absent for a service's own calls. */
  readonly clientAddress?: string | undefined;
  /** Groups what the journal records. */
  readonly requestId: string;
  /** Why the journal says that a change happened; a user's own doing where nothing is said. */
  readonly cause?: "import" | "connector" | "rule";
  /** The id of the request that these writes take back, for the journal. */
  readonly undoes?: string;
}

/** The backend as one signed-in user sees it. One instance per request and user, never shared. */
export class BackendClient {
  private readonly drupal: NextDrupal;

  constructor(private readonly options: BackendClientOptions) {
    this.drupal = new NextDrupal(options.baseUrl, {
      fetcher: (input: unknown, init?: RequestInit) => this.fetch(String(input), init),
      deserializer: (body) => jsona.deserialize(body as Parameters<typeof jsona.deserialize>[0]),
      useDefaultEndpoints: true,
      throwJsonApiErrors: true,
    });
  }

  /** A page of at most 500 resources. Name the fields: without them the page is 50. */
  async list<T extends EntityTypeName>(type: T, params: DrupalJsonApiParams): Promise<EntityMap[T][]> {
    return this.drupal.getResourceCollection<EntityMap[T][]>(`${type}--${type}`, { params: params.getQueryObject() });
  }

  /** Every resource of the filter, page after page. */
  async listAll<T extends EntityTypeName>(type: T, params: () => DrupalJsonApiParams): Promise<EntityMap[T][]> {
    const pageSize = 500;
    const all: EntityMap[T][] = [];
    for (let offset = 0; ; offset += pageSize) {
      const page = params().addCustomParam({ page: { limit: pageSize, offset } });
      const rows = await this.list(type, page);
      all.push(...rows);
      if (rows.length < pageSize) return all;
    }
  }

  /**
   * Several reads at once, whatever number of rows each finds: ten to a request, so that what a decision needs of many rows is a few requests. Each
   * read has the caller's rights; where one is refused, that refusal is thrown.
   */
  async lists<const Reads extends readonly PageRead[]>(
    reads: Reads,
  ): Promise<{ -readonly [At in keyof Reads]: EntityMap[Reads[At]["type"]][] }> {
    const addresses = reads.map(
      ({ type, params }) => `/jsonapi/${type}/${type}?${params.getQueryString({ encode: true })}`,
    );
    const rows: unknown[] = [];
    for await (const document of this.together(addresses)) rows.push(await this.withFurtherPages(document));
    return rows as { -readonly [At in keyof Reads]: EntityMap[Reads[At]["type"]][] };
  }

  async get<T extends EntityTypeName>(type: T, id: string, params?: DrupalJsonApiParams): Promise<EntityMap[T]> {
    // The generated types say what the contract gives; next-drupal's own resource type asks for fields of nodes.
    const resource: unknown = await this.drupal.getResource(
      `${type}--${type}`,
      id,
      params ? { params: params.getQueryObject() } : {},
    );
    return resource as EntityMap[T];
  }

  async aggregate(type: EntityTypeName, query: AggregateQuery): Promise<AggregateGroup[]> {
    return groupsOf(await (await this.request("GET", aggregateAddress(type, query))).json());
  }

  /**
   * Several aggregates at once, ten to a request; where one is refused, that refusal is thrown, and where groups may be missing an error: what is
   * added up over them would be wrong.
   */
  async aggregates(
    queries: readonly (AggregateQuery & { readonly type: EntityTypeName })[],
  ): Promise<AggregateGroup[][]> {
    const found: AggregateGroup[][] = [];
    const addresses = queries.map(({ type, ...query }) => aggregateAddress(type, query));
    for await (const document of this.together(addresses)) found.push(groupsOf(document));
    if (found.some(mayLackGroups)) throw new Error("More groups than the backend answers.");
    return found;
  }

  /** How many rows the filter finds. */
  async count(type: EntityTypeName, filter?: DrupalJsonApiParams): Promise<number> {
    return (await this.aggregate(type, filter ? { filter } : {}))[0]?.count ?? 0;
  }

  /** The fields that site builders added to a type, as far as the user may see them. */
  async siteFields(type: EntityTypeName): Promise<SiteField[]> {
    const response = await this.request("GET", `/jsonapi/site-fields/${type}`);
    return siteFieldsDocument.parse(await response.json()).meta.fields;
  }

  /** Who of at most 100 people may see which of at most 500 rows. For the service that tells people of changes; others are refused. */
  async recipients(question: {
    type: EntityTypeName;
    ids: readonly string[];
    users: readonly string[];
    permissions?: readonly string[];
  }): Promise<Recipient[]> {
    const response = await this.request("POST", "/jsonapi/recipients", { meta: question });
    return recipientsDocument.parse(await response.json()).meta.recipients;
  }

  /** Mails about people's own accounts that nobody has taken up yet. For the user that sends them; others are refused. */
  async waitingMails(): Promise<string[]> {
    const response = await this.request("GET", "/jsonapi/account-mails");
    return waitingMailsDocument.parse(await response.json()).meta.waiting;
  }

  /** One of them; null where there is nobody to send it to any more. */
  async takeMail(id: string): Promise<AccountMail | null> {
    const response = await this.request("POST", "/jsonapi/account-mails", { meta: { id } });
    return accountMailDocument.parse(await response.json()).meta.mail;
  }

  /** Creates a resource and gives it back. Throws `BackendError`. */
  async create<T extends EntityTypeName>(type: T, resource: ResourceWrite): Promise<EntityMap[T]> {
    const response = await this.request("POST", `/jsonapi/${type}/${type}`, { data: resource });
    return this.deserialize<EntityMap[T]>(await response.json());
  }

  /** Sends a resource and gives the answered one back. Throws `BackendError`. */
  async update<T extends EntityTypeName>(type: T, resource: ResourceWrite & { id: string }): Promise<EntityMap[T]> {
    const response = await this.request("PATCH", `/jsonapi/${type}/${type}/${resource.id}`, { data: resource });
    return this.deserialize<EntityMap[T]>(await response.json());
  }

  /** All or nothing. Gives the ids and new versions back, in order; of many rows in one operation neither. */
  async operate(
    operations: readonly AtomicOperation[],
  ): Promise<{ id: string | undefined; version: number | undefined }[]> {
    const response = await this.request(
      "POST",
      "/jsonapi/operations",
      { "atomic:operations": operations },
      { "Content-Type": atomicMediaType, Prefer: "return=minimal" },
    );
    const results = atomicDocument.parse(await response.json())["atomic:results"];
    return results.map(({ data }) => ({ id: data?.id, version: data?.attributes?.version }));
  }

  /** How far this user's request with that id is; null where none is known. */
  async progress(requestId: string): Promise<{ done: number; total: number } | null> {
    try {
      const response = await this.request("GET", `/jsonapi/operations/${encodeURIComponent(requestId)}`);
      return progressDocument.parse(await response.json()).meta;
    } catch (error) {
      if (error instanceof BackendError && error.status === 404) return null;
      throw error;
    }
  }

  /** Puts bytes into a file field of an existing row. */
  async upload(type: EntityTypeName, id: string, field: string, fileName: string, content: Uint8Array): Promise<void> {
    const response = await this.fetch(`${this.options.baseUrl}/jsonapi/${type}/${type}/${id}/${field}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", "Content-Disposition": uploadDisposition(fileName) },
      body: new Uint8Array(content),
    });
    if (!response.ok) throw await backendError(response);
  }

  /** A file's bytes, streamed. */
  async download(path: string): Promise<Response> {
    return this.request("GET", path);
  }

  /**
   * The heads of all brands' journals: at once where `after` isn't their mark any more, else when something was written or after
   * `wait` seconds. For the platform's services; others are refused.
   */
  async outbox(question: { after?: string | undefined; wait?: number; signal?: AbortSignal }): Promise<OutboxHeads> {
    const query = new URLSearchParams({
      ...(question.after && { after: question.after }),
      wait: String(question.wait ?? 0),
    });
    const response = await this.fetch(`${this.options.baseUrl}/jsonapi/outbox?${query}`, {
      ...(question.signal && { signal: question.signal }),
    });
    if (!response.ok) throw await backendError(response);
    return outboxDocument.parse(await response.json()).meta;
  }

  /** The signed-in user's own row. */
  async me(): Promise<EntityMap["user"]> {
    const document: unknown = await (await this.request("GET", "/jsonapi")).json();
    const params = new DrupalJsonApiParams().addInclude(["brand"]);
    return this.get("user", entryPoint.parse(document).meta.links.me.meta.id, params);
  }

  /** The person's open sessions, the last used first, and the seconds that a session lives. */
  async ownSessions(): Promise<OwnSessions> {
    const response = await this.request("GET", "/jsonapi/sessions");
    return sessionsDocument.parse(await response.json()).meta;
  }

  /** Ends all the person's sessions but the one that asks. */
  async endOtherSessions(): Promise<void> {
    await this.request("DELETE", "/jsonapi/sessions");
  }

  async isSignedIn(): Promise<boolean> {
    const response = await this.fetch(`${this.options.baseUrl}/user/login_status?_format=json`);
    return (await response.text()).trim().replaceAll('"', "") === "1";
  }

  /** Asked again once: a backend that restarts or is busy must not keep the session of somebody who left. */
  async signOut(logoutToken: string, tries = 2): Promise<void> {
    const address = `${this.options.baseUrl}/user/logout?_format=json&token=${encodeURIComponent(logoutToken)}`;
    const response = await this.fetch(address, { method: "POST" }).catch(() => undefined);
    if (!response?.ok && tries > 1 && (await this.isSignedIn().catch(() => true)))
      await this.signOut(logoutToken, tries - 1);
  }

  deserialize<T>(document: unknown): T {
    return this.drupal.deserialize(document as Parameters<NextDrupal["deserialize"]>[0]) as T;
  }

  /** A list's rows, and those of the pages that follow it. */
  private async withFurtherPages(first: unknown): Promise<unknown[]> {
    const rows: unknown[] = [];
    for (let document = first; ; ) {
      rows.push(...this.deserialize<unknown[]>(document));
      const next = pageLinks.safeParse(document).data?.links?.next?.href;
      if (!next) return rows;
      const { pathname, search } = new URL(next);
      document = await (await this.request("GET", pathname + search)).json();
    }
  }

  /** What is found at these addresses, in their order. Each is read with the caller's rights. */
  private async *together(addresses: readonly string[]): AsyncGenerator<unknown> {
    for (const part of inRequests(addresses)) {
      const response = await this.request(
        "POST",
        "/subrequests?_format=json",
        part.map((uri, index) => ({ requestId: `r${index}`, action: "view", uri })),
      );
      const answers = subrequestsDocument.parse(await response.json());
      for (const index of part.keys()) {
        const answer = answers[`r${index}`];
        const status = Number(answer?.headers.status[0] ?? 500);
        const document: unknown = JSON.parse(answer?.body || "{}");
        if (status >= 400) throw backendErrorOf(status, document);
        yield document;
      }
    }
  }

  private async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await this.fetch(this.options.baseUrl + path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/vnd.api+json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await backendError(response);
    return response;
  }

  private async fetch(url: string, init?: RequestInit): Promise<Response> {
    const headers = new Headers(init?.headers);
    headers.set("Cookie", this.options.cookie);
    headers.set("X-CSRF-Token", this.options.csrfToken);
    headers.set("X-Request-Id", this.options.requestId);
    if (this.options.clientAddress) headers.set("X-Forwarded-For", this.options.clientAddress);
    if (this.options.cause) headers.set("X-SW-Cause", this.options.cause);
    if (this.options.undoes) headers.set("X-SW-Undoes", this.options.undoes);
    try {
      const signal = timeLimit(120_000, init?.signal ?? undefined);
      return await fetch(url, { ...init, headers, redirect: "manual", signal });
    } catch (cause) {
      throw new BackendUnreachable("The backend does not answer.", { cause });
    }
  }
}
