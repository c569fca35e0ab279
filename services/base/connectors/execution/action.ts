import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import type { ActionNamed } from "./executor.ts";

/** An action as whoever carries it out has to know it. */
export interface ActionToDo extends Omit<ActionNamed, "today" | "modules" | "locale"> {
  readonly version: number;
  readonly status: string;
  readonly capability: string;
  readonly attempts: number;
  /** When it was last written. */
  readonly changed: number;
  readonly waits: boolean;
  readonly plannedOn: string | null;
  readonly reason: string | null;
  readonly vendorReference: string | null;
  readonly nextAttemptAt: string | null;
  readonly result: string | null;
  readonly milestones: unknown;
}

export async function readAction(backend: BackendClient, id: string): Promise<ActionToDo> {
  const params = new DrupalJsonApiParams()
    .addFields("sw_action--sw_action", [
      "status",
      "capability",
      "operation",
      "attempts",
      "changed",
      "version",
      "depends_on",
      "idempotency_key",
      "reason",
      "vendor_reference",
      "next_attempt_at",
      "result",
      "milestones",
      "planned_on",
    ])
    .addInclude(["depends_on"]);
  const action = await backend.get("sw_action", id, params);
  return {
    id,
    version: action.version ?? 1,
    status: action.status ?? "",
    capability: action.capability ?? "",
    operation: action.operation ?? "",
    key: action.idempotency_key ?? id,
    attempts: action.attempts ?? 0,
    changed: Date.parse(action.changed ?? ""),
    waits: (action.depends_on ?? []).some(({ status }) => status !== "done"),
    plannedOn: action.planned_on ?? null,
    reason: action.reason ?? null,
    vendorReference: action.vendor_reference ?? null,
    nextAttemptAt: action.next_attempt_at ?? null,
    result: action.result ?? null,
    milestones: action.milestones ?? null,
  };
}

/** Writes an action step by step, each on what the step before left. */
export class ActionWriting {
  #version: number;
  status: string;

  constructor(
    private readonly backend: BackendClient,
    private readonly read: ActionToDo,
  ) {
    this.#version = read.version;
    this.status = read.status;
  }

  /** The action, and what else follows: both or neither. */
  async to(attributes: Readonly<Record<string, unknown>>, also: readonly AtomicOperation[] = []): Promise<this> {
    const row = {
      type: "sw_action--sw_action",
      id: this.read.id,
      attributes: { version: this.#version, ...attributes },
    };
    const [written] = await this.backend.operate([{ op: "update", data: row }, ...also]);
    this.#version = written?.version ?? this.#version + 1;
    if (typeof attributes["status"] === "string") this.status = attributes["status"];
    return this;
  }
}
