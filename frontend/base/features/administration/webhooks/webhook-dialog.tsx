"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { toast } from "@/ui/toast";
import { reloadWebhooks, type Webhook, type WebhookList } from "./use-webhook";

interface WebhookDialogProps {
  readonly list: WebhookList;
  readonly known: Webhook | undefined;
  readonly onClose: () => void;
  readonly onSaved: (id: string, secret: string | undefined) => void;
}

interface Problem {
  readonly field: "name" | "url" | "events" | null;
  readonly text: string;
}

/** An address, and what is told there: what happens to rows of the types that whoever sets it up may see. */
export function WebhookDialog({ list, known, onClose, onSaved }: WebhookDialogProps) {
  const t = useTranslations("administration.webhooks");
  const formId = useId();
  const [name, setName] = useState(known?.name ?? "");
  const [url, setUrl] = useState(known?.url ?? "");
  const open = list.types.flatMap((type) => list.operations.map((operation) => `${type}.${operation}`));
  const [events, setEvents] = useState<readonly string[]>(known?.events.filter((one) => open.includes(one)) ?? []);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useMutation(
    api.administration.webhooks.save.mutationOptions({
      onSuccess: (answer) => {
        if (answer.kind === "refused") return setProblem({ field: answer.field, text: t(`refused.${answer.code}`) });
        toast.success(t("saved"));
        onSaved(answer.id, answer.secret);
      },
      onError: () => setProblem({ field: null, text: t("saveFailed") }),
      onSettled: reloadWebhooks,
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return setProblem({ field: "name", text: t("nameMissing") });
    if (!url.trim()) return setProblem({ field: "url", text: t("urlMissing") });
    if (events.length === 0) return setProblem({ field: "events", text: t("eventsMissing") });
    setProblem(null);
    save.mutate({ ...(known && { id: known.id }), name, url, events: [...events] });
  };
  const said = (field: Problem["field"]) =>
    problem?.field === field && (
      <p id={`${formId}-${field}-problem`} className="field-reason" role="alert">
        {problem.text}
      </p>
    );
  const faulty = (field: Problem["field"]) =>
    problem?.field === field ? { "aria-invalid": true, "aria-describedby": `${formId}-${field}-problem` } : {};
  return (
    <Dialog
      open
      title={known ? t("change") : t("add")}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="quiet">{t("eventCount", { count: events.length })}</span>
          <span className="grow" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" type="submit" form={formId} working={save.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={submit} noValidate>
        <div className="form-field">
          <label className="form-label" htmlFor={`${formId}-name`}>
            {t("name")}
          </label>
          <input
            id={`${formId}-name`}
            className="input"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
            {...faulty("name")}
          />
          {said("name")}
        </div>
        <div className="form-field">
          <label className="form-label" htmlFor={`${formId}-url`}>
            {t("url")}
          </label>
          <input
            id={`${formId}-url`}
            className="input"
            type="url"
            maxLength={500}
            placeholder="https://"
            list={`${formId}-inside`}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            {...faulty("url")}
          />
          <datalist id={`${formId}-inside`}>
            {list.inside.map((origin) => (
              <option key={origin} value={`${origin}/`} />
            ))}
          </datalist>
          {said("url")}
          <small className="quiet">{t("urlHelp")}</small>
        </div>
        <EventChoice list={list} chosen={events} onChange={setEvents} invalid={faulty("events")} />
        {said("events")}
        {said(null)}
      </form>
    </Dialog>
  );
}

interface EventChoiceProps {
  readonly list: WebhookList;
  readonly chosen: readonly string[];
  readonly onChange: (events: readonly string[]) => void;
  readonly invalid: object;
}

/** Types by operations; the head of a column chooses all of it. */
function EventChoice({ list: { types, operations }, chosen, onChange, invalid }: EventChoiceProps) {
  const t = useTranslations("administration.webhooks");
  const format = useFormat();
  const known = operations.flatMap((operation) => (isOperation(operation) ? [operation] : []));
  const toggle = (events: readonly string[], on: boolean) =>
    onChange(on ? [...new Set([...chosen, ...events])] : chosen.filter((one) => !events.includes(one)));
  const rows = types
    .map((type) => ({ type, label: format.typePlural(type) }))
    .sort((a, b) => a.label.localeCompare(b.label, format.language));
  return (
    <fieldset className="webhook-events" {...invalid}>
      <legend className="form-label">{t("events")}</legend>
      <small className="quiet">{t("eventsHelp")}</small>
      <div className="webhook-events-scroll">
        <table>
          <thead>
            <tr>
              <th>{t("what")}</th>
              {known.map((operation) => {
                const all = types.map((type) => `${type}.${operation}`);
                return (
                  <th key={operation}>
                    <label>
                      <input
                        type="checkbox"
                        aria-label={t("allOf", { operation: t(`operations.${operation}`) })}
                        checked={all.every((one) => chosen.includes(one))}
                        onChange={(event) => toggle(all, event.target.checked)}
                      />{" "}
                      {t(`operations.${operation}`)}
                    </label>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, label }) => (
              <tr key={type}>
                <td>{label}</td>
                {known.map((operation) => {
                  const event = `${type}.${operation}`;
                  return (
                    <td key={operation}>
                      <input
                        type="checkbox"
                        aria-label={t("event", { type: label, operation: t(`operations.${operation}`) })}
                        title={event}
                        checked={chosen.includes(event)}
                        onChange={({ target }) => toggle([event], target.checked)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}

const isOperation = (name: string): name is "created" | "updated" | "deleted" =>
  ["created", "updated", "deleted"].includes(name);
