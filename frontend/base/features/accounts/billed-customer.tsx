"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Check, CircleDashed, FlaskConical, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { api, queryClient } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { openStates } from "@softwhere/services/base/connectors/contract";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import "./billed-customer.css";

const open: ReadonlySet<string> = new Set(openStates);
const ended = ["rejected_by_us", "rejected_by_vendor", "cancelled"];
const lookEvery = 2_000;

interface BilledCustomerProps {
  readonly accountId: string;
  readonly site: { readonly id: string; readonly external_id?: string | null };
}

/** Whether a billing site is a customer in the billing system; made from here, with what became of it. */
export function BilledCustomer({ accountId, site }: BilledCustomerProps) {
  const t = useTranslations("accounts.billed");
  const format = useFormat();
  const can = useCan();
  const may = can("carry out actions");
  const query = useQuery(
    api.accounts.billedCustomers.ofAccount.queryOptions(
      { accountId },
      {
        enabled: may,
        refetchInterval: ({ state }) =>
          state.data?.actions.some(({ status }) => open.has(status)) ? lookEvery : false,
      },
    ),
  );
  const reload = () => queryClient.invalidateQueries(api.accounts.billedCustomers.pathFilter());
  const failed = () => toast.error(t("failed"));
  const create = useMutation(
    api.accounts.billedCustomers.create.mutationOptions({ onError: failed, onSettled: reload }),
  );
  const retry = useMutation(api.records.transition.mutationOptions({ onError: failed, onSettled: reload }));
  const action = query.data?.actions.findLast(({ billingSiteId }) => billingSiteId === site.id);
  const status = action?.status;
  useEffect(() => {
    if (status === "done") void queryClient.invalidateQueries(api.accounts.billingSites.pathFilter());
  }, [status]);
  const billing = query.data?.billing;
  if (!may || !query.data || (!action && (site.external_id || !billing))) return null;
  const mark = billing?.isSimulator && (
    <span className="tag note">
      <FlaskConical className="icon small" aria-hidden /> {t("simulator")}
    </span>
  );
  if (!action)
    return (
      <p className="billed-customer">
        <Button
          size="small"
          working={create.isPending}
          onClick={() => create.mutate({ accountId, billingSiteId: site.id })}
        >
          {t("create", { vendor: billing?.label ?? "" })}
        </Button>
        {mark}
      </p>
    );
  const Icon = action.status === "done" ? Check : ended.includes(action.status) ? TriangleAlert : CircleDashed;
  const tone = action.status === "done" ? "good" : ended.includes(action.status) ? "warn" : "soft";
  return (
    <p className="billed-customer" role="status">
      <span className={tone}>
        <Icon className="icon small" aria-hidden />{" "}
        {action.status === "done"
          ? t("done", { vendor: billing?.label ?? "" })
          : `${t("creation")} : ${format.valueLabel("sw_action", "status", action.status)}`}
        {action.reason && ` · ${action.reason}`}
        {action.nextAttemptAt && open.has(action.status) && (
          <> · {t("nextAttempt", { moment: format.moment(action.nextAttemptAt) })}</>
        )}
      </span>
      {mark}
      {(ended.includes(action.status) || action.status === "unknown") && (
        <Button
          size="small"
          working={retry.isPending}
          onClick={() =>
            retry.mutate({
              type: "sw_action",
              id: action.id,
              version: action.version,
              transition: action.status === "cancelled" ? "restore" : "retry",
              values: {},
            })
          }
        >
          {t("retry")}
        </Button>
      )}
    </p>
  );
}
