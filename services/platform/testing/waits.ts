/** Milliseconds that requests took. */
export interface Wait {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export type Waits = Readonly<Record<string, Wait>>;

interface Asked {
  readonly url: string;
  readonly headers?: Record<string, string>;
}

const every = 250;

/** How long these requests take while the work goes on, asked one after the other, four times a second at most. */
export async function monitorOf<Answer>(
  asked: Readonly<Record<string, Asked>>,
  work: () => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly waits: Waits }> {
  let over = false;
  const watching = Object.entries(asked).map(async ([name, { url, headers = {} }]) => {
    const times: number[] = [];
    while (!over) {
      const started = performance.now();
      const status = await answered(url, headers);
      if (status !== 200) throw new Error(`${url} answers ${status}`);
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, every));
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return [name, { count: times.length, p50: at(0.5), p99: at(0.99), most: at(1) }] as const;
  });
  try {
    const answer = await work();
    over = true;
    return { answer, waits: Object.fromEntries(await Promise.all(watching)) };
  } finally {
    over = true;
    await Promise.allSettled(watching);
  }
}

/** A server that answered nobody for seconds may close a connection in the moment that it is used again: the waiting goes on. */
async function answered(url: string, headers: Record<string, string>): Promise<number> {
  for (let tries = 1; ; tries += 1)
    try {
      const response = await fetch(url, { headers });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      if (tries === 3) throw error;
    }
}
