"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import { readPayload } from "./deployment-order";

const shown = 30;

/** What a deployment does, line by line; or, for a line, the deployments that do something with it. */
export function ActionList({ deploymentId, lineId }: { deploymentId?: string; lineId?: string }) {
  const t = useTranslations("telecom.deployments.panel");
  const format = useFormat();
  const panels = usePanels();
  const query = useQuery(telecomApi.deployments.actions.queryOptions({ ...(deploymentId && { deploymentId }), ...(lineId && { lineId }) }));
  if (query.isPending) return <SkeletonRows rows={2} />;
  if (!query.data || query.data.rows.length === 0) return <p className="quiet">{t("noActions")}</p>;
  const says = (kind: string, payload: string | null) => {
    const read = readPayload(payload);
    if (!read) return format.valueLabel("sw_action", "kind", kind);
    return "details" in read ? `${format.valueLabel("sw_action", "kind", kind)} : ${read.details}` : t("sims", { quantity: read.quantity, sim: format.valueLabel("sw_sim", "kind", read.sim) });
  };
  return (
    <ul className="related-rows">
      {query.data.rows.slice(0, shown).map((action) => {
        const target = lineId ? action.deployment && { kind: "deployment", id: action.deployment.id } : action.line && { kind: "line", id: action.line.id };
        const title = lineId ? (action.deployment?.name ?? "") : action.line ? format.number(action.line.number) : format.valueLabel("sw_action", "kind", action.kind);
        return (
          <li key={action.id}>
            <button type="button" className="related-row" disabled={!target} onClick={() => target && void panels.open(target)}>
              <span className="ellipsis">{title}</span>
              <span className="quiet ellipsis">{[says(action.kind, action.payload), action.day && format.dayText(action.day), format.valueLabel("sw_action", "status", action.status)].filter(Boolean).join(" · ")}</span>
            </button>
          </li>
        );
      })}
      {query.data.total > shown && <li className="quiet">{t("more", { count: query.data.total - shown })}</li>}
    </ul>
  );
}
