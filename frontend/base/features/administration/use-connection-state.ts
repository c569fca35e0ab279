"use client";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { useRefusedConnection } from "./use-refused-connection";

export type KnownConnection = inferRouterOutputs<ConnectorsRouter>["list"]["connections"][number];

export interface ConnectionState {
  readonly tone: "good" | "warn" | "bad";
  readonly title: string;
  readonly text: string;
}

/** What a connection is for, and for whom where a brand has several. */
export function useConnectionPurpose(): (connection: KnownConnection) => string {
  const t = useTranslations("administration.connections");
  const locale = useLocale();
  return ({ capability, capabilityLabel, party, partyLabel }) =>
    [capabilityLabel?.[locale] ?? capability, ...(party ? [partyLabel ?? t("partyGone")] : [])].join(" · ");
}

/** How a connection does, in words: it works, it was refused, or its vendor isn't there. */
export function useConnectionState(): (connection: KnownConnection) => ConnectionState {
  const t = useTranslations("administration.connections.states");
  const refusedText = useRefusedConnection();
  const format = useFormat();
  return ({ state, lastCall, company, pausedAt, pausedBy }) => {
    if (pausedAt)
      return {
        tone: "warn",
        title: t("paused"),
        text: t("pausedText", { name: pausedBy ?? "", moment: format.moment(pausedAt) }),
      };
    if (state.kind === "open")
      return {
        tone: "bad",
        title: t("stopped", { moment: format.moment(state.since) }),
        text: t("stoppedText", { moment: format.moment(state.until) }),
      };
    const good = { tone: "good", title: t("works"), text: company } as const;
    if (!lastCall || (lastCall.status !== null && lastCall.status < 300)) return good;
    const code = codeOf(lastCall.status);
    // What is not there is what was asked for: that is an answer.
    if (code === "missing") return good;
    return {
      tone: "warn",
      title: t(code === "unavailable" ? "failed" : "refused"),
      text: lastCall.said ? t("said", { words: lastCall.said }) : refusedText({ code }),
    };
  };
}

const codes: Readonly<Record<number, string>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "missing",
  429: "limited",
};

const codeOf = (status: number | null): string =>
  status === null || status >= 500 ? "unavailable" : (codes[status] ?? "refused");
