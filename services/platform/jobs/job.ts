import type * as z from "zod";

/** What a job may do besides computing. Completed steps are never repeated; one that was under way when the process died may be. */
export interface Steps {
  /** The work's answer, which must be JSON. `retry`: tried again that often, after `wait` milliseconds and then twice as long each time. */
  run<Answer>(name: string, work: () => Promise<Answer>, retry?: { times: number; wait: number }): Promise<Answer>;
  /** Waits, also beyond the end of this process. */
  sleep(milliseconds: number): Promise<void>;
}

/** What a job is told as, and whose it is. */
export interface JobSubject {
  readonly brand: string;
  /** The row that it is about. */
  readonly row?: { readonly type: string; readonly id: string };
}

/** Ends a job as failed, for a reason that people are told. Anything else that is thrown fails it as `unexpected`. */
export class JobFailure extends Error {
  override name = "JobFailure";

  /** `detail`: what the outside said, for those who look into it. */
  constructor(code: string, detail = "") {
    super(`${code}: ${detail}`);
  }
}

/** Work that is finished whatever ends the process meanwhile. Everything outside steps must be the same each time it runs. */
export interface Job<Input = unknown> {
  /** Unique within its service. */
  readonly name: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly input: z.ZodType<Input>;
  /** Without it only those who run the platform are told that it failed. */
  about?(input: Input): JobSubject;
  run(input: Input, steps: Steps): Promise<unknown>;
  /** Starts by itself: at each instant of a cron expression, in UTC, and when a host starts. */
  readonly schedule?: { readonly cron: string; input(at: Date): Input };
}

/** Keeps the input's type for `run`. */
export function defineJob<Input>(job: Job<Input>): Job<Input> {
  return job;
}
