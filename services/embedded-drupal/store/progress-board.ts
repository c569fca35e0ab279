const kept = 10 * 60_000;
const mostKept = 10_000;

export interface Progress {
  readonly user: number;
  /** What the request identified itself with, so that its progress can be told without asking the busy database. */
  readonly credential: string;
  readonly total: number;
  done: number;
  state: "running" | "done" | "failed";
  until: number;
}

/** How far atomic requests are. Kept by this process, because the database's transaction shows nothing until it ends. */
export class ProgressBoard {
  readonly #entries = new Map<string, Progress>();

  start(request: Pick<Progress, "user" | "credential" | "total"> & { readonly requestId: string }): Progress {
    this.#forget();
    const entry: Progress = {
      user: request.user,
      credential: request.credential,
      total: request.total,
      done: 0,
      state: "running",
      until: Number.POSITIVE_INFINITY,
    };
    this.#entries.set(key(entry.user, request.requestId), entry);
    return entry;
  }

  end(entry: Progress, state: "done" | "failed"): void {
    entry.state = state;
    if (state === "done") entry.done = entry.total;
    entry.until = Date.now() + kept;
  }

  find(user: number, requestId: string): Progress | undefined {
    const entry = this.#entries.get(key(user, requestId));
    return entry && entry.until > Date.now() ? entry : undefined;
  }

  /** The running request of the same credential. */
  ofCredential(credential: string, requestId: string): Progress | undefined {
    for (const entry of this.#entries.values()) {
      if (entry.state === "running" && entry.credential === credential && this.find(entry.user, requestId) === entry)
        return entry;
    }
    return undefined;
  }

  #forget(): void {
    const now = Date.now();
    for (const [id, { until }] of this.#entries)
      if (until <= now || (this.#entries.size > mostKept && Number.isFinite(until))) this.#entries.delete(id);
  }
}

function key(user: number, requestId: string): string {
  return `${user} ${requestId}`;
}
