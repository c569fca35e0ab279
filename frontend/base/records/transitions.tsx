"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { DayInput } from "@/base/editing/day-input";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { apiClient, errorCode } from "@/base/api/browser";
import { fieldStore } from "@/base/editing/field-store";
import { useFormat } from "@/base/format/format";
import { useBusinessDay, useCan } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { RecordDescription } from "./description";
import type { RecordRow } from "./rows";

type Transition = NonNullable<RecordDescription["workflow"]>["transitions"][number];

/** What the workflow allows from here, as buttons; what a step requires is asked for before. */
export function Transitions({ description, row }: { description: RecordDescription; row: RecordRow }) {
  const format = useFormat();
  const can = useCan();
  const [asking, setAsking] = useState<Transition | null>(null);
  const { workflow } = description;
  const state = workflow && row.values[workflow.field];
  // A step that needs another record (a dispute) belongs to a screen that knows how to choose or make it.
  const needsRecord = (transition: Transition) =>
    description.fields.some((field) => field.type === "reference" && transition.requires.includes(field.name));
  const open = (workflow?.transitions ?? [])
    .filter((transition) => !needsRecord(transition) && !transition.writes?.length)
    .filter(
      (transition) =>
        transition.from.includes(String(state)) &&
        can(description.access.edit) &&
        (!transition.permission || can(transition.permission)),
    );
  if (open.length === 0) return null;
  return (
    <div className="panel-actions">
      {open.map((transition) => (
        <Button key={transition.name} size="small" onClick={() => setAsking(transition)}>
          {transition.label[format.language]}
        </Button>
      ))}
      {asking && (
        <TransitionDialog
          key={asking.name}
          description={description}
          row={row}
          transition={asking}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function TransitionDialog({
  description,
  row,
  transition,
  onClose,
}: {
  description: RecordDescription;
  row: RecordRow;
  transition: Transition;
  onClose: () => void;
}) {
  const t = useTranslations("records");
  const refusal = useRefusal();
  const format = useFormat();
  const today = useBusinessDay()();
  const form = useId();
  const required = description.fields.filter((field) => transition.requires.includes(field.name));
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      required.map((field) => [field.name, String(row.values[field.name] ?? (field.type === "date" ? today : ""))]),
    ),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const run = async () => {
    setSending(true);
    setProblem(null);
    try {
      const result = await apiClient.base.records.transition.mutate({
        type: description.type as "sw_site",
        id: row.id,
        version: row.version,
        transition: transition.name,
        values,
      });
      if (result.kind === "done") {
        fieldStore.pushUndo(result.requestId);
        fieldStore.onUndoable?.(result.requestId);
        await fieldStore.reload();
        onClose();
        return;
      }
      setProblem(result.kind === "changed-since" ? t("changedSince") : refusal(result.detail));
    } catch (error) {
      setProblem(errorCode(error) === "FORBIDDEN" ? t("forbidden") : t("createFailed"));
    }
    setSending(false);
  };
  return (
    <Dialog
      open
      narrow
      title={`${transition.label[format.language]} — ${format.rowLabel(description.type, row.label)}`}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow">
            {problem && (
              <span className="bad" role="alert">
                {problem}
              </span>
            )}
          </span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            tone="primary"
            working={sending}
            disabled={required.some((field) => !values[field.name])}
            onClick={() => void run()}
          >
            {transition.label[format.language]}
          </Button>
        </>
      }
    >
      {required.length === 0 && <p className="quiet">{t("transitionHelp")}</p>}
      {required.map((field) => (
        <label key={field.name} className="field-label" htmlFor={`${form}-${field.name}`}>
          {field.label[format.language]}
          {field.type === "date" ? (
            <DayInput
              id={`${form}-${field.name}`}
              value={values[field.name] ?? ""}
              onValue={(day, isDay) => setValues({ ...values, [field.name]: isDay ? day : "" })}
            />
          ) : (
            <input
              id={`${form}-${field.name}`}
              className="input"
              value={values[field.name] ?? ""}
              onChange={(event) => setValues({ ...values, [field.name]: event.target.value })}
            />
          )}
        </label>
      ))}
    </Dialog>
  );
}
