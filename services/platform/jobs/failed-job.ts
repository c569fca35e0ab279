import type { WorkflowStatus } from "@dbos-inc/dbos-sdk";
import type { JobSubject } from "./job.ts";

/** A job that ended without what it was to do. */
export interface FailedJob {
  readonly id: string;
  readonly label: { readonly fr: string; readonly en: string };
  /** Null: it belongs to no brand. */
  readonly about: JobSubject | null;
  /** Of the job's `JobFailure`, or `unexpected`. */
  readonly code: string;
  /** What the outside said; empty where nobody should read it. */
  readonly detail: string;
  /** ISO 8601. */
  readonly failedAt: string;
}

export const failedStatuses = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"] as const;

export function failedJobOf(
  { workflowID, workflowName, attributes, error, completedAt, updatedAt, createdAt }: WorkflowStatus,
  labelOf: (job: string) => FailedJob["label"] | undefined,
): FailedJob {
  const job = workflowName.replace(/\.scheduled$/, "");
  const about = attributes as unknown as JobSubject | undefined;
  const said = error instanceof Error && error.name === "JobFailure" ? error.message : "unexpected: ";
  const at = said.indexOf(": ");
  return {
    id: workflowID,
    label: labelOf(job) ?? { fr: job, en: job },
    about: about?.brand ? about : null,
    code: said.slice(0, at),
    detail: said.slice(at + 2, at + 302),
    failedAt: new Date(completedAt ?? updatedAt ?? createdAt).toISOString(),
  };
}

/** The first step that failed; where all went well and the job still failed, the last. */
export function stepToRepeat(steps: readonly { readonly functionID: number; readonly error: Error | null }[]): number {
  return (steps.find(({ error }) => error !== null) ?? steps.at(-1))?.functionID ?? 0;
}
