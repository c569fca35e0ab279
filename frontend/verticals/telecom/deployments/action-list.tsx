"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import type { SwAction } from "@softwhere/services/model/generated/entities";
import type {} from "@softwhere/services/model/generated/sw_telecom/entities";

const shown = 30;
/** States that have a reason of their own. */
const explained: ReadonlySet<string> = new Set(["held", "rejected_by_us", "rejected_by_vendor"]);

/** What a deployment does, line by line; or, for a line, the deployments that do something with it. */
export function ActionList({ title, deploymentId, lineId }: { title: string; deploymentId?: string; lineId?: string }) {
  const t = useTranslations("telecom.deployments.panel");
  const format = useFormat();
  const panels = usePanels();
  const query = useQuery(
    telecomApi.deployments.actions.queryOptions({ ...(deploymentId && { deploymentId }), ...(lineId && { lineId }) }),
  );
  // Most lines are in no deployment: nothing is said of it then.
  if (lineId && !query.data?.rows.length) return null;
  if (query.isPending) return <SkeletonRows rows={2} />;
  const says = (operation: string, payload: SwAction["payload"]) => {
    const label = format.valueLabel("sw_action", "operation", operation);
    if (payload && "sim" in payload)
      return t("sims", { quantity: payload.quantity, sim: format.valueLabel("sw_sim", "kind", payload.sim) });
    return payload?.details ? `${label} : ${payload.details}` : label;
  };
  const rows = query.data?.rows ?? [];
  const total = query.data?.total ?? 0;
  return (
    <div className="section">
      <h3>{title}</h3>
      {rows.length === 0 && <p className="quiet">{t("noActions")}</p>}
      <ul className="related-rows">
        {rows.slice(0, shown).map((action) => {
          const target = lineId
            ? action.deployment && { kind: "deployment", id: action.deployment.id }
            : action.line && { kind: "line", id: action.line.id };
          const name = lineId
            ? (action.deployment?.name ?? "")
            : action.line
              ? format.number(action.line.number)
              : format.valueLabel("sw_action", "operation", action.operation);
          return (
            <li key={action.id}>
              <button
                type="button"
                className="related-row"
                disabled={!target}
                onClick={() => target && void panels.open(target)}
              >
                <span className="ellipsis">{name}</span>
                <span className="quiet ellipsis">
                  {[
                    says(action.operation, action.payload),
                    action.day && format.dayText(action.day),
                    format.valueLabel("sw_action", "status", action.status),
                    explained.has(action.status) && action.reason,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </button>
            </li>
          );
        })}
        {total > shown && <li className="quiet">{t("more", { count: total - shown })}</li>}
      </ul>
    </div>
  );
}
