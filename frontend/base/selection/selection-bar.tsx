"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import { CommandSubject } from "@/base/commands/commands";
import { IconButton } from "@/ui/button";
import { focusPage } from "@/ui/focus";
import { useRoving } from "@/ui/use-roving";

interface SelectionBarProps {
  /** "40 lignes sélectionnées": also what its commands say they act on. */
  readonly what: string;
  readonly detail?: ReactNode;
  readonly children: ReactNode;
  readonly onClear: () => void;
}

/** What is chosen in a list and what can be done with it: at the foot of the middle, one of the places F6 goes to. */
export function SelectionBar({ what, detail, children, onClear }: SelectionBarProps) {
  const t = useTranslations("selection");
  const roving = useRoving<HTMLDivElement>("button:not(:disabled)");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return roving.onKeyDown(event);
    event.preventDefault();
    focusPage();
  };
  const subject = useMemo(() => ({ about: what, onSelection: true }), [what]);
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={t("label")}
      data-zone="actions"
      {...roving}
      onKeyDown={onKeyDown}
    >
      <span className="what" aria-live="polite">
        {what}
        {detail && <small>{detail}</small>}
      </span>
      <CommandSubject value={subject}>{children}</CommandSubject>
      <span className="grow" />
      <IconButton
        label={t("clear")}
        onClick={() => {
          onClear();
          focusPage();
        }}
      >
        <X className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}
