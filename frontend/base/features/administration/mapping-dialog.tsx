"use client";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, queryClient } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { type Choice, MappingRow } from "./mapping-row";
import { useRefusedConnection } from "./use-refused-connection";

type Outputs = inferRouterOutputs<ConnectorsRouter>["mapping"];
type Mappings = Extract<Outputs["open"], { ok: true }>["value"];
export type UnmappedSite = Mappings["sites"][number];
export type MappingResult = Extract<Outputs["accept"], { ok: true }>["value"][number];

interface MappingDialogProps {
  /** What the billing system is called. */
  readonly vendor: string;
  readonly onClose: () => void;
}

/** What is sure, free, and no other site's as surely, is chosen; all else is a person's to choose. */
function firstChoices(sites: readonly UnmappedSite[]): ReadonlyMap<string, Choice> {
  const bests = sites.map(({ proposals: [best] }) =>
    best?.sureness === "sure" && best.takenBy === null ? best.customer.id : "",
  );
  const isAlone = (customer: string) => bests.indexOf(customer) === bests.lastIndexOf(customer);
  return new Map(
    sites.map(({ id }, place) => {
      const best = bests[place] ?? "";
      return [id, { customer: isAlone(best) ? best : "", shared: false }];
    }),
  );
}

/** The other site that the chosen customer is for: mapped before, or chosen further up. */
function takenBy(sites: readonly UnmappedSite[], site: UnmappedSite, choiceOf: (of: UnmappedSite) => Choice) {
  const { customer } = choiceOf(site);
  if (customer === "") return null;
  const before = sites.slice(0, sites.indexOf(site)).find((other) => choiceOf(other).customer === customer);
  return before?.name ?? site.proposals.find((one) => one.customer.id === customer)?.takenBy ?? null;
}

/** Which customer of the billing system each billing site is: proposals, chosen by a person. */
export function MappingDialog({ vendor, onClose }: MappingDialogProps) {
  const t = useTranslations("administration.connections.mapping");
  const refusedText = useRefusedConnection();
  const query = useQuery({ ...api.administration.connections.mapping.open.queryOptions(), staleTime: 0 });
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [results, setResults] = useState<ReadonlyMap<string, MappingResult>>(new Map());
  const found = query.data?.ok ? query.data.value : undefined;
  const sites = [...(found?.sites ?? [])].sort((a, b) => b.proposals.length - a.proposals.length);
  const first = firstChoices(sites);
  const choiceOf = (site: UnmappedSite) =>
    choices.get(site.id) ?? first.get(site.id) ?? { customer: "", shared: false };
  // A customer that is another site's too is meant only where somebody says so.
  const ready = sites
    .filter((site) => choiceOf(site).customer && (takenBy(sites, site, choiceOf) === null || choiceOf(site).shared))
    .slice(0, 200);
  const accept = useMutation(
    api.administration.connections.mapping.accept.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return toast.error(refusedText(answer.failure));
        const mapped = answer.value.filter(({ kind }) => kind === "mapped");
        setResults(new Map(answer.value.map((one) => [one.site, one])));
        if (mapped.length > 0) toast.success(t("done", { count: mapped.length }));
        return undefined;
      },
      onError: () => toast.error(t("failed")),
      onSettled: () =>
        queryClient.invalidateQueries({ queryKey: api.administration.connections.mapping.open.queryKey() }),
    }),
  );
  const failure = query.data && !query.data.ok ? query.data.failure : undefined;
  return (
    <Dialog
      open
      title={t("title")}
      description={found && t("told", { open: sites.length, mapped: found.mapped, customers: found.customers, vendor })}
      closeLabel={t("close")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t("close")}</Button>
          <Button
            tone="primary"
            disabled={ready.length === 0}
            working={accept.isPending}
            onClick={() =>
              accept.mutate({
                accepted: ready.map((site) => ({ site: site.id, version: site.version, ...choiceOf(site) })),
              })
            }
          >
            {t("accept", { count: ready.length })}
          </Button>
        </>
      }
    >
      {query.isPending && <SkeletonRows rows={6} />}
      {(query.isError || failure) && (
        <ErrorNotice
          message={failure ? refusedText(failure) : t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {found?.cut && <p className="quiet">{t("cut")}</p>}
      <ul className="mappings">
        {sites.map((site) => (
          <MappingRow
            key={site.id}
            site={site}
            choice={choiceOf(site)}
            takenBy={takenBy(sites, site, choiceOf)}
            result={results.get(site.id)}
            onChoose={(choice) => setChoices(new Map(choices).set(site.id, choice))}
          />
        ))}
      </ul>
    </Dialog>
  );
}
