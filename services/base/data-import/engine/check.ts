import { recordTypes } from "../../../model/generated/record-types.ts";
import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import type { CheckInput, CheckReport, ImportOperation, PlannedRow, RowProblem } from "../contract.ts";
import { Directory } from "./directory.ts";
import { loadExisting } from "./existing.ts";
import { fold } from "./fold.ts";
import type { Completion, Existing, ImportColumn, ImportKind, Value, Values } from "./kind.ts";
import { addOperation, updateOperation } from "./operations.ts";
import { readCell } from "./read-cell.ts";

interface CheckContext {
  readonly backend: BackendClient;
  readonly brandId: string;
}

interface Work {
  readonly row: number;
  values: Values;
  problems: RowProblem[];
  completion?: Completion;
}

/** Dry run: reads every cell, looks up what it refers to and what is there already. Writes nothing; the same file gives the same ids. */
export async function checkRows(
  kind: ImportKind,
  input: Pick<CheckInput, "mapping" | "rows" | "existing">,
  context: CheckContext,
): Promise<CheckReport> {
  const mapped = kind.columns.flatMap((column) => {
    const at = input.mapping.indexOf(column.name);
    return at >= 0 ? [{ column, at }] : [];
  });
  const unmapped = kind.columns
    .filter((column) => column.required && !input.mapping.includes(column.name))
    .map(({ name }) => name);
  if (unmapped.length > 0) return { rows: [], shared: [], unmapped };

  const directories = await loadDirectories(
    context.backend,
    mapped.map(({ column }) => column),
  );
  const rows = input.rows.map((cells, row) => readRow(mapped, cells, { row, directories }));
  const accountIds = [
    ...new Set(rows.flatMap(({ values }) => (typeof values["account"] === "string" ? [values["account"]] : []))),
  ];
  if (kind.complete) {
    const complete = await kind.complete({ ...context, accountIds });
    for (const work of rows) {
      if (isRefused(work)) continue;
      work.completion = complete({ row: work.row, values: work.values });
      work.values = work.completion.values;
      work.problems.push(...work.completion.problems);
    }
  }
  const existing = await loadExisting(context.backend, kind, accountIds);
  return plan(kind, rows, {
    existing,
    mode: input.existing,
    brandId: context.brandId,
    written: mapped.map(({ column }) => column),
  });
}

async function loadDirectories(
  backend: BackendClient,
  columns: readonly ImportColumn[],
): Promise<Map<string, Directory>> {
  const targets = [...new Set(columns.flatMap(({ field }) => field.target ?? []))];
  const loaded = await Promise.all(targets.map((target) => Directory.load(backend, target as EntityTypeName)));
  return new Map(
    targets
      .map((target, at) => [target, loaded[at]] as const)
      .flatMap(([target, directory]) => (directory ? [[target, directory] as const] : [])),
  );
}

interface RowContext {
  readonly row: number;
  readonly directories: ReadonlyMap<string, Directory>;
}

function readRow(
  mapped: readonly { column: ImportColumn; at: number }[],
  cells: readonly string[],
  { row, directories }: RowContext,
): Work {
  const values: Record<string, Value> = {};
  const problems: RowProblem[] = [];
  // The account first: sites and billing sites are looked for within it.
  const ordered = [...mapped].sort((a, b) => Number(b.column.name === "account") - Number(a.column.name === "account"));
  for (const { column, at } of ordered) {
    const found = (cells[at] ?? "").trim();
    const leaveOut = column.required ? [] : [{ value: "" }];
    if (found === "") {
      if (column.required)
        problems.push({ column: column.name, code: "required", severity: "refused", found: "", suggestions: [] });
      continue;
    }
    const { target } = column.field;
    if (target) {
      const account = values["account"];
      const answer = directories.get(target)?.find(found, typeof account === "string" ? account : undefined);
      if (!answer) continue;
      if (answer.id !== undefined) values[column.name] = answer.id;
      // Within an unknown account nothing can be found: one problem is enough.
      else if (!problems.some((problem) => problem.column === "account"))
        problems.push({
          column: column.name,
          code: answer.code,
          severity: "refused",
          found,
          suggestions: [...answer.suggestions, ...leaveOut],
        });
      continue;
    }
    const { value, problem } = readCell(column, found);
    if (value !== undefined) values[column.name] = value;
    if (problem)
      problems.push({
        ...problem,
        column: column.name,
        suggestions: [...problem.suggestions, ...(problem.severity === "refused" ? leaveOut : [])],
      });
  }
  const siren = values["siren"];
  const siret = values["siret"];
  if (typeof siren === "string" && typeof siret === "string" && !siret.startsWith(siren))
    problems.push({
      column: "siret",
      code: "siret_other_siren",
      severity: "warning",
      found: siret,
      expected: siren,
      suggestions: [],
    });
  return { row, values, problems };
}

