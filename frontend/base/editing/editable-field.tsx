"use client";
import { AlertTriangle, Check, CloudOff, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useFormat } from "@/base/format/format";
import { useRefusal } from "@/base/format/use-refusal";
import { Button } from "@/ui/button";
import { DayInput } from "./day-input";
import { typedDecimal, typedMoney } from "./typed-decimal";
import { type FieldState, type FieldText, fieldStore } from "./field-store";
import { useDraft } from "./use-draft";
import { type EditedField, type FieldSource, useField } from "./use-field";

export interface EditableFieldProps extends FieldSource {
  readonly label: string;
  readonly readOnly?: boolean;
  readonly inputMode?: "text" | "decimal" | "email" | "tel";
  readonly kind?: "text" | "multiline" | "date" | "money" | "choice";
  readonly choices?: readonly { value: string; label: string }[];
  /** An editor of its own in place of the input: a reference is searched for. */
  readonly editor?: (editing: CustomEditing) => ReactNode;
  /** What the person typed as the field's value, where text is not it. */
  readonly parse?: (text: string) => FieldText;
  /** Explains the field. */
  readonly help?: string;
  /** How a value reads when it is not being edited. */
  readonly display?: (value: FieldText) => string;
  /** What can be done with the value that is stored, beside it. */
  readonly aside?: (value: FieldText) => ReactNode;
  /** What the person should know of the value that is stored. */
  readonly note?: (value: FieldText) => string | undefined;
}

export interface CustomEditing {
  readonly label: string;
  readonly value: FieldText;
  /** Ends the editing with a new value. */
  readonly onSave: (value: FieldText) => void;
  /** Ends it without. */
  readonly onCancel: () => void;
}

/** A labelled value that is edited where it stands and saved as the person leaves it. */
export function EditableField(props: EditableFieldProps) {
  const field = useField(props);
  const note = props.note?.(field.base);
  const shown =
    props.display?.(field.value) ?? (field.value === null || field.value === "" ? "—" : String(field.value));
  return (
    <div className="field" data-field={props.field}>
      <dt title={props.help}>{props.label}</dt>
      <dd>
        {props.readOnly ? (
          <span className="field-value">{shown}</span>
        ) : (
          <ValueEditor {...props} shown={shown} source={field} />
        )}
        {props.aside?.(field.base)}
      </dd>
      <FieldStateMark state={field.state} />
      {note && (
        <p className="field-reason" role="status">
          {note}
        </p>
      )}
      {field.state?.kind === "refused" && <RefusedReason state={field.state} />}
      {field.state?.kind === "conflict" && (
        <Conflict fieldKey={field.key} state={field.state} display={props.display} />
      )}
    </div>
  );
}

interface ValueEditorProps {
  readonly label: string;
  readonly shown: string;
  readonly source: EditedField;
  readonly inputMode?: EditableFieldProps["inputMode"];
  readonly kind?: EditableFieldProps["kind"];
  readonly choices?: EditableFieldProps["choices"];
  readonly editor?: EditableFieldProps["editor"];
  readonly parse?: EditableFieldProps["parse"];
  readonly secret?: EditableFieldProps["secret"];
  readonly className?: string;
  /** In a cell: the grid is the tab stop, F2 edits, and the keyboard goes back to the grid. */
  readonly inGrid?: boolean;
}

