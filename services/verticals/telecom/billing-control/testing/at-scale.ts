import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { monitorOf, type Waits } from "../../../../platform/testing/waits.ts";
import type { AtomicOperation, BackendClient } from "../../../../platform/backend/client.ts";
import { BackendUnreachable } from "../../../../platform/backend/errors.ts";
import { ServiceSession } from "../../../../platform/backend/service-account.ts";
import { callService, signIn, startServer, type TestServer } from "../../../../platform/testing/servers.ts";
import type { FileReport } from "../contract.ts";
import type { MonthReport, MonthRunState } from "../month/contract.ts";
import { add, to } from "./seeded-month.ts";

/** Rows of one file, and of one invoice, at most. */
const rowsOfFile = 50_000;
const linesOfCustomer = 500;
const operationsAtOnce = 1_000;

export interface Imported {
  readonly rows: number;
  readonly gaps: number;
  /** Milliseconds. */
  readonly time: number;
}

/** A brand with a park of its own at a running backend, and a host of billing control beside it. */
export class ScaleWorld {
  private lines = 0;
  private readonly park: string[] = [];

  private constructor(
    readonly backendUrl: string,
    readonly host: TestServer,
    private readonly person: { readonly name: string; readonly pass: string },
    private readonly ids: { readonly supplier: string; readonly plan: string; readonly code: string },
  ) {}

  static async create(backendUrl: string, adminPassword: string): Promise<ScaleWorld> {
    const admin = await new ServiceSession(backendUrl, { name: "admin", password: adminPassword }).client("bench");
    const run = randomUUID().slice(0, 8);
    const brand = await admin.create("sw_brand", {
      type: "sw_brand--sw_brand",
      attributes: { name: `Scale ${run}`, modules: ["sw_telecom"], country: "FR" },
    });
    const person = { name: `scale-${run}`, pass: `scale-of-${run}` };
    await admin.create("user", {
      type: "user--user",
      attributes: {
        name: person.name,
        pass: person.pass,
        status: true,
        full_name: "Scale",
        user_type: "internal",
        business_roles: ["administrator"],
      },
      relationships: { brand: to("sw_brand", brand.id) },
    });
    const ids = { supplier: randomUUID(), plan: randomUUID(), code: `S${run}` };
    const catalogue = randomUUID();
    const client = await new ServiceSession(backendUrl, { name: person.name, password: person.pass }).client("bench");
    await client.operate([
      add("sw_supplier", ids.supplier, { name: ids.code, code: ids.code }),
      add("sw_catalogue", catalogue, { name: "Catalogue" }),
      add(
        "sw_catalogue_item",
        ids.plan,
        { code: "B50", name: "Business 50 Go", kind: "plan" },
        { catalogue: to("sw_catalogue", catalogue), supplier: to("sw_supplier", ids.supplier) },
      ),
      ...["sell", "buy"].map((direction) =>
        add(
          "sw_price",
          randomUUID(),
          { direction, gross: "13.2", net: "13.2", valid_from: "2020-01-01" },
          { item: to("sw_catalogue_item", ids.plan) },
        ),
      ),
    ]);
    const host = await startServer("services/main.ts", {
      args: ["--only", "billing-control"],
      env: {
        SW_BACKEND_URL: backendUrl,
        SW_PLATFORM_ACCOUNT: "admin",
        SW_PLATFORM_PASSWORD: adminPassword,
        SW_SERVICE_SECRET: "bench-secret-of-this-run",
        PORT: "0",
      },
    });
    return new ScaleWorld(backendUrl, host, person, ids);
  }

  async client(): Promise<BackendClient> {
    const session = new ServiceSession(this.backendUrl, { name: this.person.name, password: this.person.pass });
    return session.client(`bench-${randomUUID()}`);
  }

  /** Customers of some hundred lines each, each line with its plan. */
  async grow(lines: number): Promise<void> {
    const operations: AtomicOperation[] = [];
    const client = await this.client();
    for (; this.lines < lines; this.lines += 1) {
      const index = this.lines;
      if (index % linesOfCustomer === 0) {
        const [account, park] = [randomUUID(), randomUUID()];
        this.park.push(park);
        const name = `${this.ids.code}-${this.park.length}`;
        operations.push(
          add("sw_account", account, { legal_name: name, softwhere_id: name, kind: "company", status: "active" }),
          add(
            "sw_park",
            park,
            { kind: "mobile" },
            { account: to("sw_account", account), operator: to("sw_supplier", this.ids.supplier) },
          ),
        );
      }
      const line = randomUUID();
      operations.push(
        add(
          "sw_line",
          line,
          { number: numberOf(index), service_id: serviceOf(index), status: "active", activated_on: "2020-01-01" },
          { park: to("sw_park", this.park.at(-1) ?? ""), plan: to("sw_catalogue_item", this.ids.plan) },
        ),
        add(
          "sw_line_term",
          randomUUID(),
          { valid_from: "2020-01-01", applied: true },
          { line: to("sw_line", line), plan: to("sw_catalogue_item", this.ids.plan) },
        ),
      );
      if (operations.length >= operationsAtOnce) await this.send(client, operations.splice(0));
    }
    if (operations.length > 0) await this.send(client, operations);
  }

