"use client";
import type { SwSim } from "@softwhere/services/model/generated/sw_telecom/entities";
import { CardSim } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { onDemand } from "@/base/on-demand/on-demand";
import { useFormat } from "@/base/format/format";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { shownCard } from "./shown-card";
import type { SwapDialogProps } from "./swap-dialog";
import "./line-cards.css";

const SwapDialog = onDemand<SwapDialogProps>(async () => (await import("./swap-dialog")).SwapDialog);

interface LineCardsProps {
  readonly sims: readonly Pick<SwSim, "id" | "iccid" | "kind" | "status">[];
  /** Null: it takes no card. */
  readonly line: Pick<SwapDialogProps, "line">["line"] | null;
}

/** The cards of a line, and another one for it from the stock, for those who may plan that. */
export function LineCards({ sims, line }: LineCardsProps) {
  const t = useTranslations("telecom.line");
  const format = useFormat();
  const can = useCan();
  const [open, setOpen] = useState(false);
  const may = line !== null && can("launch deployment") && can("view sw_sim");
  if (sims.length === 0 && !may) return null;
  return (
    <div className="field">
      <dt>SIM</dt>
      <dd className="line-cards">
        {sims.map(({ id, iccid, kind, status }) => (
          <span key={id} className={status === "retired" ? "field-value quiet" : "field-value"}>
            {shownCard(iccid ?? "")}
            {kind === "esim" && ` ${format.valueLabel("sw_sim", "kind", kind)}`}
            {status !== "active" && <span className="tag">{format.valueLabel("sw_sim", "status", status ?? "")}</span>}
          </span>
        ))}
        {sims.length === 0 && <span className="field-value">—</span>}
        {may && (
          <Button size="small" tone="ghost" onClick={() => setOpen(true)}>
            <CardSim className="icon small" aria-hidden /> {t("swap.begin")}
          </Button>
        )}
        {open && line && <SwapDialog line={line} onClose={() => setOpen(false)} />}
      </dd>
    </div>
  );
}
