import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type {} from "../../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../../platform/backend/client.ts";
import type { StateSet } from "../../commands/state.ts";
import { begin, goOnUndoing } from "../../commands/undo.ts";

/** Deployments of all or nothing with an action that was rejected: they are undone as if a person had asked for it. */
const fallen = () =>
  new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", ["deployment"])
    .addFilter("deployment.status", "launched")
    .addFilter("deployment.all_or_nothing", "1")
    .addFilter("status", ["rejected_by_us", "rejected_by_vendor"], "IN");

/** All that can be written now, of a brand. Each deployment is a request of its own, which may be repeated. */
export async function goOn(
  client: (requestId: string) => Promise<BackendClient>,
  given: { readonly brandId: string; readonly today: string },
): Promise<{ readonly written: number; readonly refused: number }> {
  const backend = await client("undoing");
  const [rejected, under] = await Promise.all([
    backend.listAll("sw_action", fallen),
    backend.listAll("sw_deployment", () =>
      new DrupalJsonApiParams().addFields("sw_deployment--sw_deployment", ["status"]).addFilter("status", "undoing"),
    ),
  ]);
  const results: (StateSet | null)[] = [];
  for (const id of new Set(rejected.flatMap(({ deployment }) => deployment?.id ?? [])))
    results.push(await begin(await client(`undo-${id}`), given, { id }));
  for (const { id } of under) results.push(await goOnUndoing(await client(`undo-${id}`), given, id));
  const count = (kind: string) => results.filter((result) => result?.kind === kind).length;
  return { written: count("done"), refused: count("refused") };
}
