"use client";
import { DayInput } from "@/base/editing/day-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useState } from "react";
import { api, apiClient, errorCode, queryClient } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { keptDrafts } from "@/base/editing/kept";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { type FieldDescription, isMadeByTransition, mayView, type RecordDescription } from "./description";
import { ReferenceEditor } from "./reference-editor";
import type { Linked } from "./rows";
import { useDescription } from "./use-description";
import { parseTyped } from "./value-text";

export interface CreateRecordDialogProps {
  readonly type: string;
  /** References that are settled by where the dialog was opened. */
  readonly fixed?: Readonly<Record<string, Linked>>;
  /** The account it will belong to, also by way of another row: references are chosen among what is that account's. */
  readonly accountId?: string | undefined;
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

type Problem = { readonly field: string | null; readonly detail: string };

/** A new record. What was typed stays until it is saved; the id is settled before, so that sending twice makes one record. */
export function CreateRecordDialog({ type, fixed = {}, accountId, onClose, onCreated }: CreateRecordDialogProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const can = useCan();
  const formId = useId();
  const description = useDescription(type);
  const [id] = useState(() => crypto.randomUUID());
  const draftKey = `create/${type}/${[...Object.values(fixed).map((one) => one.id), ...(accountId ? [accountId] : [])].join(",")}`;
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => keptTexts(draftKey));
  const [resumed, setResumed] = useState(() => Object.keys(texts).length > 0);
  const described = description.data?.fields;
  useEffect(() => {
    const isSecret = (name: string) => described?.some((field) => field.secret && field.name === name);
    const kept = Object.entries(texts).filter(([name, text]) => text && !isSecret(name));
    if (kept.length > 0) keptDrafts.set(draftKey, Object.fromEntries(kept));
    else keptDrafts.remove(draftKey);
  }, [draftKey, texts, described]);
  const [linked, setLinked] = useState<Readonly<Record<string, Linked>>>(fixed);
  const refusal = useRefusal();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  if (!description.data) return null;
  const fields = formFields(description.data).filter(
    (field) => mayView(field, can) && (!field.editPermission || can(field.editPermission)),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values: Record<string, string | number | boolean | null> = {};
    for (const field of fields) {
      const text = texts[field.name] ?? String(field.default ?? "");
      if (linked[field.name]) values[field.name] = linked[field.name]?.id ?? null;
      else if (text !== "") values[field.name] = parseTyped(field, text);
    }
    setState("sending");
    try {
      const result = await apiClient.base.records.create.mutate({ type: type as "sw_site", id, values });
      if (result.kind === "refused") {
        setProblems(result.problems);
        setState("idle");
        return;
      }
      keptDrafts.remove(draftKey);
      await fieldStore.reload();
      await queryClient.invalidateQueries(api.records.pathFilter());
      onCreated(id);
      onClose();
    } catch (error) {
      setProblems([]);
      setState(errorCode(error) === "UNAUTHORIZED" ? "idle" : "failed");
    }
  };
  const stray = problems.filter(
    (problem) => !fields.some((field) => field.name === problem.field && !fixed[field.name]),
  );
  return (
    <Dialog
      open
      narrow
      title={t("newRecord", { type: format.typeLabel(type) })}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow">{state === "failed" && <span className="bad">{t("createFailed")}</span>}</span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" type="submit" form={formId} working={state === "sending"}>
            {t("create")}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={(event) => void submit(event)} noValidate>
        {resumed && (
          <p className="notice" role="status">
            <span className="grow">{t("resumed")}</span>
            <button
              type="button"
              className="link"
              onClick={() => {
                setTexts({});
                setResumed(false);
              }}
            >
              {t("startOver")}
            </button>
          </p>
        )}
        {stray.map((problem) => (
          <p key={problem.detail} className="notice bad" role="alert">
            {refusal(problem.detail)}
          </p>
        ))}
        {fields
          .filter((field) => !fixed[field.name])
          .map((field) => {
            const problem = problems.find((one) => one.field === field.name);
            return (
              <div key={field.name} className="form-field">
                <FormInput
                  field={field}
                  formId={formId}
                  text={texts[field.name] ?? String(field.default ?? "")}
                  linked={linked[field.name]}
                  accountId={linked["account"]?.id ?? accountId}
                  onText={(text) => setTexts({ ...texts, [field.name]: text })}
                  onLinked={(one) =>
                    setLinked(
                      one
                        ? { ...linked, [field.name]: one }
                        : Object.fromEntries(Object.entries(linked).filter(([name]) => name !== field.name)),
                    )
                  }
                />
                {problem && (
                  <p className="field-reason" role="alert">
                    {refusal(problem.detail)}
                  </p>
                )}
              </div>
            );
          })}
      </form>
    </Dialog>
  );
}

