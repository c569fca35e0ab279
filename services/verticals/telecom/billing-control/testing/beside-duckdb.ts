import { DuckDBInstance } from "@duckdb/node-api";
import { analyse } from "../import/analyse.ts";
import type { Park, ParkLine } from "../check/park.ts";
import type { Invoice, InvoiceLine } from "../invoice.ts";

/** Rows of a month stand in invoices of so many at most. */
const rowsOfInvoice = 50_000;
const linesOfPark = 100_000;
const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
const price = 132_000;

/** One size, measured by both. */
export interface Beside {
  readonly rows: number;
  readonly gaps: number;
  /** Milliseconds. */
  readonly own: number;
  readonly duckDb: number;
}

/**
 * Matching and checking of rows that are loaded and parsed, beside the same join and the same two checks in DuckDB; both must find as many gaps.
 * Ours has one invoice at a time, as an import has; what it looks rows up by is made within its time, as DuckDB makes its tables of the join.
 */
export async function* besideDuckDb(sizes: readonly number[]): AsyncGenerator<Beside> {
  for (const rows of sizes) {
    const duck = await measureDuckDb(() => documentsOf(rows));
    const own = { time: 0, gaps: 0 };
    for (const { invoice, park } of documentsOf(rows)) {
      const started = performance.now();
      own.gaps += analyse(invoice, park).lines.reduce((sum, { findings }) => sum + findings.length, 0);
      own.time += performance.now() - started;
    }
    if (own.gaps !== duck.gaps) throw new Error(`Ours finds ${own.gaps} gaps, DuckDB ${duck.gaps}.`);
    yield { rows, gaps: own.gaps, own: own.time, duckDb: duck.time };
  }
}

interface Document {
  readonly invoice: Invoice;
  readonly park: Park;
}

/** Month by month each line once: by service id, by number or by ICCID; each twentieth ended, each tenth without its discount. */
function* documentsOf(rows: number): Generator<Document> {
  const perMonth = Math.min(rows, linesOfPark);
  for (let first = 0; first < rows; first += rowsOfInvoice) {
    const month = months[Math.floor(first / perMonth) % 12] ?? "01";
    const from = first % perMonth;
    const count = Math.min(rowsOfInvoice, rows - first, perMonth - from);
    const some = Array.from({ length: count }, (_, index) => parkLine(from + index));
    yield {
      park: {
        lines: some,
        prices: [{ planId: "plan", gross: price, discount: 0, net: price, from: "2020-01-01", to: null, source: null }],
        items: [],
        earlier: [],
        noticeDays: 0,
      },
      invoice: invoiceOf(some.map((line, index) => billed(line, from + index, month))),
    };
  }
}

const parkLine = (index: number): ParkLine => ({
  id: `line-${index}`,
  accountId: null,
  number: `+3363${String(index).padStart(7, "0")}`,
  serviceId: `OR${index}`,
  iccids: [`8933${String(index).padStart(14, "0")}`],
  references: [],
  remembered: [],
  activatedOn: "2020-01-01",
  endDate: index % 20 === 0 ? "2025-12-15" : null,
  commitmentEnd: null,
  options: [],
  orderedOn: [],
  terms: [{ planId: "plan", from: "2020-01-01", to: null, negotiated: null }],
});

function billed(line: ParkLine, index: number, month: string): InvoiceLine {
  const by = index % 3;
  const net = index % 10 === 1 ? price + 22_000 : price;
  return {
    lineNumber: String(index + 1),
    serviceId: by === 0 ? line.serviceId : null,
    iccid: by === 2 ? (line.iccids[0] ?? null) : null,
    number: by === 1 ? line.number : null,
    customerReference: null,
    itemCode: null,
    description: "Forfait entreprise",
    type: "Abonnement",
    quantity: 10_000,
    gross: net,
    discount: 0,
    net,
    periodStart: `2026-${month}-01`,
    periodEnd: new Date(Date.UTC(2026, Number(month), 0)).toISOString().slice(0, 10),
    periodOf: "line",
    level: "line",
  };
}

const invoiceOf = (lines: readonly InvoiceLine[]): Invoice => ({
  format: "csv",
  kind: "invoice",
  number: "bench",
  issuedOn: lines[0]?.periodEnd ?? "2026-01-31",
  periodStart: null,
  periodEnd: null,
  currency: "EUR",
  totalNet: 0,
  totalGross: null,
  seller: { name: "bench", vatNumber: null, siren: null },
  lines,
});

