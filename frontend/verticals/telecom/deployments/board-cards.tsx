"use client";
import { AlertTriangle, CirclePause, Flag, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useFormat } from "@/base/format/format";
import { initialsOf } from "@/base/format/initials";
import { usePanels } from "@/base/panels/use-panels";
import { useRoving } from "@/ui/use-roving";
import { type BoardCard, type BoardColumn, daysLate, nextStep } from "./board";
import { Progress } from "./progress";

interface BoardCardsProps {
  readonly columns: readonly {
    readonly column: BoardColumn;
    readonly cards: readonly BoardCard[];
    /** Those that are not shown. */
    readonly more: number;
  }[];
  readonly today: string;
}

/** The columns of the board. One tab stop: up and down within a column, left and right to the next one, Enter opens. */
export function BoardCards({ columns, today }: BoardCardsProps) {
  const t = useTranslations("telecom.deployments.board");
  const format = useFormat();
  const { onKeyDown, ...roving } = useRoving<HTMLDivElement>(".board-card");
  const between = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return onKeyDown(event);
    const here = (event.target as HTMLElement).closest(".board-card");
    const sections = [...(roving.ref.current?.querySelectorAll(".board-column") ?? [])];
    const from = sections.findIndex((section) => section.contains(here));
    if (!here || from < 0) return;
    event.preventDefault();
    const row = [...(sections[from]?.querySelectorAll(".board-card") ?? [])].indexOf(here);
    const others = event.key === "ArrowRight" ? sections.slice(from + 1) : sections.slice(0, from).toReversed();
    const cards = others.map((one) => [...one.querySelectorAll<HTMLElement>(".board-card")]).find((one) => one.length);
    cards?.[Math.min(row, cards.length - 1)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows go between the cards, which are buttons
    <div className="board" {...roving} onKeyDown={between}>
      {columns.map(({ column, cards, more }) => (
        <section
          key={column}
          className="board-column"
          aria-label={t("column", { name: t(`columns.${column}`), count: cards.length })}
        >
          <h2>
            <span className={`board-dot ${column}`} aria-hidden />
            {t(`columns.${column}`)} <span className="quiet">{format.count(cards.length + more)}</span>
          </h2>
          <ul tabIndex={-1}>
            {cards.map((card) => (
              <li key={card.id}>
                <Card card={card} today={today} />
              </li>
            ))}
          </ul>
          {cards.length === 0 && <p className="quiet board-none">{t(`none.${column}`)}</p>}
          {more > 0 && <p className="quiet board-none">{t("others", { count: more })}</p>}
        </section>
      ))}
    </div>
  );
}

function Card({ card, today }: { readonly card: BoardCard; readonly today: string }) {
  const t = useTranslations("telecom.deployments.board");
  const format = useFormat();
  const { panels, open } = usePanels();
  const late = daysLate(card, today);
  const { trouble } = card;
  const next = ["planned", "awaiting_approval", "launched"].includes(card.status) ? nextStep(card.steps) : undefined;
  return (
    <button
      type="button"
      className="board-card"
      aria-current={panels.some(({ id }) => id === card.id) || undefined}
      onClick={() => void open({ kind: "deployment", id: card.id })}
    >
      <b className="ellipsis">{card.account?.name}</b>
      <span className="board-name">{card.name}</span>
      {(card.status === "undoing" || card.status === "undone") && (
        <span className="board-why">
          <Undo2 className="icon small" aria-hidden />
          <span>{format.valueLabel("sw_deployment", "status", card.status)}</span>
        </span>
      )}
      {trouble && (
        <span className="board-why">
          <CirclePause className="icon small" aria-hidden />
          <span>
            {trouble.askedBy !== undefined
              ? t("asked", { name: trouble.askedBy })
              : (trouble.reason ?? format.valueLabel("sw_action", "status", trouble.status ?? ""))}
          </span>
        </span>
      )}
      {next && (
        <span className={`board-next ${next.dueOn && next.dueOn < today ? "board-late" : "quiet"}`}>
          <Flag className="icon small" aria-hidden />
          <span className="ellipsis">{format.valueLabel("sw_milestone", "kind", next.kind)}</span>
          {next.dueOn && <span className="board-when">{format.day(next.dueOn)}</span>}
        </span>
      )}
      <Progress done={card.done} total={card.total} troubled={trouble !== null} />
      <span className="board-foot">
        {late > 0 ? (
          <span className="board-late">
            <AlertTriangle className="icon small" aria-hidden /> {t("late", { count: late })}
          </span>
        ) : (
          <span>{card.day ? format.day(card.day) : t("undated")}</span>
        )}
        {card.owner && (
          <span className="avatar" title={card.owner.name} role="img" aria-label={card.owner.name}>
            {initialsOf(card.owner.name)}
          </span>
        )}
      </span>
    </button>
  );
}