const isRefused = ({ problems }: Pick<Work, "problems">): boolean =>
  problems.some(({ severity }) => severity === "refused");

interface PlanContext {
  readonly existing: readonly Existing[];
  readonly mode: CheckInput["existing"];
  readonly brandId: string;
  readonly written: readonly ImportColumn[];
}

function plan(kind: ImportKind, rows: readonly Work[], { existing, mode, brandId, written }: PlanContext): CheckReport {
  const byKey = new Map(
    existing.flatMap((one) => {
      const key = kind.key(one.values);
      return key ? [[key, one] as const] : [];
    }),
  );
  const alike = new Map(existing.flatMap((one) => distinctKeys(kind, one.values).map((key) => [key, one] as const)));
  const seen = new Map<string, number>();
  const seenAlike = new Map<string, number>();
  const shared = new Map<string, { row: number; operations: ImportOperation[] }>();
  const fields = new Set(recordTypes[kind.type]?.fields.map(({ name }) => name));
  const planned = rows.map((work): PlannedRow => {
    const { row, values, problems } = work;
    const label = kind.label(values);
    const done = (state: PlannedRow["state"], operations: readonly ImportOperation[] = []): PlannedRow => ({
      row,
      state,
      label,
      problems,
      operations,
    });
    const key = kind.key(values);
    const first = key === undefined ? undefined : seen.get(key);
    if (key !== undefined && first !== undefined)
      problems.push({
        column: kind.keyColumn,
        code: "duplicate_in_file",
        severity: "refused",
        found: label,
        other: first,
        suggestions: [],
      });
    else if (key !== undefined) seen.set(key, row);
    const there = key === undefined ? undefined : byKey.get(key);
    for (const one of distinctKeys(kind, values)) {
      const [name = ""] = one.split("/", 1);
      const found = values[name];
      const similar = alike.get(one);
      if (similar && similar.id !== there?.id)
        problems.push({
          column: name,
          code: "similar_exists",
          severity: "warning",
          found: String(found),
          expected: similar.label,
          suggestions: [],
        });
      const other = seenAlike.get(one);
      if (other !== undefined && first === undefined)
        problems.push({
          column: name,
          code: "similar_in_file",
          severity: "warning",
          found: String(found),
          other,
          suggestions: [],
        });
      else if (other === undefined) seenAlike.set(one, row);
    }
    if (isRefused(work) || key === undefined) return done("refused");
    if (there) {
      if (mode === "skip") return done("existing");
      const change = updateOperation(kind, values, { there, columns: written });
      return change ? done("update", [change]) : done("unchanged");
    }
    const id = deterministicUuid(`import/${brandId}/${kind.type}/${key}`);
    for (const one of work.completion?.shared ?? [])
      if (!shared.has(one.key)) shared.set(one.key, { row, operations: [one.operation] });
    return done("new", [
      addOperation(kind, id, Object.fromEntries(Object.entries(values).filter(([name]) => fields.has(name)))),
      ...(work.completion?.extra(id) ?? []),
    ]);
  });
  return { rows: planned, shared: [...shared.values()], unmapped: [] };
}

const distinctKeys = (kind: ImportKind, values: Values): string[] =>
  kind.distinct.flatMap((name) => {
    const word = fold(String(values[name] ?? ""));
    return word ? [`${name}/${word}`] : [];
  });
