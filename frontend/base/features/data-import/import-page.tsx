"use client";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { api } from "@/base/api/browser";
import { useCan } from "@/base/viewer/viewer";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { CheckStep } from "./check-step";
import { FileStep } from "./file-step";
import { importStore, type Step, useImportState } from "./import-store";
import { MappingStep } from "./mapping-step";
import { RunStep } from "./run-step";

const steps = ["file", "mapping", "check", "run"] as const satisfies readonly Step[];

/** The way out of other tools: a file, its columns, what is wrong with it, then the import that can be taken back. */
export function ImportPage() {
  const t = useTranslations("dataImport");
  const can = useCan();
  const state = useImportState();
  const kinds = useQuery(api.dataImport.kinds.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (importStore.unfinished) event.preventDefault();
    };
    window.addEventListener("beforeunload", onBeforeUnload);
    return () => window.removeEventListener("beforeunload", onBeforeUnload);
  }, []);
  // The button that led on is gone with its step: the next Tab starts at the new one.
  const top = useRef<HTMLDivElement>(null);
  const shownStep = useRef(state.step);
  useEffect(() => {
    if (shownStep.current !== state.step) top.current?.focus();
    shownStep.current = state.step;
  }, [state.step]);
  const allowed = kinds.data?.filter((kind) => can(kind.createPermission)) ?? [];
  const kind = allowed.find((one) => one.type === state.kind);
  const reached = steps.indexOf(state.step);
  const locked = state.busy || state.run?.state === "running" || state.run?.state === "stopping";
  return (
    <div className="columns no-list">
      <main className="centre" id="zone-centre" data-zone="centre">
        <div className="centre-scroll import-page">
          <h1>{t("title")}</h1>
          <p className="quiet">{t("description")}</p>
          <ol className="import-steps" aria-label={t("steps.label")}>
            {steps.map((step, at) => (
              <li key={step} aria-current={at === reached ? "step" : undefined} className={at < reached ? "done" : ""}>
                <button
                  type="button"
                  disabled={at >= reached || locked || state.step === "run"}
                  onClick={() => importStore.goTo(step)}
                >
                  <span className="import-step-mark" aria-hidden>
                    {at < reached ? <Check className="icon small" /> : at + 1}
                  </span>
                  {t(`steps.${step}`)}
                </button>
              </li>
            ))}
          </ol>
          <div ref={top} className="import-top" tabIndex={-1} role="region" aria-label={t(`steps.${state.step}`)} />
          {kinds.isPending && <SkeletonRows rows={5} />}
          {kinds.isError && (
            <ErrorNotice
              message={t("loadFailed")}
              retryLabel={t("retry")}
              error={kinds.error}
              onRetry={() => void kinds.refetch()}
            />
          )}
          {kinds.isSuccess && allowed.length === 0 && <p className="empty">{t("forbidden")}</p>}
          {state.failure && (
            <p className="notice bad" role="alert">
              {state.failure.kind === "file"
                ? t(`files.${state.failure.code}`)
                : t(`failures.${failureKey(state.failure.code)}`)}
            </p>
          )}
          {allowed.length > 0 && state.step === "file" && <FileStep kinds={allowed} kind={kind} busy={state.busy} />}
          {kind && state.step === "mapping" && state.file && (
            <MappingStep kind={kind} file={state.file} state={state} />
          )}
          {kind && state.step === "check" && state.file && state.report && (
            <CheckStep kind={kind} file={state.file} report={state.report} state={state} />
          )}
          {kind && state.step === "run" && state.file && state.report && state.run && (
            <RunStep kind={kind} file={state.file} report={state.report} run={state.run} />
          )}
        </div>
      </main>
    </div>
  );
}

function failureKey(code: string): "FORBIDDEN" | "UNAUTHORIZED" | "PAYLOAD_TOO_LARGE" | "other" {
  return code === "FORBIDDEN" || code === "UNAUTHORIZED" || code === "PAYLOAD_TOO_LARGE" ? code : "other";
}
