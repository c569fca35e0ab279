"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { api } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useRefusedConnection } from "./use-refused-connection";

interface ConnectionDialogProps {
  readonly adapters: readonly { readonly name: string; readonly label: string }[];
  /** Simulators and sandboxes of this installation. */
  readonly origins: readonly string[];
  readonly known: { readonly adapter: string; readonly origin: string | null } | undefined;
  readonly onClose: () => void;
  readonly onSaved: (company: string) => void;
}

/** A connection is kept once the vendor has said whose books it leads to. The word is sent once and never shown again. */
export function ConnectionDialog({ adapters, origins, known, onClose, onSaved }: ConnectionDialogProps) {
  const t = useTranslations("administration.connections");
  const refusedText = useRefusedConnection();
  const formId = useId();
  const [adapter, setAdapter] = useState(known?.adapter ?? adapters[0]?.name ?? "");
  const [origin, setOrigin] = useState(known?.origin ?? "");
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation(
    api.administration.connections.save.mutationOptions({
      onSuccess: (answer) => (answer.kind === "saved" ? onSaved(answer.company) : setProblem(refusedText(answer))),
      onError: () => setProblem(t("saveFailed")),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!secret.trim()) return setProblem(t("secretMissing"));
    setProblem(null);
    save.mutate({ capability: "billing", adapter, secret, ...(origin && { origin }) });
  };
  return (
    <Dialog
      open
      narrow
      title={known ? t("change") : t("add")}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" type="submit" form={formId} working={save.isPending}>
            {t("proveAndSave")}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={submit} noValidate>
        <div className="form-field">
          <label className="form-label" htmlFor={`${formId}-adapter`}>
            {t("vendor")}
          </label>
          <select
            id={`${formId}-adapter`}
            className="select"
            value={adapter}
            onChange={(event) => setAdapter(event.target.value)}
          >
            {adapters.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {origins.length > 0 && (
          <div className="form-field">
            <label className="form-label" htmlFor={`${formId}-origin`}>
              {t("where")}
            </label>
            <select
              id={`${formId}-origin`}
              className="select"
              value={origin}
              onChange={(event) => setOrigin(event.target.value)}
            >
              <option value="">{t("atVendor")}</option>
              {origins.map((address) => (
                <option key={address} value={address}>
                  {t("atSimulator", { address: new URL(address).host })}
                </option>
              ))}
            </select>
            <small className="quiet">{origin ? t("simulatorHelp") : t("atVendorHelp")}</small>
          </div>
        )}
        <div className="form-field">
          <label className="form-label" htmlFor={`${formId}-secret`}>
            {t("secret")}
          </label>
          <input
            id={`${formId}-secret`}
            className="input"
            type="password"
            autoComplete="off"
            value={secret}
            aria-invalid={problem !== null}
            aria-describedby={problem ? `${formId}-problem` : undefined}
            onChange={(event) => setSecret(event.target.value)}
          />
          <small className="quiet">{t("secretHelp")}</small>
          {problem && (
            <p id={`${formId}-problem`} className="field-reason" role="alert">
              {problem}
            </p>
          )}
        </div>
      </form>
    </Dialog>
  );
}
