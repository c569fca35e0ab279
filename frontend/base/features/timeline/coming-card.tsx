"use client";
import { useTranslations } from "next-intl";
import type { AccountBlockProps } from "@/base/extension-points/define-vertical";
import { usePanels } from "@/base/panels/use-panels";
import { Card } from "@/ui/card";
import { FutureRow } from "./future-row";
import { useFutureEvents } from "./use-future-events";

const few = 6;

/** The next things to happen; all of them, and their axis, are in the history. */
export function ComingCard({ accountId }: AccountBlockProps) {
  const t = useTranslations("future");
  const panels = usePanels();
  const events = useFutureEvents({ type: "sw_account", id: accountId });
  return (
    <Card title={t("title")}>
      {events.length === 0 && <p className="quiet">{t("none")}</p>}
      <ol>
        {events.slice(0, few).map((event) => (
          <FutureRow key={event.key} event={event} />
        ))}
      </ol>
      {events.length > few && (
        <button type="button" className="link" onClick={() => void panels.open({ kind: "history", id: accountId })}>
          {t("showAll", { count: events.length })}
        </button>
      )}
    </Card>
  );
}
