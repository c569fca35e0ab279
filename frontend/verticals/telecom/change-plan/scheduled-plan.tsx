"use client";
import { CalendarClock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "@/ui/toast";
import { fieldStore } from "@/base/editing/field-store";
import { useOfferUndo } from "@/base/editing/undo-provider";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { telecomClient } from "../api";

interface ScheduledPlanProps {
  readonly termId: string;
  readonly version: number;
  readonly day: string;
  readonly plan: string;
}

/** A change of plan to come, and the way to take it back. */
export function ScheduledPlan({ termId, version, day, plan }: ScheduledPlanProps) {
  const t = useTranslations("telecom.scheduled");
  const format = useFormat();
  const can = useCan();
  const offerUndo = useOfferUndo();
  const [sending, setSending] = useState(false);
  const cancel = async () => {
    setSending(true);
    const result = await telecomClient.telecom.changePlan.cancel.mutate({ termId, version }).catch(() => null);
    await fieldStore.reload();
    setSending(false);
    if (result?.kind === "done") {
      fieldStore.pushUndo(result.requestId);
      offerUndo(t("cancelled", { plan, day: format.dayText(day) }), result.requestId, { label: t("undo") });
    } else toast.error(t("refused"));
  };
  return (
    <p className="scheduled-plan">
      <CalendarClock className="icon small" aria-hidden />
      <span>
        {t.rich("planned", { day: format.dayText(day), plan, b: (text) => <b className="medium">{text}</b> })}
      </span>
      {can("edit plan") && can("delete sw_line_term") && (
        <Button size="small" tone="ghost" working={sending} onClick={() => void cancel()}>
          {t("cancel")}
        </Button>
      )}
    </p>
  );
}
