import type * as z from "zod";

/** What a job may do besides computing. Completed steps are never repeated; one that was under way when the process died may be. */
export interface Steps {
  /** The work's answer, which must be JSON. `retry`: tried again that often, after `wait` milliseconds and then twice as long each time. */
  run<Answer>(name: string, work: () => Promise<Answer>, retry?: { times: number; wait: number }): Promise<Answer>;
  /** Waits, also beyond the end of this process. */
  sleep(milliseconds: number): Promise<void>;
}

/** Work that is finished whatever ends the process meanwhile. Everything outside steps must be the same each time it runs. */
export interface Job<Input = unknown> {
  /** Unique within its service. */
  readonly name: string;
  readonly input: z.ZodType<Input>;
  run(input: Input, steps: Steps): Promise<unknown>;
  /** Starts by itself: at each instant of a cron expression, in UTC, and when a host starts. */
  readonly schedule?: { readonly cron: string; input(at: Date): Input };
}

/** Keeps the input's type for `run`. */
export function defineJob<Input>(job: Job<Input>): Job<Input> {
  return job;
}
