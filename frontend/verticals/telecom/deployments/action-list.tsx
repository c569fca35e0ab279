"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, CirclePause, Clock, HelpCircle, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { SkeletonRows } from "@/ui/error-notice";
import { telecomApi } from "../api";
import type { SwAction } from "@softwhere/services/model/generated/entities";
import type { PortInOrder } from "@softwhere/services/model/generated/sw_telecom/entities";
import { shownRio } from "@softwhere/services/verticals/telecom/domain/rio";
import { isFinished } from "./board";
import { type PortAction, PortCorrection, useCause } from "./port-correction";
import { Progress } from "./progress";
import { useFollowed } from "./use-followed";
import "./action-list.css";

const shown = 30;
/** States that have a reason of their own. */
const explained: ReadonlySet<string> = new Set(["held", "rejected_by_us", "rejected_by_vendor"]);

const tones: Readonly<Record<string, { readonly tone: string; readonly icon: typeof Check }>> = {
  ready: { tone: "", icon: Clock },
  held: { tone: "warn", icon: CirclePause },
  cancelling: { tone: "warn", icon: CirclePause },
  delivered: { tone: "good", icon: Check },
  done: { tone: "good", icon: Check },
  rejected_by_us: { tone: "bad", icon: X },
  rejected_by_vendor: { tone: "bad", icon: X },
  cancelled: { tone: "", icon: X },
  unknown: { tone: "note", icon: HelpCircle },
};
const moving = { tone: "note", icon: Clock };

/** A vendor is at it, or will be soon: how far it is changes by itself. */
const isUnderWay =
  (today: string) =>
  ({ status, ownDay }: { readonly status: string; readonly ownDay: string | null }): boolean =>
    ["submitted", "acknowledged", "correcting", "in_progress", "delivered", "cancelling", "unknown"].includes(status) ||
    (status === "ready" && ownDay !== null && ownDay <= today);

/** What a deployment does, action by action; or, for a line, the deployments that do something with it. */
export function ActionList({ title, deploymentId, lineId }: { title: string; deploymentId?: string; lineId?: string }) {
  const t = useTranslations("telecom.deployments.panel");
  const format = useFormat();
  const can = useCan();
  const panels = usePanels();
  const businessDay = useBusinessDay();
  const query = useQuery(
    telecomApi.deployments.actions.queryOptions(
      { ...(deploymentId && { deploymentId }), ...(lineId && { lineId }) },
      { refetchInterval: ({ state }) => (state.data?.rows.some(isUnderWay(businessDay())) ? 4_000 : false) },
    ),
  );
  useFollowed(query.data?.rows);
  // Most lines are in no deployment: nothing is said of it then.
  if (lineId && !query.data?.rows.length) return null;
  if (query.isPending) return <SkeletonRows rows={2} />;
  const says = (operation: string, payload: SwAction["payload"]) => {
    const label = format.valueLabel("sw_action", "operation", operation);
    if (payload && "sim" in payload)
      return t("sims", { quantity: payload.quantity, sim: format.valueLabel("sw_sim", "kind", payload.sim) });
    if (payload && operation === "swap_sim" && "iccid" in payload)
      return [t("swap", { iccid: payload.iccid ?? "" }), payload.details].filter(Boolean).join(" · ");
    if (payload && "holder" in payload)
      return [t("port", { rio: shownRio(payload.rio), holder: payload.holder }), payload.details]
        .filter(Boolean)
        .join(" · ");
    if (!payload?.details) return label;
    const count = "quantity" in payload ? (payload.quantity ?? 1) : 1;
    const many = count > 1 ? `${count} × ` : "";
    return `${label} : ${many}${payload.details}`;
  };
  const rows = query.data?.rows ?? [];
  const total = query.data?.total ?? 0;
  // Whoever carries actions out opens the action itself, with what can be done about it.
  const opensAction = can("carry out actions");
  return (
    <div className="section">
      <h3>{title}</h3>
      {rows.length === 0 && <p className="quiet">{t("noActions")}</p>}
      {deploymentId && rows.length > 0 && total <= rows.length && (
        <Progress
          done={rows.filter(({ status }) => isFinished(status)).length}
          total={total}
          troubled={rows.some(({ status }) => explained.has(status) || status === "unknown")}
        />
      )}
      <ul className="related-rows">
        {rows.slice(0, shown).map((action) => {
          const line = action.line && { kind: "line", id: action.line.id };
          const target = lineId
            ? action.deployment && { kind: "deployment", id: action.deployment.id }
            : opensAction
              ? { kind: "sw_action", id: action.id }
              : line;
          const name = lineId
            ? (action.deployment?.name ?? "")
            : action.line
              ? format.number(action.line.number)
              : format.valueLabel("sw_action", "operation", action.operation);
          const { tone, icon: Icon } = tones[action.status] ?? moving;
          return (
            <li key={action.id}>
              <button
                type="button"
                className="related-row action-row"
                disabled={!target}
                onClick={() => target && void panels.open(target)}
              >
                <span className="action-name">
                  <span className="ellipsis">{name}</span>
                  <span className={`action-state ${tone}`}>
                    <Icon className="icon small" aria-hidden />
                    {format.valueLabel("sw_action", "status", action.status)}
                  </span>
                </span>
                <span className="quiet ellipsis">
                  {[
                    says(action.operation, action.corrected ?? action.payload),
                    action.day && format.dayText(action.day),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {explained.has(action.status) && action.reason && <Reason action={action} />}
                {action.pausedAt && (
                  <span className="action-reason">
                    <CirclePause className="icon small" aria-hidden /> {t("paused", { vendor: action.pausedAt })}
                  </span>
                )}
                {!isFinished(action.status) && (action.reference || action.nextAttempt) && (
                  <span className="quiet ellipsis">
                    {[
                      action.reference && t("reference", { reference: action.reference }),
                      action.nextAttempt && t("nextAttempt", { at: format.moment(action.nextAttempt) }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                )}
              </button>
              <PortOf action={action} onChanged={() => query.refetch()} />
            </li>
          );
        })}
        {total > shown && <li className="quiet">{t("more", { count: total - shown })}</li>}
      </ul>
    </div>
  );
}

function Reason({ action }: { readonly action: Pick<PortAction, "cause" | "reason"> }) {
  return <span className="action-reason">{useCause(action)}</span>;
}

/** A port shows what was corrected, and how to correct it; other actions don't. */
function PortOf({
  action,
  onChanged,
}: {
  readonly action: Omit<PortAction, "payload" | "corrected"> & Readonly<Record<"payload" | "corrected", Content>>;
  readonly onChanged: () => Promise<unknown>;
}) {
  const payload = portOf(action.payload);
  return (
    payload && (
      <PortCorrection action={{ ...action, payload, corrected: portOf(action.corrected) }} onChanged={onChanged} />
    )
  );
}

type Content = SwAction["payload"] | null;
const portOf = (content: Content): PortInOrder | null => (content && "holder" in content ? content : null);
