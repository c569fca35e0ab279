import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { plainText } from "../../../platform/plain-text.ts";
import type { CheckInput, CheckReport, RowProblem } from "../contract.ts";
import { Directory } from "./directory.ts";
import { loadExisting } from "./existing.ts";
import type { ImportColumn, ImportKind, Value, Values } from "./kind.ts";
import { isRefused, plan, type Work } from "./plan.ts";
import { readCell } from "./read-cell.ts";

interface CheckContext {
  readonly backend: BackendClient;
  readonly brandId: string;
  /** Where the brand's days begin. */
  readonly timeZone?: string | undefined;
  /** The brand's country. */
  readonly country?: string | undefined;
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
  const rows = input.rows.map((cells, row) =>
    readRow(mapped, cells, { row, directories, timeZone: context.timeZone, brandCountry: context.country }),
  );
  if (kind.complete) {
    const drafts = rows.filter((work) => !isRefused(work));
    const complete = await kind.complete({ ...context, drafts, accountIds: accountsOf(rows) });
    for (const work of drafts) {
      work.completion = complete({ row: work.row, values: work.values });
      work.values = work.completion.values;
      work.problems.push(...work.completion.problems);
    }
  }
  const existing = await loadExisting(context.backend, kind, { accountIds: accountsOf(rows), rows });
  return plan(kind, rows, {
    existing,
    mode: input.existing,
    brandId: context.brandId,
    written: mapped.map(({ column }) => column),
  });
}

const accountsOf = (rows: readonly Work[]): string[] => [
  ...new Set(rows.flatMap(({ values }) => (typeof values["account"] === "string" ? [values["account"]] : []))),
];

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

const rank = ({ name, field }: ImportColumn): number =>
  name === "account" ? 0 : name === "country" ? 1 : field.format === "phone" ? 3 : 2;

/** That of the row's site, else of its account. */
function countryOf(values: Values, directories: ReadonlyMap<string, Directory>): string | undefined {
  const of = (name: string, target: string) => {
    const id = values[name];
    return typeof id === "string" ? directories.get(target)?.countryOf(id) : undefined;
  };
  return of("site", "sw_site") ?? of("account", "sw_account");
}

interface RowContext {
  readonly row: number;
  readonly timeZone: string | undefined;
  readonly brandCountry: string | undefined;
  readonly directories: ReadonlyMap<string, Directory>;
}

function readRow(
  mapped: readonly { column: ImportColumn; at: number }[],
  cells: readonly string[],
  { row, directories, timeZone, brandCountry }: RowContext,
): Work {
  const values: Record<string, Value> = {};
  const problems: RowProblem[] = [];
  // Sites and billing sites are looked for within the account, postcodes are those of the country, numbers are dialled at the site.
  const ordered = [...mapped].sort((a, b) => rank(a.column) - rank(b.column));
  for (const { column, at } of ordered) {
    const found = plainText(cells[at] ?? "");
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
      if (answer.id !== undefined) {
        values[column.name] = answer.id;
        if (answer.readAs !== undefined)
          problems.push({
            column: column.name,
            code: "read_as",
            severity: "warning",
            found,
            expected: answer.readAs,
            suggestions: [],
          });
        if (answer.blocked)
          problems.push({
            column: column.name,
            code: "person_blocked",
            severity: "warning",
            found,
            suggestions: leaveOut,
          });
      }
      // Within an unknown account nothing can be found: one problem is enough.
      else if (!problems.some((problem) => problem.column === "account"))
        problems.push({
          column: column.name,
          code: answer.code,
          severity: "refused",
          found: found.slice(0, 80),
          suggestions: [...answer.suggestions, ...leaveOut],
        });
      continue;
    }
    const { country } = values;
    const { value, problem } = readCell(column, found, {
      timeZone,
      country: typeof country === "string" ? country : undefined,
      dialled: countryOf(values, directories) ?? brandCountry,
    });
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
