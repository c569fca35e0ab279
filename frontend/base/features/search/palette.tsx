"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { api } from "@/base/api/browser";
import { Letter } from "@/base/commands/command-button";
import { formatNumber, useFormat } from "@/base/format/format";
import { useRecordLists } from "@/base/records/lists";
import { giveFocusBack } from "@/ui/focus";
import { highlight } from "./highlight";
import { type Command, useCommands } from "./use-commands";
import { useDebounced } from "./use-debounced";

export interface PaletteProps {
  /** What had the keyboard before. */
  readonly opener: Element | null;
  /** What was typed before it was there. */
  readonly typed: { readonly current: string };
  readonly onDone: () => void;
}

/** What the palette shows: a record that was found, or something to do. */
interface Entry {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly detail: string;
  /** The key that does the same without the palette. */
  readonly letter?: string;
  readonly icon: ReactNode;
  readonly run: () => void;
}

/** The palette over the page; the keyboard goes back to what had it. */
export function Palette({ opener, typed, onDone }: PaletteProps) {
  const t = useTranslations("search");
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onDone()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="palette"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack(opener);
          }}
        >
          <Dialog.Title className="visually-hidden">{t("open")}</Dialog.Title>
          <Finder typed={typed} onDone={onDone} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What is typed, and what it finds. */
function Finder({ typed, onDone }: Pick<PaletteProps, "typed" | "onDone">) {
  const t = useTranslations("search");
  const listId = useId();
  const [text, setText] = useState(() => typed.current);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const asked = useDebounced(text.trim(), 60);
  const query = useQuery(
    api.search.find.queryOptions(
      { text: asked, limit: 20 },
      { enabled: asked.length >= 2, placeholderData: keepPreviousData, staleTime: 5_000 },
    ),
  );
  const entries = useEntries(text, asked.length >= 2 ? (query.data?.hits ?? []) : [], onDone);
  const current = Math.min(active, Math.max(0, entries.length - 1));
  const choose = (index: number) => {
    entries[index]?.run();
    if (entries[index]) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const jump = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (jump !== undefined) {
      event.preventDefault();
      const next = (current + jump + entries.length) % Math.max(1, entries.length);
      setActive(next);
      list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") choose(current);
  };
  return (
    <>
      <div className="palette-head">
        <Search className="icon" aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to search
          autoFocus
          className="palette-input"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={entries.length > 0 ? `${listId}-${current}` : undefined}
          aria-label={t("open")}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd className="key">{t("escape")}</kbd>
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t("results")} className="palette-list" tabIndex={-1}>
        {entries.map((entry, index) => (
          <div key={entry.key}>
            {entry.group !== entries[index - 1]?.group && <div className="palette-group">{entry.group}</div>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys */}
            <div
              id={`${listId}-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="palette-entry"
              onMouseMove={() => setActive(index)}
              onClick={() => choose(index)}
            >
              {entry.icon}
              <span className="ellipsis medium">{highlight(entry.title, asked)}</span>
              <span className="ellipsis quiet">{highlight(entry.detail, asked)}</span>
              {entry.letter && <Letter letter={entry.letter} />}
              {index === current && <CornerDownLeft className="icon small quiet" aria-hidden />}
            </div>
          </div>
        ))}
      </div>
      <p className="palette-foot quiet" role="status">
        {query.isError
          ? t("failed")
          : asked.length >= 2 && query.isSuccess && !query.isPlaceholderData && query.data.hits.length === 0
            ? t("nothing")
            : query.data?.complete === false
              ? t("building")
              : t("help")}
      </p>
    </>
  );
}

function useEntries(
  text: string,
  hits: readonly {
    type: string;
    id: string;
    label: string;
    details: readonly string[];
    account: { id: string; name: string } | null;
  }[],
  onDone: () => void,
): Entry[] {
  const format = useFormat();
  const router = useRouter();
  const lists = useRecordLists();
  const commands = useCommands(text);
  const found = hits.map((hit): Entry => {
    const list = lists.find((one) => one.type === hit.type);
    const Icon = list?.icon ?? Search;
    const kind = list?.panel ?? hit.type;
    const address =
      hit.type === "sw_account"
        ? `/accounts/${hit.id}`
        : hit.account
          ? `/accounts/${hit.account.id}?panels=${kind}:${hit.id}`
          : `/lists/${hit.type}?panels=${kind}:${hit.id}`;
    return {
      key: `${hit.type}/${hit.id}`,
      group: format.typePlural(hit.type),
      title: format.rowLabel(hit.type, hit.label),
      detail: [...hit.details.map(formatNumber), hit.account?.name].filter(Boolean).join(" · "),
      icon: <Icon className="icon small quiet" aria-hidden />,
      run: () => router.push(address),
    };
  });
  // Kinds in the order of their best hit.
  const order = [...new Set(found.map((entry) => entry.group))];
  const grouped = order.flatMap((group) => found.filter((entry) => entry.group === group));
  return [
    ...grouped,
    ...commands.map(
      (command: Command): Entry => ({
        key: command.key,
        group: command.group,
        title: command.title,
        detail: "",
        ...(command.letter && { letter: command.letter }),
        icon: <command.icon className="icon small quiet" aria-hidden />,
        run: () => command.run(onDone),
      }),
    ),
  ];
}
