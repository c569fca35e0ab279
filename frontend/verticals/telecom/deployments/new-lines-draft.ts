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

export interface DraftLine {
  /** Tells the row apart while others come and go. */
  readonly key: number;
  readonly number: string;
  readonly siteId: string;
  readonly planId: string;
  readonly userName: string;
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
  unknown: {},
});

export const orderedLines = (lines: readonly DraftLine[]): NewLinesOrder["lines"] =>
  lines.map(({ number, siteId, planId, userName }) => ({
    number,
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
  | { readonly row: number; readonly field: NewLineField; readonly fault: "unknown"; readonly text: string };

/** What is wrong with the rows; a pasted name that is the name of nothing is said as it was written. */
export function draftProblems(lines: readonly DraftLine[], choices: LineChoices): DraftProblem[] {
  const unknown = lines.flatMap(({ unknown: { site, plan } }, row): DraftProblem[] => [
    ...(plan ? [{ row, field: "plan" as const, fault: "unknown" as const, text: plan }] : []),
    ...(site ? [{ row, field: "site" as const, fault: "unknown" as const, text: site }] : []),
  ]);
  const said = new Set(unknown.map(({ row, field }) => `${row}/${field}`));
  const others = newLineProblems(orderedLines(lines), choices).filter(({ row, field }) => !said.has(`${row}/${field}`));
  return [...unknown, ...others].toSorted((a, b) => a.row - b.row);
}

const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * Lines of a spreadsheet: number, site, plan, user. Undefined for what is no table: one cell is pasted as ever. A plan that isn't said is that of
 * the row where it is pasted.
 */
export function pastedLines(
  text: string,
  choices: { readonly sites: readonly NamedChoice[]; readonly plans: readonly NamedChoice[] },
  at: DraftLine,
): Omit<DraftLine, "key">[] | undefined {
  const rows = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((row) => row.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.length === 1)) return undefined;
  return rows.map(([number = "", site = "", plan = "", userName = ""]) => {
    const named = (list: readonly NamedChoice[], name: string) =>
      list.find((one) => folded(one.name) === folded(name))?.id;
    const siteId = site ? named(choices.sites, site) : at.siteId;
    const planId = plan ? named(choices.plans, plan) : at.planId;
    return {
      number,
      userName,
      siteId: siteId ?? "",
      planId: planId ?? "",
      unknown: { ...(siteId === undefined && { site }), ...(planId === undefined && { plan }) },
    };
  });
}
