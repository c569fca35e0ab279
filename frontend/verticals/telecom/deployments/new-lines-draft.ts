/** What a person has entered of new lines, and what that makes. Pure. */
import {
  type LineChoices,
  type NewLineField,
  type NewLineProblem,
  newLineProblems,
  newLinesOrder,
  type NewLinesOrder,
} from "@softwhere/services/verticals/telecom/domain/new-lines";
import { type CommonDraft, ownerOf } from "./common-draft";

export interface DraftPort {
  readonly rio: string;
  readonly holder: string;
  /** `YYYY-MM-DD`, or what was typed that is no day. */
  readonly wishedOn: string;
}

export interface DraftLine {
  /** Tells the row apart while others come and go. */
  readonly key: number;
  readonly number: string;
  readonly siteId: string;
  readonly planId: string;
  readonly userName: string;
  /** Its number comes from another operator; null: it is a new one. */
  readonly port: DraftPort | null;
  /** What was pasted and is the name of nothing here: kept until something is chosen. */
  readonly unknown: { readonly site?: string; readonly plan?: string };
}

export interface NewLinesDraft extends CommonDraft {
  readonly parkId: string;
  readonly billingSiteId: string;
  readonly lines: readonly DraftLine[];
}

export interface NamedChoice {
  readonly id: string;
  readonly name: string;
}

export const emptyLine = (key: number, before?: DraftLine): DraftLine => ({
  key,
  number: "",
  // The next one is often of the same kind at the same place.
  siteId: before?.siteId ?? "",
  planId: before?.planId ?? "",
  userName: "",
  port: null,
  unknown: {},
});

/** A port of the row; several numbers mostly come from one holder on one day. */
export const emptyPort = (lines: readonly DraftLine[]): DraftPort => {
  const before = lines.findLast(({ port }) => port)?.port;
  return { rio: "", holder: before?.holder ?? "", wishedOn: before?.wishedOn ?? "" };
};

export const orderedLines = (lines: readonly DraftLine[]): NewLinesOrder["lines"] =>
  lines.map(({ number, siteId, planId, userName, port }) => ({
    number,
    port,
    siteId: siteId || null,
    planId: planId || null,
    userName,
  }));

/** The order that a draft makes, or nothing while its head is incomplete. */
export function newLinesOrderOf(
  draft: NewLinesDraft,
  { accountId, me }: { readonly accountId: string; readonly me: string | null },
): NewLinesOrder | null {
  return (
    newLinesOrder.safeParse({
      accountId,
      name: draft.name,
      plannedOn: draft.plannedOn,
      ownerId: ownerOf(draft, me),
      parkId: draft.parkId,
      billingSiteId: draft.billingSiteId || null,
      lines: orderedLines(draft.lines),
    }).data ?? null
  );
}

export type DraftProblem =
  | NewLineProblem
  | { readonly row: number; readonly field: NewLineField; readonly fault: "unknown" | "unable"; readonly text: string };

/** What is wrong with the rows; a pasted name that is the name of nothing is said as it was written. */
export function draftProblems(
  lines: readonly DraftLine[],
  choices: LineChoices,
  /** Who can't port numbers, where that is so. */
  unable: string | null = null,
): DraftProblem[] {
  const unknown = lines.flatMap(({ unknown: { site, plan }, port }, row): DraftProblem[] => [
    ...(port && unable ? [{ row, field: "rio" as const, fault: "unable" as const, text: unable }] : []),
    ...(plan ? [{ row, field: "plan" as const, fault: "unknown" as const, text: plan }] : []),
    ...(site ? [{ row, field: "site" as const, fault: "unknown" as const, text: site }] : []),
  ]);
  const said = new Set(unknown.map(({ row, field }) => `${row}/${field}`));
  const others = newLineProblems(orderedLines(lines), choices).filter(({ row, field }) => !said.has(`${row}/${field}`));
  return [...unknown, ...others].toSorted((a, b) => a.row - b.row);
}

const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

/** In the order in which they are read where the table has no head. */
const columns = ["number", "site", "plan", "user", "rio", "holder", "wishedOn"] as const;
type Column = (typeof columns)[number];

/** What people write above them, folded. */
const heads: Readonly<Record<Column, readonly string[]>> = {
  number: ["numero", "numero ou reference", "number", "number or reference", "ligne", "line"],
  site: ["site"],
  plan: ["forfait", "plan"],
  user: ["utilisateur", "user"],
  rio: ["rio", "code rio"],
  holder: ["titulaire", "holder"],
  wishedOn: ["porter le", "date de portage", "portage", "port on", "porting date", "port date"],
};

/** Which column lies where; undefined where the first row is one like the others. */
function headOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const found = cells.map((cell) => columns.find((column) => heads[column].includes(folded(cell))));
  return found.includes("number") && found.filter(Boolean).length > 1 ? found : undefined;
}

/**
 * Lines of a spreadsheet: number, site, plan, user, and RIO, holder and day of what is ported; in another order where the first row names them.
 * Undefined for what is no table: one cell is pasted as ever. A plan that isn't said is that of the row where it is pasted.
 */
export function pastedLines(
  text: string,
  choices: { readonly sites: readonly NamedChoice[]; readonly plans: readonly NamedChoice[] },
  at: DraftLine,
  dayOf: (text: string) => string = (text) => text,
): Omit<DraftLine, "key">[] | undefined {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((row) => row.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.length === 1)) return undefined;
  const head = headOf(rows[0] ?? []);
  return (head ? rows.slice(1) : rows).map((cells) => {
    const cell = (column: Column) => cells[(head ?? columns).indexOf(column)] ?? "";
    const [number, site, plan, userName] = [cell("number"), cell("site"), cell("plan"), cell("user")];
    const [rio, holder, wishedOn] = [cell("rio"), cell("holder"), dayOf(cell("wishedOn"))];
    const named = (list: readonly NamedChoice[], name: string) =>
      list.find((one) => folded(one.name) === folded(name))?.id;
    const siteId = site ? named(choices.sites, site) : at.siteId;
    const planId = plan ? named(choices.plans, plan) : at.planId;
    return {
      number,
      userName,
      siteId: siteId ?? "",
      planId: planId ?? "",
      port: rio || holder || wishedOn ? { rio, holder, wishedOn } : null,
      unknown: { ...(siteId === undefined && { site }), ...(planId === undefined && { plan }) },
    };
  });
}
