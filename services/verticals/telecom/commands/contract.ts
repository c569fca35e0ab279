import * as z from "zod";
import { actionKind, deploymentOrder } from "../domain/deployment-order.ts";
import { lineOrder } from "../domain/line-order.ts";
import { mostNewLines, newLinesOrder } from "../domain/new-lines.ts";

/** Names a run: its parts and their repetitions are one, in what they write and in the journal. */
export const runId = z.string().regex(/^[A-Za-z0-9._-]{8,64}$/);

const row = z.object({ id: z.uuid(), version: z.number().int() });
const lineIds = z.array(z.uuid()).min(1).max(10_000);

/** What every command over many lines takes: the run, and the lines with the versions that were shown. */
const runRows = { runId, lines: z.array(row).min(1).max(2_000) };

export const runProgressInput = z.object({ runId });

const planChange = z.object({
  planId: z.uuid(),
  effectiveOn: z.iso.date(),
  policy: z.enum(["catalogue", "keep-negotiated"]),
});
export const plansInput = z.object({ operatorIds: z.array(z.uuid()).max(50), on: z.iso.date() });
export const planChangePreviewInput = planChange.extend({ lineIds });
export const planChangeInput = planChange.extend(runRows);

export const cancelPlanInput = z.object({ termId: z.uuid(), version: z.number().int() });
export const movePlanInput = cancelPlanInput.extend({ day: z.iso.date() });

export const orderPreviewInput = z.object({ order: lineOrder, lineIds });
export const orderInput = z.object({ order: lineOrder, ...runRows });
export const orderChoicesInput = z.object({ lineIds });

/** Actions and their deployments are one atomic request, which takes 10,000 operations. */
const mostDeployed = 9_900;
export const deploymentPreviewInput = z.object({
  kind: actionKind,
  /** The article that is added, by its code. */
  code: z.string().min(1).max(64).nullable().default(null),
  lineIds: z.array(z.uuid()).min(1).max(mostDeployed),
});
export const articleChoicesInput = z.object({
  kind: z.enum(["add_option", "add_hardware", "add_fee"]),
  lineIds,
  on: z.iso.date(),
});
export const deploymentInput = z.object({
  order: deploymentOrder,
  runId,
  lines: z.array(row).min(1).max(mostDeployed),
});
export const stockInput = z.object({ lineId: z.uuid() });
export const newLineChoicesInput = z.object({ accountId: z.uuid(), on: z.iso.date() });
export const newLinesInput = z.object({ order: newLinesOrder, runId });
/** What of a port can be asked otherwise: its number stays, being the line's. */
export const portCorrectionInput = row.extend({
  rio: z.string().max(1_000),
  holder: z.string().max(1_000),
  wishedOn: z.string().max(1_000),
});
export const knownNumbersInput = z.object({ numbers: z.array(z.string().max(1_000)).max(mostNewLines) });
export const deploymentStateInput = row.extend({ to: z.enum(["cancelled", "planned", "done", "undone"]) });
export const launchPreviewInput = row.pick({ id: true });
export const undoInput = row;
/** `leave`: what a person leaves for later, or nobody there can do. */
export const launchInput = row.extend({
  leave: z.array(z.uuid()).max(10_000).default([]),
  /** One action that is rejected undoes those that are done; absent: as it is. */
  allOrNothing: z.boolean().optional(),
});

export const approvalInput = row.extend({ allOrNothing: z.boolean().optional() });
/** `reason`: why it isn't approved; null where whoever asked withdraws it. */
export const refusalInput = row.extend({ reason: z.string().trim().min(1).max(160).nullable() });
export const milestonesInput = z.object({ deploymentId: z.uuid() });
export const milestoneStateInput = row.extend({
  to: z.enum(["open", "done", "dropped"]),
  /** The day on which it was done. */
  doneOn: z.iso.date().nullable().default(null),
});

/** What a command did to a row. The console words each reason. */
export type RowResult =
  | { readonly id: string; readonly kind: "changed"; readonly version?: number | undefined }
  | { readonly id: string; readonly kind: "refused"; readonly reason: string; readonly detail: string | null };
