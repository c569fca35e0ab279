"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from "react";
import { api } from "@/base/api/browser";
import type { CustomEditing } from "@/base/editing/editable-field";
import { useFormat } from "@/base/format/format";
import type { Linked } from "./rows";

interface ReferenceEditorProps extends CustomEditing {
  readonly target: string;
  readonly accountId?: string | undefined;
  readonly required: boolean;
  /** Also customers and partners: where one looks for rows, not where one puts somebody in charge. */
  readonly everybody?: boolean;
  /** Names learned while choosing, so that the new value can be shown before it is read again. */
  readonly onChosen: (linked: Linked) => void;
}

/** A combobox: type to search, arrows to choose, Enter to save, Escape to give up. */
export function ReferenceEditor({
  label,
  value,
  target,
  accountId,
  required,
  everybody = false,
  onSave,
  onCancel,
  onChosen,
}: ReferenceEditorProps) {
  const t = useTranslations("records");
  const format = useFormat();
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const search = useDeferredValue(text);
  const query = useQuery(
    api.records.options.queryOptions(
      { type: target as "sw_site", search, accountId: accountId ?? null, everybody },
      { placeholderData: keepPreviousData },
    ),
  );
  const none = { id: "", type: target, label: t("noReference") };
  const options = [...(required || text ? [] : [none]), ...(query.data ?? [])];
  const choose = (option: Linked | undefined) => {
    if (!option) return;
    if (option.id) onChosen(option);
    onSave(option.id || null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = Math.max(0, Math.min(options.length - 1, active + (event.key === "ArrowDown" ? 1 : -1)));
      setActive(next);
      box.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") choose(options[active]);
    else if (event.key === "Escape") onCancel();
  };
  return (
    <div ref={box} className="combobox">
      <input
        // biome-ignore lint/a11y/noAutofocus: the person has just asked to edit this field
        autoFocus
        className="field-input"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={`${listId}-${active}`}
        autoComplete="off"
        placeholder={t("searchReference")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => !box.current?.contains(event.relatedTarget) && onCancel()}
      />
      <div id={listId} role="listbox" className="combobox-list" aria-label={label} tabIndex={-1}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys
          <div
            key={option.id}
            id={`${listId}-${index}`}
            data-index={index}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={`menu-item ${option.id === value ? "strong" : ""}`}
            onMouseEnter={() => setActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <span className="ellipsis">
              {option.id ? format.rowLabel(option.type, option.label ?? "…") : option.label}
            </span>
          </div>
        ))}
        {query.isSuccess && options.length === 0 && <p className="quiet combobox-none">{t("noOption")}</p>}
      </div>
    </div>
  );
}
