/** New lines as somebody asks for them, and what is wrong with them, by row and field. Pure. */
import * as z from "zod";
import { isKeyDoubtful, portableNumber, rioProblem } from "./rio.ts";

/** As many as are entered by hand or pasted; more are imported. */
export const mostNewLines = 200;

/** Texts are taken as they are entered, so that what is wrong with one names its row. */
const newLine = z.object({
  /** Number, access or reference of the service. */
  number: z.string().max(1_000),
  siteId: z.uuid().nullable(),
  planId: z.uuid().nullable(),
  userName: z.string().max(1_000),
  /** Its number comes from another operator; null: it is a new one. */
  port: z
    .object({
      rio: z.string().max(1_000),
      /** As it is registered there. */
      holder: z.string().max(1_000),
      /** A day that is wished for; empty: the deployment's. */
      wishedOn: z.string().max(1_000),
    })
    .nullable()
    .default(null),
});
export type NewLine = z.infer<typeof newLine>;

export const newLinesOrder = z.object({
  accountId: z.uuid(),
  name: z.string().trim().min(1).max(160),
  plannedOn: z.iso.date(),
  ownerId: z.uuid().nullable(),
  /** Says the operator too. */
  parkId: z.uuid(),
  /** Where they are billed; null: nothing is created at the billing system. */
  billingSiteId: z.uuid().nullable(),
  lines: z.array(newLine).min(1).max(mostNewLines),
});
export type NewLinesOrder = z.infer<typeof newLinesOrder>;

export type NewLineField = "number" | "site" | "plan" | "user" | "rio" | "holder" | "wishedOn";

export interface NewLineProblem {
  /** The line, from 0. */
  readonly row: number;
  readonly field: NewLineField;
  readonly fault:
    | "missing"
    | "too-long"
    | "twice"
    | "not-offered"
    | "not-there"
    | "not-portable"
    | "rio-structure"
    | "rio-kind"
    | "no-day";
}

const longest = { number: 32, user: 160, holder: 160 } as const;

export interface LineChoices {
  /** What the operator offers on the day. */
  readonly plans: ReadonlySet<string>;
  /** The account's. */
  readonly sites: ReadonlySet<string>;
}

export function newLineProblems(lines: readonly NewLine[], { plans, sites }: LineChoices): NewLineProblem[] {
  const seen = new Set<string>();
  return lines.flatMap(({ number, siteId, planId, userName, port }, row) => {
    const problems: NewLineProblem[] = [];
    const wrong = (field: NewLineField, fault: NewLineProblem["fault"]) => problems.push({ row, field, fault });
    const bare = sameNumber(number);
    if (bare === "") wrong("number", "missing");
    else if (number.trim().length > longest.number) wrong("number", "too-long");
    else if (seen.has(bare)) wrong("number", "twice");
    else if (port && !portableNumber(number)) wrong("number", "not-portable");
    seen.add(bare);
    if (siteId !== null && !sites.has(siteId)) wrong("site", "not-there");
    if (planId === null) wrong("plan", "missing");
    else if (!plans.has(planId)) wrong("plan", "not-offered");
    if (userName.trim().length > longest.user) wrong("user", "too-long");
    for (const [field, fault] of portProblems(number, port)) wrong(field, fault);
    return problems;
  });
}

type Wrong = readonly [NewLineField, NewLineProblem["fault"]];

/** What keeps a number from being asked for at the operator that it comes from. */
export function portProblems(number: string, port: NewLine["port"]): Wrong[] {
  if (!port) return [];
  const rio = rioProblem(port.rio, number);
  const holder = port.holder.trim();
  const day = port.wishedOn.trim();
  return [
    ...(rio ? [["rio", rio === "missing" ? rio : `rio-${rio}`] satisfies Wrong] : []),
    ...(holder === "" ? [["holder", "missing"] satisfies Wrong] : []),
    ...(holder.length > longest.holder ? [["holder", "too-long"] satisfies Wrong] : []),
    ...(day !== "" && !z.iso.date().safeParse(day).success ? [["wishedOn", "no-day"] satisfies Wrong] : []),
  ];
}

/** Rows whose RIO seems to be another number's: told, and no reason not to order. */
export const doubtfulRows = (lines: readonly NewLine[]): number[] =>
  lines.flatMap(({ number, port }, row) => (port && isKeyDoubtful(port.rio, number) ? [row] : []));

/** Two writings of one number; which others are one is known to the backend. */
const sameNumber = (number: string): string => number.replace(/[\s.-]/g, "").toLowerCase();
