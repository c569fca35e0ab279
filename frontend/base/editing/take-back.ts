import "server-only";
import type { EntityTypeName, SwJournalEntry } from "@softwhere/services/model/generated/entities";
import { fieldKinds } from "@softwhere/services/model/generated/field-kinds";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { type RefusalReason, writeEach } from "@softwhere/services/platform/backend/write-each";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { countedAs, periodParents, thingOf } from "./things";
import {
  onVersion,
  rowKey,
  type StoredRow,
  stillAsMade,
  type Touched,
  touchedRows,
  type UndoUnit,
  undoUnits,
} from "./undo";

/** The backend's limit for one atomic request. */
const mostOperations = 10_000;
const rowsPerRead = 500;
/** Who has more to look at reads the history. */
const mostNamed = 20;

export interface TakenBack {
  /** Things that are as they were before, as the run and the history count them: a line and the periods of its plan are one. */
  readonly count: number;
  /** Things that stay as they are, at most twenty of them by name. */
  readonly left: readonly { readonly type: string; readonly label: string; readonly reason: RefusalReason }[];
  readonly leftCount: number;
  /** Takes the undoing back. */
  readonly requestId: string;
}

interface Session {
  readonly backend: BackendClient;
  readonly requestId: string;
  backendFor(requestId: string, undoes: string): BackendClient;
}

export async function takeBack(session: Session, requestId: string): Promise<TakenBack> {
  const { backend } = session;
  const undoId = `undo-${session.requestId}`;
  const touched = touchedRows(await entriesOf(backend, requestId));
  const stored = await storedRows(backend, touched);
  const open: UndoUnit[] = [];
  const left: { unit: UndoUnit; reason: RefusalReason }[] = [];
  for (const unit of undoUnits(touched, { requestId, kinds: fieldKinds, stored })) {
    const reason = unit.rows.map((row) => changedSince(row, stored)).find((found) => found !== undefined);
    if (!reason) open.push(unit);
    else if (reason === "changed-since" && unit.rows.length === 1) {
      const merged = onPresentVersion(unit, stored);
      if (merged) open.push(merged);
      else left.push({ unit, reason });
    } else left.push({ unit, reason });
  }
  const told = new Map(touched.map((row) => [rowKey(row), row.entries]));
  const thing = (row: UndoUnit["rows"][number]) =>
    rowKey(thingOf(row, told.get(rowKey(row)) ?? [], stored.get(rowKey(row))?.thing));
  const done = new Set<string>();
  for (const part of inRequests(open)) {
    const outcomes = await writeEach(
      () => session.backendFor(undoId, requestId),
      part.map((unit) => ({ id: unit, operations: unit.operations })),
    );
    for (const outcome of outcomes) {
      if (outcome.kind === "changed") for (const row of outcome.id.rows) done.add(thing(row));
      else left.push({ unit: outcome.id, reason: outcome.reason });
    }
  }
  const kept = new Map<string, { readonly type: string; readonly label: string; readonly reason: RefusalReason }>();
  for (const { unit, reason } of left)
    for (const row of unit.rows) {
      const key = thing(row);
      // The thing's own name says more than the day of a period of it.
      if (!kept.has(key) || key === rowKey(row)) kept.set(key, { type: row.type, label: row.label, reason });
    }
  return {
    count: [...done].filter((key) => !kept.has(key)).length,
    left: [...kept.values()].slice(0, mostNamed),
    leftCount: kept.size,
    requestId: undoId,
  };
}

function entriesOf(backend: BackendClient, requestId: string): Promise<SwJournalEntry[]> {
  return backend.listAll("sw_journal_entry", () =>
    new DrupalJsonApiParams()
      .addFields("sw_journal_entry--sw_journal_entry", [
        "sequence",
        "operation",
        "subject_type",
        "subject_id",
        "subject_label",
        "subject_version",
        "changes",
        "view_permission",
      ])
      .addFilter("request_id", requestId)
      // Newest first, so that what refers goes before what is referred to.
      .addSort("sequence", "DESC"),
  );
}

function changedSince(
  row: UndoUnit["rows"][number],
  stored: ReadonlyMap<string, StoredRow>,
): RefusalReason | undefined {
  if (row.version === null) return undefined;
  const now = stored.get(rowKey(row));
  if (!now) return "gone";
  return now.version === row.version ? undefined : "changed-since";
}

/** The unit on the row's present version, where somebody changed other fields of it since. */
function onPresentVersion(unit: UndoUnit, stored: ReadonlyMap<string, StoredRow>): UndoUnit | undefined {
  const [row] = unit.rows;
  const now = row && stored.get(rowKey(row));
  if (!row?.changes || !now) return undefined;
  const { values = {}, version } = now;
  if (!stillAsMade(row.changes, fieldKinds[row.type] ?? {}, (field) => Reflect.get(values, field))) return undefined;
  return { ...unit, operations: unit.operations.map((operation) => onVersion(operation, version)) };
}

/** What is stored of the rows now; those that are gone are missing. */
async function storedRows(backend: BackendClient, rows: readonly Touched[]): Promise<Map<string, StoredRow>> {
  const found = new Map<string, StoredRow>();
  const types = new Map<string, { readonly ids: string[]; readonly changed: Set<string> }>();
  for (const { type, id, entries } of rows) {
    const ofType = types.get(type) ?? { ids: [], changed: new Set() };
    types.set(type, ofType);
    ofType.ids.push(id);
    for (const { operation, changes } of entries)
      if (operation === "update") for (const { field } of changes ?? []) ofType.changed.add(field);
  }
  for (const [type, { ids, changed }] of types) {
    const parents = periodParents(type).map(({ name }) => name);
    const counted = countedAs(type);
    const known = [...changed].filter((field) => fieldKinds[type]?.[field]);
    for (let start = 0; start < ids.length; start += rowsPerRead) {
      const part = ids.slice(start, start + rowsPerRead);
      const params = new DrupalJsonApiParams()
        .addFields(`${type}--${type}`, [...new Set(["version", ...parents, ...known])])
        .addFilter("id", part, "IN")
        .addPageLimit(rowsPerRead);
      for (const row of await backend.list(type as EntityTypeName, params)) {
        const periodOf = parents.map((name) => parentId(Reflect.get(row, name))).join("/");
        found.set(rowKey({ type, id: row.id }), {
          version: row.version ?? 0,
          values: row,
          ...(parents.length > 0 && { periodOf: `${type} of ${periodOf}` }),
          ...(counted && { thing: parentId(Reflect.get(row, counted.name)) }),
        });
      }
    }
  }
  return found;
}

function parentId(linked: unknown): string {
  return typeof linked === "object" && linked !== null && "id" in linked ? String(linked.id) : "";
}

/** As many units as one atomic request takes. */
function inRequests(units: readonly UndoUnit[]): UndoUnit[][] {
  const parts: UndoUnit[][] = [];
  let operations = Number.POSITIVE_INFINITY;
  for (const unit of units) {
    if (operations + unit.operations.length > mostOperations) {
      parts.push([]);
      operations = 0;
    }
    parts.at(-1)?.push(unit);
    operations += unit.operations.length;
  }
  return parts;
}
