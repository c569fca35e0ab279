import type { Money } from "../../../../../platform/money.ts";
import type { Problem } from "../../contract.ts";
import type { TableField } from "./contract.ts";
import type { InvoiceLine } from "../../invoice.ts";
import { amountsOf, type StatedAmounts } from "./amounts.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";
import { cutAtFifteen, dayOf, isNothing, keyText, moneyOf, periodOf, phoneOf, type Writing } from "./values.ts";

/** A row that charges something, with what it says of the document it belongs to. */
export interface DetailRow {
  readonly row: number;
  readonly supplier: string;
  readonly invoiceNumber: string;
  readonly issuedOn: string | null;
  readonly currency: string | null;
  readonly line: InvoiceLine;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const keyFields = ["serviceId", "iccid", "number", "customerReference"] as const;

/** Reads rows by what their columns are. */
export class LineReader {
  private readonly columns: ReadonlyMap<TableField, Column>;
  /** Columns whose long numbers have lost what lay behind fifteen figures. */
  private readonly cut: ReadonlySet<number>;
  private readonly percent: boolean;

  constructor(
    columns: readonly Column[],
    rows: readonly Row[],
    private readonly writing: Writing,
    private readonly discountInNet: boolean,
  ) {
    this.columns = new Map(columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])));
    const texts = (at: number) => rows.map(({ cells }) => cells[at] ?? "");
    this.cut = new Set(
      keyFields.flatMap((field) => {
        const at = this.at(field);
        return at !== undefined && cutAtFifteen(texts(at)) ? [at] : [];
      }),
    );
    const discount = this.columns.get("discount");
    this.percent =
      discount !== undefined &&
      (/%|taux|rate/i.test(discount.name) || texts(discount.at).some((text) => text.endsWith("%")));
  }

  at(field: TableField): number | undefined {
    return this.columns.get(field)?.at;
  }

  /** What the header calls it. */
  name(field: TableField): string {
    return this.columns.get(field)?.name || field;
  }

  text({ cells }: Row, field: TableField): string {
    const at = this.at(field);
    const text = at === undefined ? "" : (cells[at] ?? "");
    return isNothing(text) ? "" : text;
  }

  stated(row: Row, problems: Problem[] = []): StatedAmounts {
    const amount = (field: TableField): Money | null => {
      const text = this.text(row, field);
      if (text === "") return null;
      const money = moneyOf(text, this.writing.decimals);
      if (money === undefined) problems.push(this.unreadable("number_invalid", row, field, text));
      return money ?? null;
    };
    const price = this.at("gross") === undefined && this.at("net") === undefined ? amount("unitPrice") : null;
    const quantity = price === null ? null : (amount("quantity") ?? 10_000);
    const gross = price === null || quantity === null ? amount("gross") : Math.round((price * quantity) / 10_000);
    const net = amount("net");
    const discount = amount("discount");
    const base = gross ?? net;
    return {
      gross,
      net,
      discount:
        discount !== null && this.percent && base !== null ? Math.round((base * discount) / 1_000_000) : discount,
    };
  }

  /** Undefined for a row without any amount. */
  read(row: Row): DetailRow | undefined {
    const problems: Problem[] = [];
    const warnings: Problem[] = [];
    const amounts = amountsOf(this.stated(row, problems), this.discountInNet);
    if (!amounts && problems.length === 0) return undefined;
    if (amounts?.contradicts)
      warnings.push({ code: "discount_mismatch", row: row.row, field: this.name("net"), found: this.text(row, "net") });
    const keys = Object.fromEntries(keyFields.map((field) => [field, this.key(row, field, warnings)] as const));
    if (warnings.some(({ code }) => code === "digits_lost") && keyFields.every((field) => !keys[field]))
      warnings.push({ code: "no_key", row: row.row });
    const issuedOn = this.day(row, "issuedOn", problems);
    const period = this.period(row, problems);
    const quantity = this.text(row, "quantity");
    const count = quantity === "" ? 10_000 : moneyOf(quantity, this.writing.decimals);
    if (count === undefined) problems.push(this.unreadable("number_invalid", row, "quantity", quantity));
    const itemCode = this.text(row, "itemCode");
    const type = this.text(row, "type");
    return {
      row: row.row,
      supplier: this.text(row, "supplier"),
      invoiceNumber: keyText(this.text(row, "invoiceNumber")) ?? "",
      issuedOn,
      currency: this.text(row, "currency").toUpperCase() || null,
      line: {
        lineNumber: this.text(row, "lineNumber")
          .replace(/[.,]0+$/, "")
          .slice(0, 32),
        serviceId: keys["serviceId"]?.slice(0, 64) ?? null,
        iccid: keys["iccid"]?.replace(/[\s-]/g, "").slice(0, 20) ?? null,
        number: keys["number"] ? phoneOf(keys["number"], this.writing.country).slice(0, 32) : null,
        customerReference: keys["customerReference"]?.slice(0, 64) ?? null,
        itemCode: itemCode.slice(0, 64) || null,
        description: (this.text(row, "description") || itemCode || type || "—").replace(/\s+/g, " ").slice(0, 255),
        type: type || null,
        quantity: count ?? 10_000,
        gross: amounts?.gross ?? null,
        discount: amounts?.discount ?? 0,
        net: amounts?.net ?? 0,
        periodStart: period.start,
        periodEnd: period.end,
        periodOf: period.start ? "line" : null,
        level: "line",
      },
      problems,
      warnings,
    };
  }

  private key(row: Row, field: (typeof keyFields)[number], warnings: Problem[]): string | null {
    const text = this.text(row, field);
    if (text === "") return null;
    const at = this.at(field);
    const cut = at !== undefined && this.cut.has(at) && /^\d{16,22}$/.test(text.replace(/\s/g, ""));
    const key = cut ? null : keyText(text);
    if (key === null)
      warnings.push({ code: "digits_lost", row: row.row, field: this.name(field), found: text.slice(0, 80) });
    return key;
  }

  private day(row: Row, field: TableField, problems: Problem[], side: "start" | "end" = "start"): string | null {
    const text = this.text(row, field);
    if (text === "") return null;
    const day = dayOf(text, side, this.writing.days);
    if (day === undefined) problems.push(this.unreadable("date_invalid", row, field, text));
    return day ?? null;
  }

  private period(row: Row, problems: Problem[]): { start: string | null; end: string | null } {
    const whole = this.text(row, "period");
    const period = whole === "" ? undefined : periodOf(whole, this.writing.days);
    if (whole !== "" && !period) problems.push(this.unreadable("date_invalid", row, "period", whole));
    const start = this.day(row, "periodStart", problems) ?? period?.start ?? null;
    // A month in a column of beginnings is the whole month where nothing says its end.
    const alone = this.at("periodEnd") === undefined && this.text(row, "periodStart") !== "";
    const end = this.day(row, alone ? "periodStart" : "periodEnd", alone ? [] : problems, "end") ?? period?.end ?? null;
    const both = alone && end === start ? null : end;
    if (start && both && both < start)
      problems.push({
        code: "period_invalid",
        row: row.row,
        field: this.name("periodEnd"),
        found: `${start} – ${both}`,
      });
    return { start, end: both };
  }

  private unreadable(code: Problem["code"], { row }: Row, field: TableField, text: string): Problem {
    return { code, row, field: this.name(field), found: text.slice(0, 80) };
  }
}
