/** What becomes of SIM cards with what an operator says. Pure. */
import type { AtomicOperation } from "../../../platform/backend/client.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";

/** A card as the operator names it. */
export interface ToldCard {
  readonly iccid: string;
  readonly eid: string | null;
}

/** A card that the brand has already. */
export interface KnownCard {
  readonly id: string;
  readonly version: number;
  readonly iccid: string;
  readonly accountId: string | null;
  readonly operatorId: string | null;
  readonly lineId: string | null;
  readonly status: string;
}

/** Whose cards they are, and which line is meant. */
export interface CardOwner {
  readonly accountId: string;
  readonly operatorId: string | undefined;
  readonly lineId: string | undefined;
}

export interface CardOrder extends CardOwner {
  readonly key: string;
  readonly kind: "sim" | "esim";
  readonly quantity: number;
  /** Whether a card's check digit is right. */
  readonly isIccid: (text: string) => boolean;
}

/** What a person has to read of them; `cards`: those that it is about. */
export interface CardRemark {
  readonly kind: "malformed" | "doubtful" | "other_account" | "count";
  readonly cards: readonly string[];
}

export interface CardChanges {
  readonly operations: readonly AtomicOperation[];
  readonly remarks: readonly CardRemark[];
}

/** What the model takes for one. */
const isCard = (iccid: string): boolean => /^89\d{16,18}$/.test(iccid);
const isEid = (eid: string): boolean => /^\d{32}$/.test(eid);
/** Its check figures, or those of its eSIM's chip, are not what they should be: said, never refused. */
const isDoubtful = ({ iccid, eid }: ToldCard, isIccid: (text: string) => boolean): boolean =>
  !isIccid(iccid) || (eid !== null && (!isEid(eid) || BigInt(eid) % 97n !== 1n));

/** Operators print them in groups. */
export const cardNumber = (text: string): string => text.replace(/[\s.-]/g, "");

const to = (type: string, id: string | null) => ({ data: id === null ? null : { type: `${type}--${type}`, id } });

function changed(
  { id, version }: KnownCard,
  attributes: object,
  relationships: Readonly<Record<string, ReturnType<typeof to>>> = {},
): AtomicOperation {
  return {
    op: "update",
    data: { type: "sw_sim--sw_sim", id, attributes: { version, ...attributes }, relationships },
  };
}

function added(
  { iccid, eid }: ToldCard,
  { key, accountId, operatorId, lineId }: CardOwner & { readonly key: string },
  attributes: { readonly status: string; readonly kind?: "sim" | "esim" },
): AtomicOperation {
  return {
    op: "add",
    data: {
      type: "sw_sim--sw_sim",
      id: deterministicUuid(`sim/${key}/${iccid}`),
      attributes: { iccid, ...(eid && isEid(eid) && { eid }), ...attributes },
      relationships: {
        account: to("sw_account", accountId),
        ...(operatorId && { operator: to("sw_supplier", operatorId) }),
        ...(lineId && { line: to("sw_line", lineId) }),
      },
    },
  };
}

/**
 * Cards that were delivered are in stock, one that was ordered for its line is meant for it. Told again nothing changes: a card is there once, and what
 * somebody did with it meanwhile stays.
 */
export function deliveredCards(order: CardOrder, told: readonly ToldCard[], known: readonly KnownCard[]): CardChanges {
  const cards = [...new Map(told.map((card) => [card.iccid, card])).values()];
  const good = cards.filter(({ iccid }) => isCard(iccid));
  const there = new Map(known.map((card) => [card.iccid, card]));
  const isForLine = order.quantity === 1 && good.length === 1;
  const lineId = isForLine ? order.lineId : undefined;
  const operations = good.flatMap((card): AtomicOperation[] => {
    const one = there.get(card.iccid);
    if (!one) return [added(card, { ...order, lineId }, { status: "stock", kind: order.kind })];
    if (one.accountId !== order.accountId) return [];
    const links = {
      ...(order.operatorId && !one.operatorId && { operator: to("sw_supplier", order.operatorId) }),
      ...(lineId && !one.lineId && one.status === "stock" && { line: to("sw_line", lineId) }),
    };
    return Object.keys(links).length > 0 ? [changed(one, {}, links)] : [];
  });
  return {
    operations,
    remarks: remarks({
      malformed: cards.filter(({ iccid }) => !isCard(iccid)),
      doubtful: good.filter((card) => isDoubtful(card, order.isIccid)),
      other_account: good.filter(({ iccid }) => isOfOther(there.get(iccid), order)),
      ...(good.length !== order.quantity && { count: good }),
    }),
  };
}

const isOfOther = (card: KnownCard | undefined, { accountId }: CardOwner): boolean =>
  card !== undefined && card.accountId !== accountId;

/** The line works with that card from now on; the one that it had is retired. */
export function swappedCards(
  { key, ...owner }: CardOwner & { readonly key: string; readonly lineId: string },
  iccid: string,
  known: readonly KnownCard[],
): CardChanges {
  const card = known.find((one) => one.iccid === iccid);
  if (isOfOther(card, owner)) return { operations: [], remarks: [{ kind: "other_account", cards: [iccid] }] };
  const old = known.filter(
    (one) => one.lineId === owner.lineId && one.iccid !== iccid && ["active", "blocked"].includes(one.status),
  );
  const isDone = card?.status === "active" && card.lineId === owner.lineId;
  const links = {
    line: to("sw_line", owner.lineId),
    ...(owner.operatorId && !card?.operatorId && { operator: to("sw_supplier", owner.operatorId) }),
  };
  return {
    operations: [
      ...old.map((one) => changed(one, { status: "retired" })),
      ...(isDone
        ? []
        : [
            card
              ? changed(card, { status: "active" }, links)
              : added({ iccid, eid: null }, { ...owner, key }, { status: "active" }),
          ]),
    ],
    remarks: [],
  };
}

const remarks = (found: Partial<Record<CardRemark["kind"], readonly ToldCard[]>>): CardRemark[] =>
  (Object.entries(found) as [CardRemark["kind"], readonly ToldCard[]][])
    .filter(([kind, cards]) => kind === "count" || cards.length > 0)
    .map(([kind, cards]) => ({ kind, cards: cards.map(({ iccid }) => iccid) }));
