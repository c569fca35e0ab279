/** What stands in for an operator that is reached by files: it takes orders away from each connection's folder, and puts answers there. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readCells } from "../../../platform/tables/read-csv.ts";
import { type Order, Orders, type Pace } from "./orders.ts";
import { askedOf, cardView, type Flavour, viewOf } from "./simulator.ts";

export interface FolderFlavour extends Pick<Flavour, "operations" | "states" | "names" | "services"> {
  readonly folder: string;
  readonly out: string;
  readonly in: string;
  readonly separator: string;
  readonly cancels: string;
}

export interface FolderSimulator {
  readonly ledger: Orders;
  /** Takes what lies there, and answers what has changed. */
  look(): Promise<void>;
  close(): Promise<void>;
}

const every = 500;

export function wholesaleFolder(root: string, flavour: FolderFlavour, pace: Pace = {}): FolderSimulator {
  const ledger = new Orders(pace);
  const homes = new Map<Order, string>();
  const told = new Map<Order, string>();
  const delivered = new Set<Order>();
  let [answers, looking, isClosed] = [0, Promise.resolve(), false];

  const look = async () => {
    for (const home of await homesIn(join(root, flavour.folder))) await take(home);
    ledger.goOn();
    for (const [order, home] of homes) await tell(order, home);
  };

  async function take(home: string): Promise<void> {
    const place = join(home, flavour.out);
    for (const name of (await list(place)).filter((file) => file.endsWith(".csv"))) {
      const [head = [], cells = []] = readCells(await readFile(join(place, name), "utf8"), flavour.separator) ?? [];
      const row = Object.fromEntries(head.map((column, index) => [column, cells[index] ?? ""]));
      const isCancelling = row[flavour.names.operation] === flavour.cancels;
      const known = isCancelling ? ledger.of(row[flavour.names.reference] ?? "") : undefined;
      if (known) ledger.cancel(known);
      const asked = isCancelling ? "" : askedOf(row, flavour);
      if (typeof asked !== "string") homes.set(ledger.add(asked), home);
      await rm(join(place, name));
    }
  }

  /** A row for each step that wasn't told, else one for the state. */
  async function tell(order: Order, home: string): Promise<void> {
    const { names } = flavour;
    const state = JSON.stringify([order.state, order.reason, order.effectiveOn, order.steps.length]);
    const before = told.get(order);
    if (state === before) return;
    const steps = order.steps.slice(before ? (JSON.parse(before) as [string, string, string, number])[3] : 0);
    const { [names.steps]: _, ...view } = viewOf(order, flavour);
    const rows = (steps.length > 0 ? steps : [{ code: "", label: "", at: "" }]).map(({ code, label, at }) => ({
      ...view,
      [names.code]: code,
      [names.label]: label,
      [names.at]: at,
    }));
    // Which cards they are is there before it is said that they were delivered.
    if (order.cards.length > 0 && !delivered.has(order)) {
      const cards = order.cards.map((card) => ({ [names.reference]: order.reference, ...cardView(card, names) }));
      await put(home, "LIV", cards);
      delivered.add(order);
    }
    await put(home, "CR", rows);
    told.set(order, state);
  }

  async function put(home: string, kind: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    answers += 1;
    const place = join(home, flavour.in);
    const name = `${kind}_${String(Date.now()).padStart(15, "0")}_${String(answers).padStart(6, "0")}.csv`;
    const cells = [
      Object.keys(rows[0] ?? {}),
      ...rows.map((row) => Object.values(row).map((cell) => String(cell ?? ""))),
    ];
    const text = cells
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(flavour.separator))
      .join("\r\n");
    await mkdir(place, { recursive: true });
    await writeFile(join(place, `${name}.part`), `${text}\r\n`);
    await rename(join(place, `${name}.part`), join(place, name));
  }

  const again = () => {
    // A folder that is away is looked at again.
    looking = looking.then(look).catch(() => undefined);
    return looking;
  };
  const timer = pace.step === undefined ? undefined : setInterval(() => void (isClosed || again()), every);
  return {
    ledger,
    look: again,
    async close() {
      isClosed = true;
      clearInterval(timer);
      await looking;
    },
  };
}

const list = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Two folders deep: a brand's, and one for each of its connections. */
async function homesIn(folder: string): Promise<string[]> {
  const brands = (await list(folder)).map((brand) => join(folder, brand));
  const homes = await Promise.all(brands.map(async (brand) => (await list(brand)).map((home) => join(brand, home))));
  return homes.flat();
}