/** Each row's line by the strongest key, its plan and price on the period's first day, what is billed after the end, and above the price. */
const query = `
  WITH matched AS (
    SELECT r.net, r.period_start, r.period_end, coalesce(s.id, c.line, n.id) AS line
    FROM billed r
    LEFT JOIN line s ON s.service_id = r.service_id
    LEFT JOIN sim c ON c.iccid = r.iccid
    LEFT JOIN line n ON n.number = r.number
  ), priced AS (
    SELECT m.*, l.end_date, p.net AS due,
      greatest(0, date_diff('day', greatest(m.period_start, coalesce(l.end_date + 1, m.period_end + 1)), m.period_end) + 1) AS late,
      date_diff('day', m.period_start, m.period_end) + 1 AS days
    FROM matched m
    JOIN line l ON l.id = m.line
    LEFT JOIN term t ON t.line = m.line AND t.valid_from <= m.period_start AND coalesce(t.valid_to, DATE '9999-12-31') >= m.period_start
    LEFT JOIN price p ON p.plan = t.plan AND p.valid_from <= m.period_start AND coalesce(p.valid_to, DATE '9999-12-31') >= m.period_start
  )
  SELECT count(*) FILTER (WHERE late > 0) + count(*) FILTER (WHERE late < days AND net * (days - late) / days - due * (days - late) / days > 100) AS gaps,
    sum(net * late / days) AS late_net
  FROM priced`;

async function measureDuckDb(documents: () => Iterable<Document>): Promise<{ time: number; gaps: number }> {
  const instance = await DuckDBInstance.create(":memory:");
  const duck = await instance.connect();
  await duck.run(`
    CREATE TABLE line (id VARCHAR, service_id VARCHAR, number VARCHAR, end_date DATE);
    CREATE TABLE sim (line VARCHAR, iccid VARCHAR);
    CREATE TABLE term (line VARCHAR, plan VARCHAR, valid_from DATE, valid_to DATE);
    CREATE TABLE price (plan VARCHAR, net BIGINT, valid_from DATE, valid_to DATE);
    CREATE TABLE billed (service_id VARCHAR, iccid VARCHAR, number VARCHAR, net BIGINT, period_start DATE, period_end DATE);
    INSERT INTO price VALUES ('plan', ${price}, '2020-01-01', NULL)`);
  const lines = new Map<string, ParkLine>();
  for (const { park } of documents()) for (const line of park.lines) lines.set(line.id, line);
  const append = async (table: string, rows: Iterable<readonly (string | bigint | null)[]>) => {
    const appender = await duck.createAppender(table);
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull();
        else if (typeof value === "bigint") appender.appendBigInt(value);
        else appender.appendVarchar(value);
      }
      appender.endRow();
    }
    appender.closeSync();
  };
  await duck.run("CREATE TABLE raw_line (id VARCHAR, service_id VARCHAR, number VARCHAR, end_date VARCHAR)");
  await append(
    "raw_line",
    [...lines.values()].map(({ id, serviceId, number, endDate }) => [id, serviceId, number, endDate]),
  );
  await append(
    "sim",
    [...lines.values()].map(({ id, iccids }) => [id, iccids[0] ?? null]),
  );
  await duck.run(`
    INSERT INTO line SELECT id, service_id, number, end_date::DATE FROM raw_line;
    INSERT INTO term SELECT id, 'plan', DATE '2020-01-01', NULL FROM line;
    CREATE TABLE raw_billed (service_id VARCHAR, iccid VARCHAR, number VARCHAR, net BIGINT, period_start VARCHAR, period_end VARCHAR)`);
  lines.clear();
  for (const { invoice } of documents())
    await append(
      "raw_billed",
      invoice.lines.map((row) => [
        row.serviceId,
        row.iccid,
        row.number,
        BigInt(row.net),
        row.periodStart,
        row.periodEnd,
      ]),
    );
  await duck.run(
    "INSERT INTO billed SELECT service_id, iccid, number, net, period_start::DATE, period_end::DATE FROM raw_billed",
  );
  const started = performance.now();
  const result = await duck.runAndReadAll(query);
  const time = performance.now() - started;
  duck.closeSync();
  return { time, gaps: Number(result.getRows()[0]?.[0] ?? 0) };
}
