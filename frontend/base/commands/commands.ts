"use client";
import { createContext, useContext, useEffect, useId, useSyncExternalStore } from "react";
import { ExternalStore } from "@/ui/external-store";

/** Something the screen in front of the person can do, from a button, by its letter and in Ctrl+K. */
export interface PageCommand {
  /** Tells it apart from the others of its screen. */
  readonly key: string;
  readonly title: string;
  /** A small letter that does it, outside of fields and dialogs. */
  readonly letter?: string;
  /** What it acts on: "4 lignes". */
  readonly about?: string;
  /** What is chosen comes before the screen at large: its letters win, and it stands first. */
  readonly onSelection?: boolean;
  readonly run: () => void;
}

/** What commands declared inside act on. */
export const CommandSubject = createContext<Pick<PageCommand, "about" | "onSelection">>({});

const none: readonly PageCommand[] = [];
let groups: ReadonlyMap<string, readonly PageCommand[]> = new Map();
const all = new ExternalStore(none);

function declare(owner: string, commands: readonly PageCommand[] | null): void {
  const next = new Map(groups);
  if (commands) next.set(owner, commands);
  else next.delete(owner);
  groups = next;
  all.publish(
    [...groups.values()].flat().sort((a, b) => Number(b.onSelection ?? false) - Number(a.onSelection ?? false)),
  );
}

/** Commands are there as long as the component is that declares them. */
export function useCommands(commands: readonly PageCommand[]): void {
  const owner = useId();
  const subject = useContext(CommandSubject);
  // What a command does changes with each drawing of its screen; who listens is told of the words alone.
  useEffect(() =>
    declare(
      owner,
      commands.map((command) => ({ ...subject, ...command })),
    ),
  );
  useEffect(() => () => declare(owner, null), [owner]);
}

/** What the screen can do now, what acts on the selection first. */
export function usePageCommands(): readonly PageCommand[] {
  return useSyncExternalStore(all.subscribe, all.snapshot, () => none);
}

/** The command that a letter stands for now. */
export function commandOf(letter: string): PageCommand | undefined {
  return all.value.find((command) => command.letter === letter.toLowerCase());
}
