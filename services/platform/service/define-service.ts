import type { AnyTRPCRouter } from "@trpc/server";
import type { Hono } from "hono";
import type * as z from "zod";
import type { BrandAccounts } from "../backend/brand-accounts.ts";
import type { Database } from "../database/database.ts";
import type { Job } from "../jobs/job.ts";
import type { Jobs, JobState } from "../jobs/jobs.ts";
import type { FollowedBrand, Subscriber } from "../journal/follower.ts";
import type { Logger } from "../logger.ts";

/** What the host gives to each of its services. */
export interface Platform {
  readonly backendUrl: string;
  readonly log: Logger;
  /** The host's one database. The service's own tables lie in the schema that has its name. */
  readonly db: Database;
  readonly accounts: BrandAccounts;
  /** Word that commands from outside the console have to say. */
  readonly secret: string;
  /** All brands, as the outbox has them now. */
  brands(): Promise<readonly string[]>;
  /** Works on a brand while the service doesn't follow it, on whichever host. */
  alone<Answer>(brandId: string, work: (brand: FollowedBrand) => Promise<Answer>): Promise<Answer>;
  /** The end of a turn of that name, or undefined where another host, or another part of this one, has it. */
  turn(name: string): Promise<(() => Promise<void>) | undefined>;
  /** Starts one of the service's own jobs, once for good: the same id again does nothing. */
  startJob(job: string, input: unknown, id: string): Promise<void>;
  /** How far one of them is; undefined where none was started under that id, or it was forgotten. */
  jobState(job: string, id: string): Promise<JobState | undefined>;
  /** The jobs of all services that failed. */
  readonly failedJobs: Pick<Jobs, "failed" | "repeat">;
}

/** A service at work. */
export interface Service<Calls = unknown> {
  /** What the router's procedures call. */
  readonly calls?: Calls;
  readonly follows?: Subscriber;
  // biome-ignore lint/suspicious/noExplicitAny: each job has an input of its own, which its schema checks
  readonly jobs?: readonly Job<any>[];
  /** Addresses beside the router, for commands; below `/<service>`. */
  routes?(app: Hono): void;
  /** Added to the host's health answer. */
  health?(): object | Promise<object>;
  /** Once the host's jobs can be started. */
  start?(): void;
  stop?(): Promise<void>;
}

/** A service as the host knows it before it runs. */
export interface ServiceDefinition {
  readonly name: string;
  /** Its part of the environment, read and checked once. */
  readonly env: z.ZodType;
  /** Statements that make its tables where they are missing; names without a schema lie in the service's own. */
  readonly tables: readonly string[];
  readonly router: AnyTRPCRouter | undefined;
  /** Bytes of a call at most. */
  readonly largestCall: number;
  create(platform: Platform, env: never): Service | Promise<Service>;
}

const largestCall = 1_000_000;

export function defineService<Env extends z.ZodType, Calls>(definition: {
  readonly name: string;
  readonly env: Env;
  readonly tables?: readonly string[];
  readonly router?: AnyTRPCRouter;
  readonly largestCall?: number;
  create(platform: Platform, env: z.infer<Env>): Service<Calls> | Promise<Service<Calls>>;
}): ServiceDefinition {
  return { tables: [], router: undefined, largestCall, ...definition };
}

/** The database schema of a service. */
export function schemaOf(service: string): string {
  return service.replaceAll("-", "_");
}
