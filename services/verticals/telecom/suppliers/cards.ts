/** Cards that an operator's word changes: what is there of them, and what is said of it on the action. */
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { SwSim } from "../../../model/generated/sw_telecom/entities.ts";
import type { AtomicOperation, BackendClient } from "../../../platform/backend/client.ts";
import { isIccid } from "../../../base/data-import/index.ts";
import {
  type CardChanges,
  type CardOrder,
  type CardRemark,
  cardNumber,
  deliveredCards,
  type KnownCard,
  swappedCards,
  type ToldCard,
} from "../domain/sim-cards.ts";

export interface CardsSeen {
  readonly operations: readonly AtomicOperation[];
  /** In the brand's language; empty: nothing is to be said. */
  readonly said: string;
}

/** What was ordered of cards, whose it is. */
export interface CardWork extends Omit<CardOrder, "quantity" | "isIccid"> {
  readonly operation: string;
  readonly locale: "fr" | "en";
  readonly quantity: number;
  /** Of the card that a line is to work with. */
  readonly iccid: string | undefined;
}

/** Undefined: what the operator says changes no card. */
export async function seeCards(
  backend: BackendClient,
  { operation, locale, iccid, ...order }: CardWork,
  { state, cards = [] }: { readonly state: string; readonly cards?: readonly ToldCard[] },
): Promise<CardsSeen | undefined> {
  if (operation === "order_sim" && (state === "delivered" || state === "done")) {
    const told = cards.map((card) => ({ ...card, iccid: cardNumber(card.iccid) }));
    const known = await knownCards(backend, (params) =>
      params.addFilter(
        "iccid",
        told.map((card) => card.iccid),
        "IN",
      ),
    );
    // Until the order is over they may still be named.
    const { operations, remarks } =
      told.length > 0 || state === "done" ? deliveredCards({ ...order, isIccid }, told, known) : none;
    return { operations, said: words(remarks, order.quantity, locale) };
  }
  const { lineId } = order;
  if ((operation !== "swap_sim" && operation !== "port_in") || state !== "done" || !iccid || !lineId) return undefined;
  const [own, ofLine] = [
    await knownCards(backend, (params) => params.addFilter("iccid", iccid)),
    await knownCards(backend, (params) => params.addFilter("line.id", lineId)),
  ];
  const known = [...own, ...ofLine.filter(({ id }) => own.every((card) => card.id !== id))];
  const { operations, remarks } = swappedCards({ ...order, lineId }, iccid, known);
  return { operations, said: words(remarks, 1, locale) };
}

const none: CardChanges = { operations: [], remarks: [] };

async function knownCards(
  backend: BackendClient,
  filtered: (params: DrupalJsonApiParams) => DrupalJsonApiParams,
): Promise<KnownCard[]> {
  const rows = await backend.listAll("sw_sim", () =>
    filtered(
      new DrupalJsonApiParams().addFields("sw_sim--sw_sim", [
        "iccid",
        "account",
        "operator",
        "line",
        "status",
        "version",
      ]),
    ),
  );
  return rows.map(knownCard);
}

const knownCard = (row: SwSim): KnownCard => ({
  id: row.id,
  version: row.version ?? 1,
  iccid: row.iccid ?? "",
  accountId: row.account?.id ?? null,
  operatorId: row.operator?.id ?? null,
  lineId: row.line?.id ?? null,
  status: row.status ?? "",
});

const sentences: Readonly<Record<"fr" | "en", Readonly<Record<Exclude<CardRemark["kind"], "count">, string>>>> = {
  fr: {
    malformed: "Numéro qui n’est pas celui d’une carte, non enregistré",
    doubtful: "Clé de contrôle à vérifier",
    other_account: "Carte d’un autre compte, laissée telle quelle",
  },
  en: {
    malformed: "Not the number of a card, not recorded",
    doubtful: "Check digits to be looked at",
    other_account: "Card of another account, left as it is",
  },
};

const counts: Readonly<Record<"fr" | "en", (told: number, ordered: number) => string>> = {
  fr: (told, ordered) => `Cartes commandées : ${ordered}, annoncées par l’opérateur : ${told}`,
  en: (told, ordered) => `Cards ordered: ${ordered}, named by the operator: ${told}`,
};

const words = (remarks: readonly CardRemark[], ordered: number, locale: "fr" | "en"): string =>
  remarks
    .map(({ kind, cards }) =>
      kind === "count"
        ? counts[locale](cards.length, ordered)
        : `${sentences[locale][kind]}${locale === "fr" ? " : " : ": "}${cards.join(", ")}`,
    )
    .map((sentence) => `${sentence}.`)
    .join("\n");
