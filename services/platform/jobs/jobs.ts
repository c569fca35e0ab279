import { DBOS } from "@dbos-inc/dbos-sdk";
import type { OpenDatabase } from "../database/database.ts";
import type { Turns } from "../database/turns.ts";
import type { Logger } from "../logger.ts";
import { type FailedJob, failedJobOf, failedStatuses, stepToRepeat } from "./failed-job.ts";
import type { Job, Steps } from "./job.ts";

const steps: Steps = {
  run: (name, work, retry) =>
    DBOS.runStep(work, {
      name,
      ...(retry && {
        retriesAllowed: true,
        maxAttempts: retry.times,
        intervalSeconds: retry.wait / 1000,
        backoffRate: 2,
      }),
    }),
  sleep: (milliseconds) => DBOS.sleep(milliseconds),
};

const lookForDead = 10_000;
/** What is finished is forgotten after that time: by then nobody repeats the call that started it. */
const kept = 30 * 86_400_000;
const forgottenAtOnce = 500;

type Workflow = (input: unknown) => Promise<unknown>;

export type JobState =
  | { readonly state: "running" | "done" }
  /** For a reason as a failed job has it. */
  | { readonly state: "failed"; readonly code: string; readonly detail: string };

export interface JobsOptions {
  readonly database: OpenDatabase;
  readonly turns: Turns;
  /** Names this start of this host; no other has it. */
  readonly host: string;
  readonly log: Logger;
}

/**
 * Durable jobs, over DBOS, whose state is one per process. A job belongs to its service's queue, so that only hosts that run the service
 * carry it out. What a dead host left behind is taken over by whoever lives.
 */
