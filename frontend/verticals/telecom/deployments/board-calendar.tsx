"use client";
import { ChevronLeft, ChevronRight, Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { Button, IconButton } from "@/ui/button";
import { useRoving } from "@/ui/use-roving";
import { type BoardCard, columnOf, monthAfter, type OpenStep, weeksOf } from "./board";
import "./board-calendar.css";

interface BoardCalendarProps {
  readonly cards: readonly BoardCard[];
  readonly month: string;
  readonly today: string;
  readonly onMonth: (month: string) => void;
}

/** Deployments and their steps by their day, a month at a time; deployments without one below. */
export function BoardCalendar({ cards, month, today, onMonth }: BoardCalendarProps) {
  const t = useTranslations("telecom.deployments.board");
  const format = useFormat();
  const roving = useRoving<HTMLDivElement>(".calendar-entry");
  const weeks = weeksOf(month);
  const undated = cards.filter(({ day }) => day === null);
  return (
    <div className="calendar">
      <div className="calendar-head">
        <h2>{format.month(`${month}-01`)}</h2>
        <IconButton label={t("monthBefore")} onClick={() => onMonth(monthAfter(month, -1))}>
          <ChevronLeft className="icon small" aria-hidden />
        </IconButton>
        <IconButton label={t("monthAfter")} onClick={() => onMonth(monthAfter(month, 1))}>
          <ChevronRight className="icon small" aria-hidden />
        </IconButton>
        {month !== today.slice(0, 7) && (
          <Button size="small" tone="ghost" onClick={() => onMonth(today.slice(0, 7))}>
            {t("today")}
          </Button>
        )}
      </div>
      <div className="calendar-days" {...roving}>
        {weeks[0]?.map((day) => (
          <span key={day} className="calendar-weekday" aria-hidden>
            {format.weekday(day).slice(0, 3)}
          </span>
        ))}
        {weeks.flat().map((day) => {
          const here = cards.filter((card) => card.day === day);
          const steps = cards.flatMap((card) =>
            card.steps.filter((step) => step.dueOn === day).map((step) => ({ card, step })),
          );
          return (
            <section
              key={day}
              className={[
                "calendar-day",
                day.slice(0, 7) === month ? "" : "other",
                here.length + steps.length === 0 ? "none" : "",
              ].join(" ")}
              aria-label={format.dayText(day)}
              aria-current={day === today ? "date" : undefined}
            >
              <h3>
                <span className="calendar-number">{Number(day.slice(8))}</span>
                <span className="calendar-long">{format.dayText(day)}</span>
              </h3>
              {here.map((card) => (
                <Entry key={card.id} card={card} />
              ))}
              {steps.map(({ card, step }) => (
                <Entry key={step.id} card={card} step={step} />
              ))}
            </section>
          );
        })}
        {undated.length > 0 && (
          <section className="calendar-undated" aria-label={t("undated")}>
            <h3>{t("undated")}</h3>
            {undated.map((card) => (
              <Entry key={card.id} card={card} />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}

/** A deployment on its day, or a step of it on the step's. */
function Entry({ card, step }: { readonly card: BoardCard; readonly step?: OpenStep }) {
  const t = useTranslations("telecom.deployments.board");
  const format = useFormat();
  const { panels, open } = usePanels();
  const column = columnOf(card) ?? "draft";
  const name = step ? format.valueLabel("sw_milestone", "kind", step.kind) : card.name;
  return (
    <button
      type="button"
      className="calendar-entry"
      title={[card.account?.name, name, step && card.name, t(`columns.${column}`)].filter(Boolean).join(" · ")}
      aria-current={panels.some(({ id }) => id === card.id) || undefined}
      onClick={() => void open({ kind: "deployment", id: card.id })}
    >
      {step ? (
        <Flag className="icon small" role="img" aria-label={t("step")} />
      ) : (
        <span className={`board-dot ${column}`} role="img" aria-label={t(`columns.${column}`)} />
      )}
      <span className="ellipsis">
        {card.account?.name} <span className="quiet">{name}</span>
      </span>
    </button>
  );
}
