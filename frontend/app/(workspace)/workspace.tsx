"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toaster } from "sonner";
import { verticals } from "@/app/composition";
import { queryClient } from "@/base/api/browser";
import { UndoProvider } from "@/base/editing/undo-provider";
import { VerticalsProvider } from "@/base/extension-points/verticals";
import { NotificationBell } from "@/base/features/notifications";
import { SessionEndedDialog } from "@/base/features/session";
import { SearchPalette } from "@/base/features/search";
import { Rail, ShortcutsSheet, Topbar, ZoneKeys } from "@/base/features/shell";
import { ViewerProvider } from "@/base/viewer/viewer";
import type { Viewer } from "@/base/viewer/viewer-type";

export function Workspace({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return (
    <NuqsAdapter>
      <QueryClientProvider client={queryClient}>
        <ViewerProvider viewer={viewer}>
          <VerticalsProvider verticals={verticals}>
            <Tooltip.Provider delayDuration={400}>
              <div className="app">
                <Rail />
                <div className="main">
                  <Topbar search={<SearchPalette />} bell={<NotificationBell />} />
                  {children}
                </div>
              </div>
              <ShortcutsSheet />
              <ZoneKeys />
              <SessionEndedDialog />
              <UndoProvider />
              <Toaster position="bottom-left" offset={16} theme="system" className="toaster" />
            </Tooltip.Provider>
          </VerticalsProvider>
        </ViewerProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}
