import { foldName } from "../../../../../platform/fold.ts";
import { type Confidence, type TableField, tableFields } from "./contract.ts";
import { fieldsNamed } from "./names.ts";
import { filled, type Row, type Table } from "./rows.ts";
import { readDay } from "../../../../../platform/tables/read-day.ts";
import { dayOf, isIccid, isNothing, isPhone, moneyOf, periodOf, spreadsheetNumber } from "./values.ts";

/** Folded name of a column → its field, or null where it is left out, as a person said of an earlier file. */
export type RememberedColumns = Readonly<Record<string, string | null>>;

export interface Column {
  readonly at: number;
  readonly name: string;
  readonly field: TableField | null;
  readonly confidence: Confidence;
  readonly samples: readonly string[];
  readonly destroyed: number;
}

/** What the values of a column have in common: shares of those that are there. */
interface Profile {
  readonly count: number;
  readonly different: number;
  readonly amount: number;
  readonly small: number;
  readonly day: number;
  /** Days alone, no months. */
  readonly exact: number;
  readonly period: number;
  readonly phone: number;
  readonly iccid: number;
  readonly letters: number;
}

const sampled = 300;

function profileOf(texts: readonly string[], country: string): Profile {
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  return {
    count: texts.length,
    different: new Set(texts).size,
    amount: share((text) => moneyOf(text, ",") !== undefined),
    small: share((text) => /^\d{1,6}([.,]0+)?$/.test(text)),
    exact: share((text) => readDay(text).day !== undefined || readDay(text, undefined, "mdy").day !== undefined),
    day: share((text) => dayOf(text, "start", "dmy") !== undefined || dayOf(text, "start", "mdy") !== undefined),
    period: share((text) => periodOf(text, "dmy") !== undefined),
    phone: share((text) => isPhone(text, country)),
    iccid: share(isIccid),
    letters: share((text) => /\p{L}{2}/u.test(text)),
  };
}

/** Values that a field may have; most of them, as some of a column may be wrong. */
const holds: Readonly<Partial<Record<TableField, (profile: Profile) => boolean>>> = {
  issuedOn: ({ exact }) => exact >= 0.6,
  lineNumber: ({ phone, iccid }) => phone < 0.5 && iccid < 0.5,
  iccid: ({ iccid, letters }) => iccid >= 0.5 || letters === 0,
  number: ({ phone }) => phone >= 0.5,
  quantity: ({ amount }) => amount >= 0.6,
  unitPrice: ({ amount }) => amount >= 0.6,
  gross: ({ amount }) => amount >= 0.6,
  discount: ({ amount }) => amount >= 0.6,
  net: ({ amount }) => amount >= 0.6,
  currency: ({ letters }) => letters >= 0.6,
  periodStart: ({ day }) => day >= 0.6,
  periodEnd: ({ day }) => day >= 0.6,
  period: ({ period }) => period >= 0.6,
};

/** What values alone may mean where no name does. */
function fieldsOf(profile: Profile): readonly { field: TableField; weight: number }[] {
  if (profile.count === 0) return [];
  if (profile.iccid >= 0.9) return [{ field: "iccid", weight: 2.5 }];
  if (profile.phone >= 0.9) return [{ field: "number", weight: 1.8 }];
  return [];
}

const isField = (text: string | undefined): text is TableField => tableFields.some((field) => field === text);

/** What a name is worth beside the values below it. */
function weighed({
  field,
  weight,
  profile: { count, different },
}: {
  field: TableField;
  weight: number;
  profile: Profile;
}) {
  // A column without values says nothing, and gives way to one that has some.
  if (count === 0) return weight - 0.5;
  // The one day that stands in all rows is the document's.
  if (field === "issuedOn" && weight === 2) return different === 1 ? 2.5 : different > 3 ? 0 : weight;
  // What all rows have in common identifies none of them.
  const key = field === "customerReference" || field === "serviceId";
  return key && weight === 2 && count > 1 && different <= 2 && different < count * 0.7 ? 0 : weight;
}

export interface Known {
  readonly answers: Readonly<Record<string, TableField | null>>;
  readonly remembered: RememberedColumns | undefined;
  readonly country: string;
}

/** Rows that are about half as full as most at least: totals and remarks say little of what the columns hold. */
function fullRows({ below }: Table): readonly Row[] {
  const counts = below.map(({ cells }) => filled(cells));
  const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
  return below.filter((_, at) => (counts[at] ?? 0) > usual / 2);
}

/** Which column is which field: what a person says, said of an earlier file, then names, held against the values below them. */
export function recognise(table: Table, { answers, remembered, country }: Known): Column[] {
  const usual = fullRows(table);
  const columns = table.header.map((name, at) => {
    const texts: string[] = [];
    let destroyed = 0;
    for (const { cells } of usual) {
      const text = cells[at] ?? "";
      if (isNothing(text)) continue;
      if (spreadsheetNumber(text) === null) destroyed += 1;
      if (texts.length < sampled) texts.push(text);
    }
    return { at, name, texts, destroyed, profile: profileOf(texts, country) };
  });
  const fields = new Map<number, { field: TableField | null; confidence: Confidence }>();
  const taken = new Set<TableField>();
  const settle = (at: number, field: TableField | null, confidence: Confidence) => {
    if (fields.has(at) || (field !== null && taken.has(field))) return;
    fields.set(at, { field, confidence });
    if (field !== null) taken.add(field);
  };
  for (const { at } of columns) {
    const said = answers[String(at)];
    if (said !== undefined) settle(at, said, "sure");
  }
  for (const { at, name } of columns) {
    const said = remembered && Object.hasOwn(remembered, foldName(name)) ? remembered[foldName(name)] : undefined;
    if (said === null || isField(said)) settle(at, said, "sure");
  }
  const claims = columns.flatMap(({ at, name, profile }) =>
    [...fieldsNamed(name), ...fieldsOf(profile)].map((claim) => ({ at, ...claim, profile })),
  );
  const fitting = claims
    .map((claim) => {
      const fits = claim.profile.count === 0 || (holds[claim.field]?.(claim.profile) ?? true);
      return { ...claim, fits, weight: weighed(claim) };
    })
    .filter(({ fits, weight }) => fits && weight > 0);
  for (const { at, field, weight } of fitting.sort((a, b) => b.weight - a.weight || a.at - b.at))
    settle(at, field, weight >= 2.4 ? "sure" : "probable");
  return columns.map(({ at, name, texts, destroyed }) => ({
    at,
    name,
    ...(fields.get(at) ?? { field: null, confidence: "unused" as const }),
    samples: [...new Set(texts)].slice(0, 3).map((text) => text.slice(0, 60)),
    destroyed,
  }));
}
