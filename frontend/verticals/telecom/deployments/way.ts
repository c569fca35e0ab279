/** By whom an action of a deployment is carried out. Pure. */
import type { LaunchBlock, Lacking } from "@softwhere/services/verticals/telecom/domain/launch";

export interface KnownConnection {
  readonly capability: string;
  /** The supplier that it is a connection to; null: it is its capability's only one. */
  readonly party: string | null;
  readonly label: string;
  readonly operations: readonly string[];
  readonly isSimulator: boolean;
  /** Nothing goes there until somebody takes it up again. */
  readonly isPaused: boolean;
}

export type Way =
  /** No connection leads there: somebody does it, and says so. */
  | { readonly kind: "person" }
  | { readonly kind: "vendor"; readonly label: string; readonly isSimulator: boolean; readonly isPaused: boolean }
  /** The connection can't do this. */
  | { readonly kind: "unable"; readonly label: string }
  /** The connections could not be read. */
  | { readonly kind: "unchecked" };

export function wayOf(
  action: { readonly capability: string; readonly operation: string; readonly supplierId: string | null },
  connections: readonly KnownConnection[] | null,
): Way {
  if (!connections) return { kind: "unchecked" };
  const found = connections.find(
    ({ capability, party }) => capability === action.capability && (party === null || party === action.supplierId),
  );
  if (!found) return { kind: "person" };
  const { label, isSimulator, isPaused } = found;
  return found.operations.includes(action.operation)
    ? { kind: "vendor", label, isSimulator, isPaused }
    : { kind: "unable", label };
}

/** Why an action can't be launched; null where it can. What a system would refuse a person can do. */
export function whyNot(row: {
  readonly blocked: LaunchBlock | null;
  readonly lacks: Lacking | null;
  readonly way: Way;
}): LaunchBlock | Lacking | "unable" | null {
  if (row.blocked) return row.blocked;
  if (row.way.kind === "unable") return "unable";
  return row.way.kind === "vendor" ? row.lacks : null;
}
