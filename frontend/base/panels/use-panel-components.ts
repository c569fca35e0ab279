"use client";
import { type ComponentType, useMemo } from "react";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { onDemand } from "@/base/on-demand/on-demand";
import { WaitingPanel } from "@/base/on-demand/waiting";
import { useRecordLists } from "@/base/records/lists";

const RecordPanel = onDemand<PanelProps>(
  async () => (await import("@/base/records/record-panel")).RecordPanel,
  WaitingPanel,
);
const ContactsPanel = onDemand<PanelProps>(
  async () => (await import("@/base/features/contacts")).ContactsPanel,
  WaitingPanel,
);
const BillingSitesPanel = onDemand<PanelProps>(
  async () => (await import("@/base/features/accounts/billing-sites-panel")).BillingSitesPanel,
  WaitingPanel,
);
const HistoryPanel = onDemand<PanelProps>(
  async () => (await import("@/base/features/timeline")).HistoryPanel,
  WaitingPanel,
);

/** Every panel that can be opened, by kind: a record panel for each listed type, then what base and verticals made for special ones. */
export function usePanelComponents(): Readonly<Record<string, ComponentType<PanelProps>>> {
  const verticals = useVerticals();
  const lists = useRecordLists();
  return useMemo(
    () => ({
      sw_account: RecordPanel,
      ...Object.fromEntries(lists.map((list) => [list.type, RecordPanel])),
      contacts: ContactsPanel,
      "billing-sites": BillingSitesPanel,
      history: HistoryPanel,
      ...Object.fromEntries(verticals.flatMap((vertical) => Object.entries(vertical.panels))),
    }),
    [verticals, lists],
  );
}
