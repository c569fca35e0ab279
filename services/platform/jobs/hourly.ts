import * as z from "zod";
import type { Platform } from "../service/define-service.ts";
import { defineJob, type Job } from "./job.ts";

const roundInput = z.object({ at: z.iso.datetime() });
const brandInput = roundInput.extend({ brand: z.uuid() });

/** What is done for each brand, at the hour `at`. Its answer must be JSON; what it throws is tried again. */
export interface HourlyWork<Answer> {
  /** Unique within the service. */
  readonly name: string;
  readonly label: Job["label"];
  run(brand: string, at: Date): Promise<Answer>;
  /** Jobs of the service that begin then, each once for good by its id. */
  next?(
    brand: string,
    answer: Answer | null,
  ): readonly { readonly job: string; readonly input: unknown; readonly id: string }[];
}

/** The jobs that do it every hour and when a host starts. A job for each brand: one that fails keeps no other waiting. */
export function hourlyForEachBrand<Answer>(
  platform: Pick<Platform, "brands" | "startJob">,
  { name, label, run, next }: HourlyWork<Answer>,
): readonly [Job<z.infer<typeof roundInput>>, Job<z.infer<typeof brandInput>>] {
  const ofBrand = defineJob({
    name: `brand-${name}`,
    label,
    input: brandInput,
    about: ({ brand }) => ({ brand }),
    async run({ brand, at }, steps) {
      const answer = await steps.run<Answer | null>("brand", async () => (await run(brand, new Date(at))) ?? null, {
        times: 6,
        wait: 60_000,
      });
      for (const { job, input, id } of next?.(brand, answer) ?? []) await platform.startJob(job, input, id);
      return answer;
    },
  });
  const round = defineJob({
    name,
    label,
    input: roundInput,
    schedule: { cron: "0 * * * *", input: (at) => ({ at: at.toISOString() }) },
    async run({ at }, steps) {
      const brands = await steps.run("brands", () => platform.brands(), { times: 5, wait: 5_000 });
      for (const brand of brands) await platform.startJob(ofBrand.name, { brand, at }, `${brand}/${at}`);
    },
  });
  return [round, ofBrand];
}
