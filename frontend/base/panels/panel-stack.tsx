"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useRef } from "react";
import { api } from "@/base/api/browser";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useRecordLists } from "@/base/records/lists";
import { IconButton } from "@/ui/button";
import { byKeyboard, giveFocusBack } from "@/ui/focus";
import { type PanelRef, usePanels } from "./use-panels";

/** The newest panel open, those below folded to their header. Escape closes the top one. */
export function PanelStack({ components }: { components: Readonly<Record<string, ComponentType<PanelProps>>> }) {
  const t = useTranslations("panels");
  const { panels, open, close } = usePanels();
  const known = panels.filter((panel) => components[panel.kind]);
  const top = known.at(-1);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !top) return;
      if (
        document.querySelector("[role=dialog], [role=menu]") ||
        (event.target instanceof HTMLElement && event.target.closest("input, select, textarea"))
      )
        return;
      void close(top);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [close, top]);
  const opener = useRef<Element | null>(null);
  const stack = useRef<HTMLElement>(null);
  const before = useRef({ count: known.length, top: keyOf(top) });
  // A panel opened by the keyboard takes it; when the last one closes, what had it has it again. A mouse leaves it where it is.
  useEffect(() => {
    const focused = document.activeElement;
    const inside = Boolean(focused?.closest("#zone-panel"));
    const { count, top: last } = before.current;
    before.current = { count: known.length, top: keyOf(top) };
    if (known.length < count && (inside || !focused || focused === document.body)) {
      if (known.length === 0) giveFocusBack(opener.current);
      else stack.current?.focus();
    } else if (!inside) {
      opener.current = focused;
      if (top && keyOf(top) !== last && byKeyboard()) stack.current?.focus();
    }
  }, [known.length, top]);
  if (!top) return null;
  const Top = components[top.kind];
  return (
    <aside
      className="panel-stack"
      aria-label={t("details")}
      id="zone-panel"
      data-zone="panel"
      tabIndex={-1}
      ref={stack}
    >
      {known.slice(0, -1).map((panel) => (
        <div className="panel-under" key={`${panel.kind}:${panel.id}`}>
          <button type="button" onClick={() => void open(panel)}>
            <ChevronLeft className="icon small" aria-hidden />
            <span className="ellipsis">
              <PanelName panel={panel} />
            </span>
          </button>
          <IconButton label={t("close")} onClick={() => void close(panel)}>
            <X className="icon small" aria-hidden />
          </IconButton>
        </div>
      ))}
      {Top && <Top key={`${top.kind}:${top.id}`} kind={top.kind} id={top.id} onClose={() => void close(top)} />}
    </aside>
  );
}

const keyOf = (panel: PanelRef | undefined): string => (panel ? `${panel.kind}:${panel.id}` : "");

/** What a folded panel is about: the row's name where its kind is a type's, else the kind. */
function PanelName({ panel }: { panel: PanelRef }) {
  const t = useTranslations("panels");
  const format = useFormat();
  const lists = useRecordLists();
  const type = panel.kind.startsWith("sw_") ? panel.kind : lists.find((list) => list.panel === panel.kind)?.type;
  const name = useQuery(
    api.records.name.queryOptions(
      { type: (type ?? "sw_account") as "sw_site", id: panel.id },
      { enabled: type !== undefined, staleTime: 60_000 },
    ),
  );
  const kind = panel.kind.startsWith("sw_")
    ? format.typeLabel(panel.kind)
    : t(`kinds.${panel.kind}` as "kinds.contacts");
  if (!type || !name.data) return kind;
  return (
    <>
      {format.rowLabel(type, name.data)} <span className="quiet">{kind}</span>
    </>
  );
}
