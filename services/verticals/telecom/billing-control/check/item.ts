import { fold } from "../../../../platform/fold.ts";
import type { InvoiceLine } from "../invoice.ts";
import type { CatalogueItem } from "./park.ts";
import { remembering } from "./remembering.ts";

type Named = Pick<InvoiceLine, "itemCode" | "description">;

/** Finds the item of the supplier's catalogue that a row names by its code, else by its name, else by a label that begins with its name. */
export function itemsOf(items: readonly CatalogueItem[]): (line: Named) => CatalogueItem | undefined {
  const byCode = index(items, ({ code }) => code);
  const byName = index(items, ({ name }) => name);
  const names = items.flatMap((item) => (item.name === "" ? [] : [{ item, start: `${fold(item.name)} ` }]));
  const labelled = remembering((label: string): CatalogueItem | null => {
    const folded = fold(label);
    return byName.get(keyOf(label)) ?? names.find(({ start }) => folded.startsWith(start))?.item ?? null;
  });
  return ({ itemCode, description }) =>
    (itemCode === null ? undefined : byCode.get(keyOf(itemCode))) ?? labelled(description) ?? undefined;
}

const keyOf = (text: string): string => fold(text.trim());

/** Of several with the same text the first. */
function index(items: readonly CatalogueItem[], textOf: (item: CatalogueItem) => string) {
  const found = new Map<string, CatalogueItem>();
  for (const item of items) {
    const key = keyOf(textOf(item));
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}
