"use client";
import { createParser, useQueryState } from "nuqs";
import { useMemo } from "react";

export interface PanelRef {
  readonly kind: string;
  readonly id: string;
}

const panelList = createParser<PanelRef[]>({
  parse: (text) =>
    text.split(",").flatMap((part) => {
      const [kind, id] = part.split(":");
      return kind && id && /^[a-z_-]+$/.test(kind) && /^[0-9a-f-]{36}$/.test(id) ? [{ kind, id }] : [];
    }),
  serialize: (panels) => panels.map((panel) => `${panel.kind}:${panel.id}`).join(","),
  eq: (a, b) =>
    a.length === b.length && a.every((panel, index) => panel.kind === b[index]?.kind && panel.id === b[index]?.id),
});

/** The stack of panels, newest last. It lives in the address: back, reload and a pasted link bring it back. */
export function usePanels() {
  const [stored, setPanels] = useQueryState("panels", panelList.withDefault([]).withOptions({ history: "push" }));
  const panels = stored;
  return useMemo(
    () => ({
      panels,
      /** Puts a panel on top; one that is already in the stack comes up. */
      open: (panel: PanelRef) =>
        setPanels((before) =>
          [...before.filter((other) => other.kind !== panel.kind || other.id !== panel.id), panel].slice(-4),
        ),
      close: (panel: PanelRef) =>
        setPanels((before) => before.filter((other) => other.kind !== panel.kind || other.id !== panel.id)),
      clear: () => setPanels(null),
      isOpen: (kind: string, id: string) => panels.some((panel) => panel.kind === kind && panel.id === id),
    }),
    [panels, setPanels],
  );
}
