import { resourceTypes } from "../../services/embedded-drupal/store/resource-type.ts";
import { verifyJournal } from "../../services/embedded-drupal/journal/verify.ts";
import { loadPlatformModel } from "../../services/model/index.ts";
import type { Database } from "../../services/platform/database/database.ts";
import { once, report } from "./measure.ts";

/** The whole journal of the bench, hash by hash. */
export async function measureVerification(db: Database): Promise<void> {
  let verified = 0;
  const time = await once(async () => {
    const { entries, problems } = await verifyJournal(db, resourceTypes(loadPlatformModel()), {
      report: (line) => console.log(line),
    });
    if (problems > 0) throw new Error("The journal of the bench does not verify.");
    verified = entries;
  });
  report(
    `${verified.toLocaleString("en")} journal entries verified`,
    time,
    `${Math.round((time / verified) * 1000)} s for a million`,
  );
}
