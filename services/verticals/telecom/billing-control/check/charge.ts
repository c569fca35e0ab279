import { fold } from "../../../../platform/fold.ts";
import type { InvoiceLine } from "../invoice.ts";
import type { CatalogueItem } from "./park.ts";
import { remembering } from "./remembering.ts";

/** What a row of an invoice is for. */
export const charges = ["recurring", "option", "usage", "one_off", "device", "discount", "credit", "other"] as const;
export type Charge = (typeof charges)[number];

/** What a person has said of a supplier's rows: which code, label or type means which charge. */
export interface ChargeRule {
  readonly by: "code" | "label" | "type";
  readonly value: string;
  readonly charge: Charge;
}

/** Beginnings of folded words by which people and suppliers call a charge. */
const words: Readonly<Record<Exclude<Charge, "other">, RegExp>> = {
  recurring:
    /\b(ABO\b|ABONNEMENT|FORFAIT|RECUR+ENT|RECURRING|SUBSCRIPTION|REDEVANCE|MENSUALITE|MENSUEL|MONTHLY|RENTAL|LOCATION|LICEN[CS]E|PLAN\b)/,
  option: /\b(OPTIONS?\b|ADD-?ON|PASS\b|BOLT-?ON)/,
  usage:
    /\b(CONSO|COMMUNICATION|USAGE|HORS[- ]FORFAIT|APPELS?\b|SMS\b|MMS\b|CALLS?\b|OVERAGE|DEPASSEMENT|ROAMING|ITINERANCE)/,
  one_off:
    /\b(PONCTUEL|FRAIS\b|FEES?\b|MISE EN SERVICE|ACTIVATION|RESILIATION|TERMINATION|ONE[- ](OFF|TIME)|SET-?UP|INSTALLATION|INTERVENTION|PENALITE|LIVRAISON|SHIPPING|PORTABILITE)/,
  device: /\b(TERMINAL|TERMINAUX|EQUIPEMENT|MATERIEL|SMARTPHONE|DEVICE|HARDWARE|HANDSET|CARTES? SIM\b|SIM CARD)/,
  discount: /\b(REMISE|RISTOURNE|RABAIS|REDUCTION|DISCOUNT|REBATE|ALLOWANCE|GESTE COMMERCIAL)/,
  credit: /\b(AVOIR|CREDIT|REMBOURSEMENT|REFUND)/,
};

/** What an item of the supplier's catalogue is billed as. */
const ofItem: Readonly<Record<CatalogueItem["kind"], Charge>> = {
  plan: "recurring",
  service: "recurring",
  option: "option",
  hardware: "device",
  fee: "one_off",
};

/**
 * What a row is for: what a person has said of this supplier's, else the document's own word for it, else the catalogue's, else its sign, its label,
 * and the period that is its own. What none of them tells is "other", and counts as not checked.
 */
export function chargeOf(line: InvoiceLine, rules: readonly ChargeRule[] = [], item?: CatalogueItem): Charge {
  const ruled = ruleOf(line, rules);
  if (ruled) return ruled;
  const said = line.type === null ? undefined : named(line.type);
  // What the catalogue knows is told apart finer than by a document's "Abonnement".
  const known = item && line.net > 0 ? ofItem[item.kind] : undefined;
  if (said) return said === "recurring" && known ? known : said;
  if (known) return known;
  const label = named(line.description);
  if (line.net < 0) return label === "discount" || line.level === "document" ? "discount" : "credit";
  if (line.type !== null || line.level === "document") return "other";
  if (label) return label !== "recurring" || line.periodStart ? label : "other";
  return line.periodOf === "line" && line.periodStart !== line.periodEnd ? "recurring" : "other";
}

const named = (text: string): Charge | undefined => firstWord(text) ?? undefined;

/** The charge whose word stands first: "Communications hors forfait" is usage, "Forfait, appels illimités" a subscription. */
const firstWord = remembering((text: string): Charge | null => {
  const folded = fold(text);
  const found = (Object.entries(words) as [Exclude<Charge, "other">, RegExp][]).flatMap(([charge, word]) => {
    const at = folded.search(word);
    return at === -1 ? [] : [{ charge, at }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.charge ?? null;
});

/** A rule for a code says most, one for a type least. */
export function ruleOf(line: InvoiceLine, rules: readonly ChargeRule[]): Charge | undefined {
  if (rules.length === 0) return undefined;
  const texts = { code: line.itemCode, label: line.description, type: line.type };
  for (const [by, text] of Object.entries(texts)) {
    const rule = rules.find((one) => one.by === by && text !== null && fold(one.value) === fold(text));
    if (rule) return rule.charge;
  }
  return undefined;
}