export class Jobs {
  private readonly jobs = new Map<string, { readonly job: Job; readonly workflow: Workflow }>();
  private readonly schedules: {
    readonly service: string;
    readonly name: string;
    readonly cron: string;
    readonly workflow: (at: Date) => Promise<void>;
  }[] = [];
  private readonly services = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly options: JobsOptions) {}

  /** Before `launch`. */
  register<Input>(service: string, job: Job<Input>): void {
    const name = `${service}.${job.name}`;
    const run = (input: unknown) => job.run(job.input.parse(input), steps);
    this.services.add(service);
    this.jobs.set(name, { job: job as Job, workflow: DBOS.registerWorkflow(run, { name }) });
    const { schedule } = job;
    if (!schedule) return;
    // DBOS hands over the instant, as text once it was stored.
    const workflow = DBOS.registerWorkflow(
      async (at: Date | string) => {
        await run(schedule.input(new Date(at)));
      },
      { name: `${name}.scheduled` },
    );
    this.schedules.push({ service, name: `${name}.scheduled`, cron: schedule.cron, workflow });
  }

  async launch(): Promise<void> {
    if (this.services.size === 0) return;
    const { database, turns, host, log } = this.options;
    if (!(await turns.take(hostTurn(host)))) throw new Error("Another host has this host's name.");
    DBOS.setConfig({
      name: "softwhere",
      systemDatabasePool: database.pool,
      systemDatabaseUrl: database.url ?? "postgres://embedded:embedded@embedded.invalid:5432/embedded",
      systemDatabaseSchemaName: "jobs",
      useListenNotify: false,
      // Pinned: what an earlier version of the code began is finished by this one.
      applicationVersion: "1",
      executorID: host,
      listenQueues: [...this.services],
      logger: quiet(log),
    });
    await DBOS.launch();
    for (const service of this.services) await DBOS.registerQueue(service, { minPollingIntervalMs: 500 });
    await DBOS.applySchedules(
      this.schedules.map(({ service, name, cron, workflow }) => ({
        scheduleName: name,
        schedule: cron,
        queueName: service,
        workflowFn: workflow,
        cronTimezone: "UTC",
      })),
    );
    await this.takeOver();
    for (const { service, name, workflow } of this.schedules)
      await DBOS.startWorkflow(workflow, { workflowID: `${name}-start-${host}`, queueName: service })(new Date());
    this.timer = setInterval(() => {
      this.looking = this.looking
        .then(() => this.takeOver())
        .catch((error: unknown) => log.warn({ err: error }, "jobs of other hosts not looked at"));
    }, lookForDead);
  }

  /** Starts a job once for good: the same id again does nothing. */
  async start(service: string, job: string, input: unknown, id: string): Promise<void> {
    const known = this.jobs.get(`${service}.${job}`);
    if (!known) throw new Error(`${service} has no job ${job}.`);
    const about = known.job.about?.(known.job.input.parse(input));
    await DBOS.startWorkflow(known.workflow, {
      workflowID: `${service}.${job}/${id}`,
      queueName: service,
      ...(about && { workflowAttributes: { ...about } }),
    })(input);
  }

  /** How far a job is; undefined where none was started under that id, or it was forgotten. */
  async state(service: string, job: string, id: string): Promise<JobState | undefined> {
    const found = await DBOS.getWorkflowStatus(`${service}.${job}/${id}`);
    if (!found) return undefined;
    if (found.status === "SUCCESS") return { state: "done" };
    if (!(failedStatuses as readonly string[]).includes(found.status)) return { state: "running" };
    const { code, detail } = failedJobOf(found, () => undefined);
    return { state: "failed", code, detail };
  }

  /** What failed and was not repeated since, newest first, at most 200: of a brand, or of all. */
  async failed(brand?: string): Promise<FailedJob[]> {
    const found = await DBOS.listWorkflows({
      status: [...failedStatuses],
      ...(brand && { attributes: { brand } }),
      sortDesc: true,
      limit: 200,
      loadInput: false,
    });
    return found.map((one) => failedJobOf(one, (name) => this.jobs.get(name)?.job.label));
  }

  /**
   * Goes on with a failed job at the step that failed; what was done before is not repeated. False where there is no such failed job, of
   * the brand where one is named.
   */
  async repeat(id: string, brand?: string): Promise<boolean> {
    const [one] = await DBOS.listWorkflows({
      workflowIDs: [id],
      status: [...failedStatuses],
      ...(brand && { attributes: { brand } }),
      loadInput: false,
      loadOutput: false,
    });
    if (!one) return false;
    await DBOS.rewindWorkflow(id, {
      startStep: stepToRepeat((await DBOS.listWorkflowSteps(id)) ?? []),
      ...(one.queueName && { queueName: one.queueName }),
    });
    return true;
  }

  async stop(): Promise<void> {
    if (this.services.size === 0) return;
    clearInterval(this.timer);
    await this.looking;
    await DBOS.shutdown({ workflowCompletionTimeoutMS: 3_000 });
  }

  private async takeOver(): Promise<void> {
    const { turns, host, log } = this.options;
    const found = await DBOS.listWorkflows({
      status: "PENDING",
      queueName: [...this.services],
      loadInput: false,
      loadOutput: false,
    });
    const hosts = new Set(found.map(({ executorId }) => executorId ?? ""));
    hosts.delete(host);
    for (const other of hosts) {
      const release = await turns.take(hostTurn(other));
      if (!release) continue;
      const left = found.filter(({ executorId }) => (executorId ?? "") === other);
      for (const service of this.services) {
        const ids = left.flatMap(({ queueName, workflowID }) => (queueName === service ? [workflowID] : []));
        if (ids.length > 0) await DBOS.resumeWorkflows(ids, { queueName: service });
      }
      log.info({ jobs: left.length, host: other }, "jobs of a host that ended are taken over");
      await release();
    }
    const over = await DBOS.listWorkflows({
      status: "SUCCESS",
      queueName: [...this.services],
      completedBefore: new Date(Date.now() - kept).toISOString(),
      limit: forgottenAtOnce,
      loadInput: false,
      loadOutput: false,
    });
    if (over.length > 0) await DBOS.deleteWorkflows(over.map(({ workflowID }) => workflowID));
  }
}

const hostTurn = (host: string) => `host ${host}`;

function quiet(log: Logger) {
  return {
    debug: () => undefined,
    info: (entry: unknown) => log.debug(String(entry)),
    warn: (entry: unknown) => log.warn(String(entry)),
    error: (entry: unknown) => log.error(entry instanceof Error ? { err: entry } : String(entry)),
  };
}