/** What was typed into this form before and never sent. */
function keptTexts(key: string): Record<string, string> {
  const kept = keptDrafts.get(key);
  return typeof kept === "object" && kept !== null
    ? Object.fromEntries(Object.entries(kept).map(([name, text]) => [name, String(text)]))
    : {};
}

/** Required first; lists of values and files are added to the record once it is there. */
function formFields(description: RecordDescription): FieldDescription[] {
  const { workflow } = description;
  const fields = description.fields
    .filter((field) => !field.multiple && !["file", "external_id", "change", "json"].includes(field.type))
    .filter((field) => !isMadeByTransition(description, field))
    .flatMap((field) => {
      if (field.name !== workflow?.field || !field.options) return [field];
      // A row begins where its workflow does; where that is one state, there is nothing to choose.
      const options = field.options.filter(({ value }) => workflow.initial.includes(value));
      return options.length > 1 ? [{ ...field, options }] : [];
    });
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

interface FormInputProps {
  readonly field: FieldDescription;
  readonly formId: string;
  readonly text: string;
  readonly linked: Linked | undefined;
  readonly accountId: string | undefined;
  readonly onText: (text: string) => void;
  readonly onLinked: (linked: Linked | undefined) => void;
}

function FormInput({ field, formId, text, linked, accountId, onText, onLinked }: FormInputProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  const inputId = `${formId}-${field.name}`;
  const label = field.label[format.language];
  const common = {
    id: inputId,
    value: text,
    required: field.required ?? false,
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
  };
  return (
    <>
      <label htmlFor={inputId} className="form-label">
        {label}
        {field.required && (
          <span className="quiet" aria-hidden>
            {" "}
            · {t("required")}
          </span>
        )}
      </label>
      {field.type === "reference" ? (
        choosing ? (
          <ReferenceEditor
            label={label}
            value={linked?.id ?? null}
            target={field.target ?? ""}
            required={field.required ?? false}
            accountId={accountId}
            onChosen={onLinked}
            onSave={(value) => {
              if (value === null) onLinked(undefined);
              setChoosing(false);
            }}
            onCancel={() => setChoosing(false)}
          />
        ) : (
          <button id={inputId} type="button" className="select" onClick={() => setChoosing(true)}>
            {linked ? format.rowLabel(linked.type, linked.label ?? "…") : <span className="quiet">{t("choose")}</span>}
          </button>
        )
      ) : field.options ? (
        <select className="select" {...common}>
          {(!field.required || text === "") && <option value="">—</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[format.language]}
            </option>
          ))}
        </select>
      ) : field.type === "boolean" ? (
        <select className="select" {...common}>
          <option value="">—</option>
          <option value="true">{format.yesNo(true)}</option>
          <option value="false">{format.yesNo(false)}</option>
        </select>
      ) : field.type === "text" ? (
        <textarea className="input" {...common} />
      ) : field.type === "date" ? (
        <DayInput {...common} value={text} onValue={onText} />
      ) : (
        <input
          className="input"
          type={field.type === "datetime" ? "datetime-local" : "text"}
          inputMode={
            field.type === "decimal" || field.type === "integer" ? "decimal" : field.type === "email" ? "email" : "text"
          }
          maxLength={field.maxLength}
          {...common}
        />
      )}
      {field.help?.[format.language] && <small className="quiet">{field.help[format.language]}</small>}
    </>
  );
}
