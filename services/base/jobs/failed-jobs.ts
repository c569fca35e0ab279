import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { labelFieldsOf, labelOf } from "../../model/row-label.ts";
import type { EntityTypeName } from "../../model/generated/entities.ts";
import type { BackendClient } from "../../platform/backend/client.ts";
import type { FailedJob } from "../../platform/jobs/failed-job.ts";
import type { JobSubject } from "../../platform/jobs/job.ts";
import type { Platform } from "../../platform/service/define-service.ts";

type Row = NonNullable<JobSubject["row"]>;

/** A failed job as a person is shown it. */
export interface ShownJob extends Omit<FailedJob, "about"> {
  /** The row that it is about; null where there is none that the person sees. */
  readonly row: (Row & { readonly label: string }) | null;
}

/** Whoever administers a brand sees its failed jobs; whoever runs the platform sees all, without the rows that they are about. */
export class FailedJobs {
  constructor(private readonly jobs: Platform["failedJobs"]) {}

  /** Undefined where the person has no right to it, as for `repeat`. */
  async list(backend: BackendClient): Promise<ShownJob[] | undefined> {
    const scope = await scopeOf(backend);
    if (!scope) return undefined;
    const jobs = await this.jobs.failed(scope.brand);
    const labels = await labelsOf(
      backend,
      jobs.flatMap(({ about }) => about?.row ?? []),
    );
    return jobs.map(({ about, ...job }) => {
      const label = labels.get(about?.row?.id ?? "");
      return { ...job, row: about?.row && label !== undefined ? { ...about.row, label } : null };
    });
  }

  /** False where it is no failed job, or not one that the person may see. */
  async repeat(backend: BackendClient, id: string): Promise<boolean | undefined> {
    const scope = await scopeOf(backend);
    return scope && this.jobs.repeat(id, scope.brand);
  }
}

async function scopeOf(backend: BackendClient): Promise<{ readonly brand?: string } | undefined> {
  const { brand, permissions = [] } = await backend.me();
  if (brand?.id) return permissions.includes("administer brand") ? { brand: brand.id } : undefined;
  return permissions.includes("administer platform") ? {} : undefined;
}

/** What the rows are called, as far as the person sees them; one question for all. */
async function labelsOf(backend: BackendClient, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const types = [...new Set(rows.map(({ type }) => type))];
  const read = await backend.lists(
    types.map((type) => ({
      type: type as EntityTypeName,
      params: new DrupalJsonApiParams()
        .addFields(`${type}--${type}`, [...labelFieldsOf(type)])
        .addFilter("id", [...new Set(rows.filter((row) => row.type === type).map(({ id }) => id))], "IN"),
    })),
  );
  return new Map(read.flatMap((list, at) => list.map((row) => [row.id, labelOf(types[at] ?? "", row)] as const)));
}
