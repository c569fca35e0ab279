import { Piscina } from "piscina";
import { timeLimit } from "../time-limit.ts";

/** The work ran out of memory or time. The process goes on; only the worker ended. */
export class TooDemanding extends Error {
  override name = "TooDemanding";
}

export interface WorkerLimits {
  readonly megabytes: number;
  readonly seconds: number;
}

/**
 * Runs one function of a module in worker threads with limits of their own: what people send is read there, so that a hostile file dies alone and
 * a large one holds up nobody. Threads end when they have nothing to do.
 */
export function workerPool<Input, Output>(module: URL, name: string, { megabytes, seconds }: WorkerLimits) {
  let pool: Piscina<Input, Output> | undefined;
  return {
    /** Throws `TooDemanding`, or what the function throws. */
    async run(input: Input): Promise<Output> {
      pool ??= new Piscina<Input, Output>({
        filename: module.href,
        name,
        minThreads: 0,
        maxThreads: 1,
        // What it has read into stays its own as long as it lives: the next file may need a thread, this one's work goes on without.
        idleTimeout: 2_000,
        // Ours is TypeScript, whatever started this process.
        execArgv: ["--import", "tsx"],
        resourceLimits: { maxOldGenerationSizeMb: megabytes },
      });
      const demanding = new AbortController();
      const limit = timeLimit(seconds * 1000, demanding.signal);
      // What is unpacked lies in buffers outside of the heap that a thread can be held to: the process's growth tells.
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > 1.5 * megabytes * 2 ** 20) demanding.abort();
      }, 50);
      try {
        return await pool.run(input, { signal: limit });
      } catch (cause) {
        const outOfMemory = cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
        if (limit.aborted || outOfMemory) throw new TooDemanding("The work ran out of memory or time.", { cause });
        throw cause;
      } finally {
        clearInterval(watch);
      }
    },
    close: async () => pool?.destroy(),
  };
}
