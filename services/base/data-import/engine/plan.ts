import { recordTypes } from "../../../model/generated/record-types.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { plainText } from "../../../platform/plain-text.ts";
import type { CheckInput, CheckReport, ImportOperation, PlannedRow, RowProblem } from "../contract.ts";
import { fold } from "./fold.ts";
import { type Completion, type Existing, type ImportColumn, type ImportKind, text, type Values } from "./kind.ts";
import { addOperation, leftAsIs, updateOperation } from "./operations.ts";

export interface Work {
  readonly row: number;
  values: Values;
  problems: RowProblem[];
  completion?: Completion;
}

export const isRefused = ({ problems }: Pick<Work, "problems">): boolean =>
  problems.some(({ severity }) => severity === "refused");

interface PlanContext {
  readonly existing: readonly Existing[];
  readonly mode: CheckInput["existing"];
  readonly brandId: string;
  /** The mapped columns. */
  readonly written: readonly ImportColumn[];
}

/** What becomes of each row. Exact keys alone say that two rows are one; whatever merely looks alike is a warning. */
export function plan(
  kind: ImportKind,
  rows: readonly Work[],
  { existing, mode, brandId, written }: PlanContext,
): CheckReport {
  const find = finder(kind, existing);
  const likeness = new Likeness(kind, existing);
  const seen = new Map<string, number>();
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
    const key = keyOf(kind, values);
    const there = key === undefined ? undefined : find(key, values);
    // Two rows that lead to one are the same, too.
    const first = [key, there?.id].map((one) => (one === undefined ? undefined : seen.get(one))).find(isRow);
    if (first === undefined) for (const one of [key, there?.id]) if (one !== undefined) seen.set(one, row);
    if (first !== undefined)
      problems.push({
        column: kind.keyColumn,
        code: "duplicate_in_file",
        severity: "refused",
        found: label,
        other: first,
        suggestions: [],
      });
    else problems.push(...likeness.of(work, there));
    if (isRefused(work) || key === undefined) return done("refused");
    if (there) {
      keepForeignPostcode(work, there);
      if (mode === "skip") return done("existing");
      const { operations, left } = changesOf(kind, work, { there, columns: written });
      // What an import can't do is said, and is no row without changes.
      problems.push(...left.map((one) => (operations.length > 0 ? one : { ...one, severity: "refused" as const })));
      return done(operations.length > 0 ? "update" : left.length > 0 ? "refused" : "unchanged", operations);
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

/** The operations that change a row which is there, and what stays as it is although the file says otherwise. */
function changesOf(
  kind: ImportKind,
  { values, completion }: Work,
  { there, columns }: { there: Existing; columns: readonly ImportColumn[] },
): { operations: ImportOperation[]; left: RowProblem[] } {
  const following = completion?.follow?.(there);
  const own = columns.filter(({ name }) => !following?.without.includes(name));
  const change = updateOperation(kind, values, { there, columns: own });
  const left = leftAsIs(values, { there, columns: own }).map(
    ({ name }): RowProblem => ({
      column: name,
      code: "left_as_is",
      severity: "warning",
      found: text(values[name]),
      suggestions: [{ value: "" }],
    }),
  );
  return {
    operations: [...(change ? [change] : []), ...(following?.operations ?? [])],
    left: [...left, ...(following?.problems ?? [])],
  };
}

/** Four figures were read as a French postcode; the row that is there may lie elsewhere. */
function keepForeignPostcode(work: Work, { values: { country } }: Existing): void {
  const at = work.problems.findIndex(({ column, code }) => column === "postal_code" && code === "completed");
  const [found] = at < 0 || work.values["country"] || !country || country === "FR" ? [] : work.problems.splice(at, 1);
  if (found) work.values = { ...work.values, postal_code: found.found };
}

const isRow = (row: number | undefined): row is number => row !== undefined;

/** The key that a row's values make, whatever blanks or decomposed accents they were stored with. */
function keyOf(kind: ImportKind, values: Values): string | undefined {
  return kind.key(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? plainText(value) : value]),
    ),
  );
}

/** The key without the part that may be missing. */
const restOf = (kind: ImportKind, values: Values): string | undefined =>
  keyOf(kind, kind.keyOption ? { ...values, [kind.keyOption]: null } : values);

type Find = (key: string, values: Values) => Existing | undefined;

/** The existing row of a key. Where one side lacks the optional part, the only row with all the rest of the key. */
function finder(kind: ImportKind, existing: readonly Existing[]): Find {
  const byKey = new Map<string, Existing>();
  const byRest = new Map<string, Existing[]>();
  const { keyOption: option } = kind;
  for (const one of existing) {
    const key = keyOf(kind, one.values);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, one);
    const rest = restOf(kind, one.values);
    if (rest !== undefined) byRest.set(rest, [...(byRest.get(rest) ?? []), one]);
  }
  return (key, values) => {
    const exact = byKey.get(key);
    if (exact || !option) return exact;
    const alike = byRest.get(restOf(kind, values) ?? "") ?? [];
    const [only] = alike;
    return alike.length === 1 && only && (!text(values[option]) || !text(only.values[option])) ? only : undefined;
  };
}

interface Seen<T> {
  readonly value: string;
  readonly by: T;
}

/** Rows whose words are the same but for case, accents and signs, and rows that say the same where each should have its own. */
class Likeness {
  private readonly existing = new Map<string, Seen<Existing>[]>();
  private readonly rows = new Map<string, Seen<number>>();

  constructor(
    private readonly kind: ImportKind,
    existing: readonly Existing[],
  ) {
    for (const one of existing)
      for (const { at, value } of this.words(one.values))
        this.existing.set(at, [...(this.existing.get(at) ?? []), { value, by: one }]);
  }

  of({ row, values }: Work, there: Existing | undefined): RowProblem[] {
    return this.words(values).flatMap(({ at, column, value }) => {
      const found = text(values[column]);
      const warning = (code: RowProblem["code"], rest: Partial<RowProblem>): RowProblem => ({
        column,
        code,
        severity: "warning",
        found,
        suggestions: [],
        ...rest,
      });
      const problems: RowProblem[] = [];
      const others = this.existing.get(at)?.filter(({ by }) => by.id !== there?.id) ?? [];
      const same = others.find((other) => other.value === value);
      const near = same ?? others[0];
      // A row that is known exactly may look like others.
      if (near && (!there || (same && column !== this.kind.keyColumn)))
        problems.push(warning(same ? "similar_exists" : "resembles_exists", { expected: nameOf(near.by, column) }));
      const other = this.rows.get(at);
      if (!other) this.rows.set(at, { value, by: row });
      else problems.push(warning(other.value === value ? "similar_in_file" : "resembles_in_file", { other: other.by }));
      return problems;
    });
  }

  /** The key without its optional part, and each column that should be distinct. */
  private words(values: Values): { at: string; column: string; value: string }[] {
    const { keyColumn, distinct } = this.kind;
    const columns = distinct.map((column) => ({ column, value: plainText(text(values[column])) }));
    const key = restOf(this.kind, values);
    if (key !== undefined && !distinct.includes(keyColumn)) columns.unshift({ column: keyColumn, value: key });
    return columns.flatMap(({ column, value }) => {
      const word = fold(value);
      return word ? [{ at: `${column}/${word}`, column, value }] : [];
    });
  }
}

function nameOf({ values, label }: Existing, column: string): string {
  const value = text(values[column]);
  return value === "" || label.includes(value) ? label : `${value} · ${label}`;
}
