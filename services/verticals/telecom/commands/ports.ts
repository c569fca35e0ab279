import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type * as z from "zod";
import type { PortInOrder } from "../../../model/generated/sw_telecom/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { type NewLineProblem, portProblems } from "../domain/new-lines.ts";
import { portableNumber, rioText } from "../domain/rio.ts";
import type { knownNumbersInput, portCorrectionInput } from "./contract.ts";
import { type StateSet, update, written } from "./state.ts";

export type PortCorrected =
  | StateSet
  /** Fields that can't be sent like this. */
  | { readonly kind: "wrong"; readonly problems: readonly Pick<NewLineProblem, "field" | "fault">[] };

/** What is held is asked again as a person says it now. The vendor is told by whoever carries actions out; what was asked first stays. */
export async function correctPort(
  backend: BackendClient,
  { id, version, rio, holder, wishedOn }: z.infer<typeof portCorrectionInput>,
): Promise<PortCorrected> {
  const [action] = await backend.list(
    "sw_action",
    new DrupalJsonApiParams()
      .addFields("sw_action--sw_action", ["operation", "payload", "corrected"])
      .addFilter("id", id)
      .addFilter("operation", "port_in"),
  );
  if (!action) return { kind: "refused", detail: "not_found" };
  const before = (action.corrected ?? action.payload) as PortInOrder;
  const problems = portProblems(before.number, { rio, holder, wishedOn });
  if (problems.length > 0) return { kind: "wrong", problems: problems.map(([field, fault]) => ({ field, fault })) };
  const { wishedOn: _, ...rest } = before;
  const day = wishedOn.trim();
  const corrected: PortInOrder = {
    ...rest,
    rio: rioText(rio),
    holder: holder.trim(),
    ...(day && { wishedOn: day }),
  };
  return written(backend, [update("sw_action", id, { version, status: "correcting", corrected })]);
}

/** A line of ours that has a number which is to come from another operator. */
export interface KnownLine {
  readonly number: string;
  readonly id: string;
  readonly operator: string | null;
  readonly account: string | null;
  readonly status: string;
}

/** Which of these numbers are lines of ours in service, as far as the person may see them: what ends there isn't ended by the port. */
export async function knownNumbers(
  backend: BackendClient,
  { numbers }: z.infer<typeof knownNumbersInput>,
): Promise<readonly KnownLine[]> {
  const wanted = [...new Set(numbers.flatMap((text) => portableNumber(text)?.number ?? []))];
  if (wanted.length === 0) return [];
  const rows = await backend.listAll("sw_line", () =>
    new DrupalJsonApiParams()
      .addFields("sw_line--sw_line", ["number", "status", "park"])
      .addFields("sw_park--sw_park", ["operator", "account"])
      .addFields("sw_supplier--sw_supplier", ["name"])
      .addFields("sw_account--sw_account", ["legal_name"])
      .addInclude(["park.operator", "park.account"])
      .addFilter("number", wanted, "IN")
      .addFilter("status", ["active", "suspended", "terminating"], "IN"),
  );
  return rows.map(({ id, number, status, park }) => ({
    id,
    number: number ?? "",
    status: status ?? "",
    operator: park?.operator?.name ?? null,
    account: park?.account?.legal_name ?? null,
  }));
}
