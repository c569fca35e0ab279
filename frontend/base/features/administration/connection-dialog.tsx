"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { api } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { useRefusedConnection } from "./use-refused-connection";

interface ConnectionDialogProps {
  readonly adapters: readonly {
    readonly name: string;
    readonly label: string;
    readonly capability: string;
    /** It is reached by files: no token is asked for. */
    readonly isFolder: boolean;
    /** Each of its customers has it at an address of their own. */
    readonly isOwn: boolean;
    /** A client's id is asked for besides the key. */
    readonly hasClient: boolean;
    /** Whom a connection can be made for, where a brand has several. */
    readonly parties: readonly { readonly id: string; readonly label: string }[] | null;
  }[];
  /** Where vendors are besides their own addresses: folders, simulators and sandboxes of this installation. */
  readonly origins: readonly string[];
  readonly simulators: readonly string[];
  readonly known:
    | {
        readonly capability: string;
        readonly party: string | null;
        readonly adapter: string;
        readonly origin: string | null;
      }
    | undefined;
  readonly onClose: () => void;
  readonly onSaved: (company: string) => void;
}

const keyOf = (one: { readonly capability: string; readonly name: string } | undefined) =>
  one ? `${one.capability}/${one.name}` : "";

/** A connection is kept once the vendor has said whose books it leads to. The word is sent once and never shown again. */
export function ConnectionDialog({ adapters, origins, simulators, known, onClose, onSaved }: ConnectionDialogProps) {
  const t = useTranslations("administration.connections");
  const refusedText = useRefusedConnection();
  const formId = useId();
  // What a connection is for stays: another one is another connection.
  const choices = adapters.filter(({ capability }) => !known || known.capability === capability);
  const [chosen, setChosen] = useState(known ? `${known.capability}/${known.adapter}` : keyOf(choices[0]));
  const adapter = choices.find((one) => keyOf(one) === chosen);
  const places = origins.filter((address) => address.startsWith("file:") === (adapter?.isFolder ?? false));
  const [party, setParty] = useState(known?.party ?? "");
  const [origin, setOrigin] = useState(known?.origin ?? "");
  const [ownPlace, setOwnPlace] = useState(known?.origin && !origins.includes(known.origin) ? known.origin : "");
  const [client, setClient] = useState("");
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const save = useMutation(
    api.administration.connections.save.mutationOptions({
      onSuccess: (answer) => (answer.kind === "saved" ? onSaved(answer.company) : setProblem(refusedText(answer))),
      onError: () => setProblem(t("saveFailed")),
    }),
  );
  const isElsewhere = adapter?.isOwn === true && !places.includes(origin);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!adapter) return;
    if (adapter.parties && !party) return setProblem(t("partyMissing"));
    if (adapter.isFolder && !places.includes(origin)) return setProblem(t("folderMissing"));
    const place = isElsewhere ? addressOf(ownPlace) : places.includes(origin) ? origin : undefined;
    if (isElsewhere && place === undefined) return setProblem(t("ownPlaceMissing"));
    if (adapter.hasClient && !/^[^:\s]+$/.test(client.trim())) return setProblem(t("clientMissing"));
    if (!adapter.isFolder && !secret.trim()) return setProblem(t(adapter.hasClient ? "keyMissing" : "secretMissing"));
    setProblem(null);
    save.mutate({
      capability: adapter.capability,
      party: adapter.parties ? party : null,
      adapter: adapter.name,
      secret: adapter.hasClient ? `${client.trim()}:${secret.trim()}` : secret,
      ...(place !== undefined && { origin: place }),
    });
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
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {choices.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.label}
              </option>
            ))}
          </select>
        </div>
        {adapter?.parties && (
          <div className="form-field">
            <label className="form-label" htmlFor={`${formId}-party`}>
              {t("party")}
            </label>
            <select
              id={`${formId}-party`}
              className="select"
              value={party}
              disabled={known !== undefined}
              onChange={(event) => setParty(event.target.value)}
            >
              <option value="" />
              {adapter.parties.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
        {(places.length > 0 || adapter?.isFolder) && (
          <div className="form-field">
            <label className="form-label" htmlFor={`${formId}-origin`}>
              {t("where")}
            </label>
            <select
              id={`${formId}-origin`}
              className="select"
              value={places.includes(origin) ? origin : ""}
              onChange={(event) => setOrigin(event.target.value)}
            >
              <option value="">{adapter?.isFolder ? "" : t(adapter?.isOwn ? "atOwnPlace" : "atVendor")}</option>
              {places.map((address) => (
                <option key={address} value={address}>
                  {adapter?.isFolder
                    ? t("inFolder", { folder: decodeURI(new URL(address).pathname) })
                    : t("atSimulator", { address: new URL(address).host })}
                </option>
              ))}
            </select>
            <small className="quiet">
              {places.includes(origin) && simulators.includes(origin)
                ? t("simulatorHelp")
                : adapter?.isFolder
                  ? t("folderHelp")
                  : t(adapter?.isOwn ? "atOwnPlaceHelp" : "atVendorHelp")}
            </small>
          </div>
        )}
        {isElsewhere && (
          <Field
            id={`${formId}-own`}
            label={t("ownPlace")}
            help={t("ownPlaceHelp")}
            type="url"
            value={ownPlace}
            placeholder="https://pbx.example.fr:5001"
            onChange={setOwnPlace}
          />
        )}
        {adapter?.hasClient && (
          <Field
            id={`${formId}-client`}
            label={t("client")}
            help={t("clientHelp")}
            value={client}
            onChange={setClient}
          />
        )}
        {!adapter?.isFolder && (
          <div className="form-field">
            <label className="form-label" htmlFor={`${formId}-secret`}>
              {t(adapter?.hasClient ? "key" : "secret")}
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
            <small className="quiet">{t(adapter?.hasClient ? "keyHelp" : "secretHelp")}</small>
          </div>
        )}
        {problem && (
          <p id={`${formId}-problem`} className="field-reason" role="alert">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly type?: "text" | "url";
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

function Field({ id, label, help, type = "text", value, placeholder, onChange }: FieldProps) {
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input"
        type={type}
        autoComplete="off"
        spellCheck={false}
        value={value}
        placeholder={placeholder}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      <small id={`${id}-help`} className="quiet">
        {help}
      </small>
    </div>
  );
}

/** What was typed as the place of a server, with or without `https://`; what lies behind it is left out. Undefined: no such place. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  const place = text.includes("://") ? text : `https://${text}`;
  const url = text && URL.canParse(place) ? new URL(place) : undefined;
  return url?.protocol === "https:" ? url.origin : undefined;
}
