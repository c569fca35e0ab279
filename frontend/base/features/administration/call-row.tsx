"use client";
import type { KnownCall } from "@softwhere/services/base/connectors/journal/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { usePanelKinds } from "@/base/panels/panel-kinds";
import { usePanels } from "@/base/panels/use-panels";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";

const failures = ["unreachable", "unresolved", "timeout", "cut"] as const;

/** One call; pressed it shows what was sent and answered. */
export function CallRow({ call, label }: { readonly call: KnownCall; readonly label: string }) {
  const t = useTranslations("administration.connections.calls");
  const format = useFormat();
  const bodyId = useId();
  const [isOpen, setOpen] = useState(false);
  const { id, at, method, path, status, milliseconds } = call;
  return (
    <li className={isOpen ? "call open" : "call"}>
      <button type="button" aria-expanded={isOpen} aria-controls={bodyId} onClick={() => setOpen(!isOpen)}>
        <time dateTime={at}>{format.clock(at)}</time>
        <b>{method}</b>
        <span className="ellipsis">{shortPath(path)}</span>
        <span className={`tag ${toneOf(status)}`}>{status ?? t("noAnswer")}</span>
        <span className="number quiet">{t("milliseconds", { count: milliseconds })}</span>
      </button>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && <CallText id={id} label={label} />}
      </div>
    </li>
  );
}

function CallText({ id, label }: { readonly id: string; readonly label: string }) {
  const t = useTranslations("administration.connections.calls");
  const format = useFormat();
  const kinds = usePanelKinds();
  const { open } = usePanels();
  const query = useQuery(
    api.administration.connections.calls.one.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (query.isPending) return <SkeletonRows rows={2} />;
  if (query.isError)
    return (
      <ErrorNotice
        message={t("loadFailed")}
        retryLabel={t("retry")}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  const { at, method, path, status, failure, said, action, request, response } = query.data;
  const cause = failures.find((one) => one === failure);
  return (
    <div className="call-text">
      {said && <p>{t("said", { label, words: said })}</p>}
      {failure && <p>{t(`failures.${cause ?? "other"}`, { label })}</p>}
      {status !== null && status >= 500 && !said && <p>{t("failed", { label })}</p>}
      {action && (
        <p>
          {t("forAction")}{" "}
          {kinds.has("sw_action") ? (
            <button type="button" className="link" onClick={() => void open({ kind: "sw_action", id: action })}>
              {action}
            </button>
          ) : (
            <code>{action}</code>
          )}
        </p>
      )}
      <figure>
        <figcaption>{t("sent")}</figcaption>
        <pre>
          {`${method} ${path}`}
          {request && `\n${request}`}
        </pre>
      </figure>
      <figure>
        <figcaption>
          {t("answered")} <span className="quiet">{format.moment(at)}</span>
        </figcaption>
        <pre>
          {status ?? t("noAnswer")}
          {status !== null && response && `\n${response}`}
        </pre>
      </figure>
    </div>
  );
}

/** Without what all of a vendor's addresses begin with. */
const shortPath = (path: string): string => path.replace(/^.*?\/v\d+(?=\/)/, "");

const toneOf = (status: number | null): "good" | "warn" | "bad" =>
  status !== null && status < 300 ? "good" : status === 429 ? "warn" : "bad";
