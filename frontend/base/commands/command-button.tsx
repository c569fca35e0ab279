"use client";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "@/ui/button";
import { useCommands } from "./commands";

interface CommandButtonProps extends Omit<ComponentProps<typeof Button>, "onClick" | "children"> {
  /** Tells it apart from the others of its screen. */
  readonly name: string;
  readonly title: string;
  readonly letter?: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
}

/** A button of which the letter and Ctrl+K know as well. */
export function CommandButton({ name, title, letter, icon, run, disabled, working, ...rest }: CommandButtonProps) {
  useCommands(disabled || working ? [] : [{ key: name, title, run, ...(letter && { letter }) }]);
  return (
    <Button
      {...rest}
      {...(disabled !== undefined && { disabled })}
      {...(working !== undefined && { working })}
      {...(letter && { "aria-keyshortcuts": letter })}
      onClick={run}
    >
      {icon} {title} {letter && <Letter letter={letter} />}
    </Button>
  );
}

/** The key that does the same, where a mouse is used beside a keyboard. */
export function Letter({ letter }: { readonly letter: string }) {
  return (
    <kbd className="key letter" aria-hidden>
      {letter.toUpperCase()}
    </kbd>
  );
}
