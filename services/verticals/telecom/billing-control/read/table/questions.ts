import type { TableField, TableQuestion } from "./contract.ts";
import type { Column } from "./columns.ts";
import type { DetailRow } from "./lines.ts";
import { meantNumber, type Writing } from "./values.ts";

export interface Asked {
  readonly columns: readonly Column[];
  readonly rows: readonly DetailRow[];
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly suggestedNumber: string | null;
  /** How discounts stand to net amounts; undefined where a person has said it. */
  readonly discount: { readonly taken: number; readonly not: number; readonly open: number } | undefined;
  readonly writing: Writing;
}

const cellsMost = 5;

/** What only a person can say of a table, and whether anything can be read before they have. */
export function questionsOf(asked: Asked): { questions: TableQuestion[]; blocking: boolean } {
  const { columns, discount } = asked;
  const questions: TableQuestion[] = [];
  const of = (...fields: TableField[]) =>
    columns.find(({ field, confidence }) => field !== null && fields.includes(field) && confidence !== "unused");
  const confirm = (column: Column | undefined) => {
    if (column?.field && column.confidence === "probable")
      questions.push({ kind: "column", column: column.at, field: column.field });
  };

  const net = of("net") ?? of("gross") ?? of("unitPrice");
  if (!net) questions.push({ kind: "missing", field: "net" });
  else if (!provenBy(discount)) confirm(net);
  const keys = (["serviceId", "iccid", "number", "customerReference", "description"] as const).map((field) =>
    of(field),
  );
  const key = keys.find((column) => column?.confidence === "sure");
  if (!key) {
    const probable = keys.find((column) => column !== undefined);
    if (probable) confirm(probable);
    else questions.push({ kind: "missing", field: "key" });
  }

  const number = asked.rows.some(({ invoiceNumber }) => invoiceNumber !== "") ? of("invoiceNumber") : undefined;
  if (number && asked.number === null) confirm(number);
  if (!number && asked.number === null) questions.push({ kind: "invoice_number", suggestion: asked.suggestedNumber });
  const dated = asked.rows.some((row) => row.issuedOn !== null || row.problems.length > 0);
  const issuedOn = dated ? of("issuedOn") : undefined;
  if (issuedOn && asked.issuedOn === null) confirm(issuedOn);
  if (!issuedOn && asked.issuedOn === null) questions.push({ kind: "issued_on", suggestion: null });

  const off = of("discount");
  if (off && net && discount && discount.not + discount.open > discount.taken)
    questions.push({
      kind: "discount_in_net",
      column: off.at,
      fits: discount.taken,
      rows: discount.taken + discount.not + discount.open,
    });
  const blocking = questions.length > 0;
  questions.push(...unreadable(asked));
  return { questions, blocking };
}

/** Gross less discount is the net in every row: then that is what they are, whatever they are called. */
const provenBy = (discount: Asked["discount"]): boolean =>
  discount !== undefined && discount.taken > 2 && discount.not + discount.open === 0;

/** The first cells of amounts that can't be read, with what they may have been meant to be. */
function unreadable({ columns, rows, writing }: Asked): TableQuestion[] {
  const cells = rows.flatMap(({ problems }) => problems.filter(({ code }) => code === "number_invalid"));
  return cells.slice(0, cellsMost).flatMap(({ row, field, found = "" }) => {
    const column = columns.find((one) => one.field !== null && (one.name || one.field) === field);
    return row === undefined || !column
      ? []
      : [{ kind: "cell", row, column: column.at, found, suggestion: meantNumber(found, writing.decimals) }];
  });
}