/** Button that becomes an input: Enter or F2 edits, Enter or leaving saves, Escape gives up. */
export function ValueEditor({
  label,
  shown,
  source,
  inputMode,
  kind = "text",
  choices,
  editor,
  parse,
  secret,
  className,
  inGrid = false,
}: ValueEditorProps) {
  const { value } = source;
  const format = useFormat();
  const [draft, setDraft] = useDraft(editor || secret ? null : source.key);
  const begin = (text: string) => setDraft({ text, base: source.base, version: source.version });
  const type = (text: string) => draft && setDraft({ ...draft, text });
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<(HTMLInputElement & HTMLSelectElement & HTMLTextAreaElement) | null>(null);
  const editing = draft !== null;
  useEffect(() => {
    if (editing) {
      input.current?.focus();
      if (kind === "text" || kind === "money" || kind === "date") input.current?.select();
    }
  }, [editing, kind]);

  const finish = (save: boolean, refocus: boolean) => {
    if (draft === null) return;
    if (save)
      source.save(
        kind === "money" ? typedDecimal(draft.text, 4) : (parse?.(draft.text.trim()) ?? draft.text.trim()),
        draft,
      );
    end(refocus);
  };
  const end = (refocus: boolean) => {
    setDraft(null);
    if (refocus)
      requestAnimationFrame(() =>
        (inGrid ? button.current?.closest<HTMLElement>("[role=grid]") : button.current)?.focus({ preventScroll: true }),
      );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // In a longer text Enter is a new line; Ctrl+Enter and leaving save it.
    if (event.key === "Enter" && (kind !== "multiline" || event.ctrlKey || event.metaKey)) finish(true, true);
    if (event.key === "Escape") finish(false, true);
  };

  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        {...(inGrid && { tabIndex: -1 })}
        className={`field-value ${className ?? ""}`}
        aria-label={`${label} : ${shown}`}
        onClick={(event) => {
          event.stopPropagation();
          begin(kind === "money" && value !== null ? typedMoney(String(value), format.language) : String(value ?? ""));
        }}
        onKeyDown={(event) => event.key === "F2" && begin(String(value ?? ""))}
      >
        {shown}
      </button>
    );
  }
  if (editor) {
    return editor({
      label,
      value,
      onSave: (next) => {
        source.save(next, draft);
        end(true);
      },
      onCancel: () => end(true),
    });
  }
  const common = {
    ref: input,
    className: "field-input",
    "aria-label": label,
    value: draft.text,
    onBlur: () => finish(true, false),
    onKeyDown,
    onClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
  };
  if (kind === "choice") {
    return (
      <select {...common} onChange={(event) => type(event.target.value)}>
        {choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  if (kind === "multiline")
    return (
      <textarea {...common} className="field-input tall" rows={4} onChange={(event) => type(event.target.value)} />
    );
  if (kind === "date") return <DayInput {...common} onValue={type} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={kind === "money" ? "decimal" : inputMode}
      onChange={(event) => type(event.target.value)}
    />
  );
}

export function FieldStateMark({ state }: { state: FieldState | undefined }) {
  const t = useTranslations("editing");
  const fresh = useFresh(state);
  if (!state || (state.kind === "saved" && !fresh)) return null;
  const mark = {
    saving: <LoaderCircle className="icon small spinning" aria-hidden />,
    saved: <Check className="icon small" aria-hidden />,
    waiting: <CloudOff className="icon small" aria-hidden />,
    conflict: <AlertTriangle className="icon small" aria-hidden />,
    refused: <AlertTriangle className="icon small" aria-hidden />,
  }[state.kind];
  const tone = { saving: "", saved: "good", waiting: "warn", conflict: "warn", refused: "bad" }[state.kind];
  return (
    <span className={`field-state ${tone}`} role="status">
      {mark}
      {t(state.kind)}
    </span>
  );
}

/** "Saved" stays two seconds. */
function useFresh(state: FieldState | undefined): boolean {
  const [seen, setSeen] = useState<FieldState | undefined>(state?.kind === "saved" ? state : undefined);
  useEffect(() => {
    if (state?.kind !== "saved") return;
    const timer = setTimeout(() => setSeen(state), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  return state?.kind === "saved" && seen !== state;
}

export function RefusedReason({ state }: { state: Extract<FieldState, { kind: "refused" }> }) {
  const t = useTranslations("editing");
  const refusal = useRefusal();
  return (
    <p className="field-reason" role="alert">
      {t(`refusedBecause.${state.reason}`)} {state.detail && refusal(state.detail)}
    </p>
  );
}

export function Conflict({
  fieldKey,
  state,
  display,
}: {
  fieldKey: string;
  state: Extract<FieldState, { kind: "conflict" }>;
  display?: EditableFieldProps["display"];
}) {
  const t = useTranslations("editing");
  const format = useFormat();
  const read = (value: FieldText) => display?.(value) ?? (value === null || value === "" ? "—" : String(value));
  return (
    <div className="conflict" role="alert">
      <div className="conflict-choice">
        <div>
          <b className="strong">{read(state.edit.value)}</b>
          <small>{t("yours")}</small>
        </div>
        <Button size="small" onClick={() => fieldStore.keepMine(fieldKey)}>
          {t("keepMine")}
        </Button>
      </div>
      <div className="conflict-choice">
        <div>
          <b className="strong">{read(state.theirs.value)}</b>
          <small>
            {t("theirs", { actor: state.theirs.actor ?? t("someone"), at: format.moment(state.theirs.at) })}
          </small>
        </div>
        <Button size="small" onClick={() => fieldStore.takeTheirs(fieldKey)}>
          {t("takeTheirs")}
        </Button>
      </div>
    </div>
  );
}
