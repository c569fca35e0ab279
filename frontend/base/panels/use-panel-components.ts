"use client";
import { type ComponentType, useMemo } from "react";
import type { PanelProps } from "@/base/extension-points/define-vertical";
import { useVerticals } from "@/base/extension-points/verticals";
import { BillingSitesPanel } from "@/base/features/accounts";
import { ContactsPanel } from "@/base/features/contacts";
import { HistoryPanel } from "@/base/features/timeline";
import { useRecordLists } from "@/base/records/lists";
import { RecordPanel } from "@/base/records/record-panel";

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