  /** A connection that waited too long is closed by the server, perhaps at this very moment: then it is sent once more. */
  private async send(client: BackendClient, operations: readonly AtomicOperation[]): Promise<void> {
    try {
      await client.operate(operations);
    } catch (error) {
      if (!(error instanceof BackendUnreachable)) throw error;
      await client.operate(operations);
    }
  }

  /** A month's rows, one for each line, as files of an operator; each thousandth has lost its discount. */
  async importMonth(month: string, rows = this.lines): Promise<Imported> {
    const sum = { rows: 0, gaps: 0, time: 0 };
    for (let first = 0; first < rows; first += rowsOfFile) {
      const file = this.detail(month, first, Math.min(rowsOfFile, rows - first));
      const content = Buffer.from(file).toString("base64");
      const started = performance.now();
      const report = (await this.call("commit", { write: { fileName: "detail.csv", content } })) as FileReport;
      sum.time += performance.now() - started;
      for (const one of report.documents) {
        if (one.kind !== "imported") throw new Error(`Not imported: ${JSON.stringify(one).slice(0, 500)}`);
        sum.rows += one.invoice.lineCount;
        sum.gaps += one.checks.reduce((count, check) => count + check.count, 0);
      }
    }
    return sum;
  }

  async checkMonth(month: string): Promise<{ readonly report: MonthReport; readonly time: number }> {
    const started = performance.now();
    const { run } = (await this.call("checkMonth", { write: { month } })) as { run: string };
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const state = (await this.call("monthRun", { ask: { run } })) as MonthRunState;
      if (state.state === "failed") throw new Error("The month's check failed.");
      if (state.state === "done") return { report: state.report, time: performance.now() - started };
    }
  }

  /** How long others wait meanwhile: for the host's and the backend's health, and for a list of lines. */
  async waits<Answer>(work: () => Promise<Answer>): Promise<{ readonly answer: Answer; readonly waits: Waits }> {
    const other = await this.session();
    return monitorOf(
      {
        host: { url: `${this.host.url}/health` },
        list: {
          url: `${this.backendUrl}/jsonapi/sw_line/sw_line?fields[sw_line--sw_line]=number,status&sort=number&page[limit]=50`,
          headers: { Cookie: other.cookie },
        },
      },
      work,
    );
  }

  async call(path: string, what: { readonly ask?: unknown; readonly write?: unknown }): Promise<unknown> {
    const { answer, code } = await callService(this.host.url, `billing-control/${path}`, await this.session(), what);
    if (code) throw new Error(`${path}: ${code}`);
    return answer;
  }

  private current: ReturnType<typeof signIn> | undefined;

  private session(): ReturnType<typeof signIn> {
    this.current ??= signIn(this.backendUrl, this.person.name, this.person.pass);
    return this.current;
  }

  private detail(month: string, first: number, count: number): string {
    const [year = "", of = ""] = month.split("-");
    const last = new Date(Date.UTC(Number(year), Number(of), 0)).getUTCDate();
    const [start, end] = [`01/${of}/${year}`, `${last}/${of}/${year}`];
    const number = `${month}-${first}-${randomUUID().slice(0, 6)}`;
    const rows = Array.from({ length: count }, (_, at) => {
      const index = first + at;
      const [gross, discount] = index % 1000 === 7 ? ["15,40", "0,00"] : ["15,40", "2,20"];
      const net = discount === "0,00" ? "15,40" : "13,20";
      const name = [this.ids.code, number, `05/${of}/${year}`, at + 1, serviceOf(index), "", numberOf(index), ""];
      return [...name, "B50", "Business 50 Go", "Abonnement", "1", gross, discount, net, start, end].join(";");
    });
    return `${header}\n${rows.join("\n")}\n`;
  }
}

const [header = ""] = readFileSync(new URL("../../../../../docs/demo/orange-2610-884120.csv", import.meta.url), "utf8")
  .replace(/^\ufeff/, "")
  .split(/\r?\n/);

const numberOf = (index: number): string => `+3361${String(index).padStart(7, "0")}`;
const serviceOf = (index: number): string => `OR${String(index).padStart(8, "0")}`;

/** The most memory that a process has had, in megabytes; undefined where the system doesn't say. */
export function peakOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return undefined;
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(file, "utf8")) ?? [];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
