import type { AccountMails } from "../session/account-mails.ts";
import type { Viewer } from "../session/viewer.ts";
import { Scope } from "../plan/scope.ts";
import { type Fieldsets, type IncludeTree, parseFieldsets, parseInclude } from "../request/list-parameters.ts";
import type { QueryMap } from "../request/query-string.ts";
import type { RequestUrl } from "../request/request-url.ts";
import { ResourceWriter } from "../response/resource-object.ts";
import type { ProgressBoard } from "../store/progress-board.ts";
import type { JournalHeads } from "../store/journal-heads.ts";
import type { FileStorage } from "../store/file-storage.ts";
import type { WriterTurns } from "../store/turns.ts";
import type { TableStatistics } from "../store/statistics.ts";
import type { ResourceTypes } from "../store/resource-type.ts";
import type { Database } from "../../platform/database/database.ts";

/** What the server is made of, shared by all requests. */
export interface Backend {
  readonly db: Database;
  readonly types: ResourceTypes;
  readonly files: FileStorage;
  readonly statistics: TableStatistics;
  readonly progress: ProgressBoard;
  /** Only where one connection serves everyone: there long writes are many short ones. */
  readonly turns: WriterTurns | undefined;
  readonly journalHeads: JournalHeads;
  readonly accountMails: AccountMails;
  /** Who an active account is, for questions about other people's rights. */
  readonly viewerOf: (account: number) => Promise<Viewer | undefined>;
}

export interface RequestFacts {
  readonly method: string;
  readonly headers: Headers;
  readonly requestId: string;
  /** What the request identified itself with, hashed; the same for the same browser. */
  readonly credential: string;
  readonly cause: string;
  /** The id of the request that this one takes back. */
  readonly undoes?: string | undefined;
}

/** One signed-in JSON:API request on its way through plan, query and response. */
export class RequestContext {
  readonly backend: Backend;
  readonly viewer: Viewer;
  readonly url: RequestUrl;
  readonly facts: RequestFacts;
  readonly scope: Scope;
  readonly fieldsets: Fieldsets;
  readonly include: IncludeTree;

  constructor(backend: Backend, viewer: Viewer, request: { url: RequestUrl; facts: RequestFacts }) {
    this.backend = backend;
    this.viewer = viewer;
    this.url = request.url;
    this.facts = request.facts;
    this.scope = new Scope(backend.types, viewer);
    this.fieldsets = parseFieldsets(request.url.query);
    this.include = parseInclude(request.url.query);
  }

  get query(): QueryMap {
    return this.url.query;
  }

  get writer(): ResourceWriter {
    return new ResourceWriter(this.scope, this.url.origin, this.fieldsets);
  }
}
