"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { verticals } from "@/app/composition";
import { KeepNewestAddress } from "@/base/address/keep-newest-address";
import { queryClient } from "@/base/api/browser";
import { CommandKeys } from "@/base/commands/command-keys";
import { keepFor } from "@/base/editing/kept";
import { UndoProvider } from "@/base/editing/undo-provider";
import { VerticalsProvider } from "@/base/extension-points/verticals";
import { PortalFrame } from "@/base/features/portal";
import { NotificationBell } from "@/base/features/notifications";
import { SessionEndedDialog } from "@/base/features/session";
import { SearchPalette } from "@/base/features/search";
import { Rail, ShortcutsSheet, Topbar, UserMenu, ZoneKeys } from "@/base/features/shell";
import { toWarmUp, WarmUp } from "@/base/on-demand/warm-up";
import { isCustomer } from "@/base/viewer/is-customer";
import { ViewerProvider } from "@/base/viewer/viewer";
import type { Viewer } from "@/base/viewer/viewer-type";
import { loadToasts } from "@/ui/toast";
import { Toasts } from "@/ui/toasts";
import { SingleActivation } from "@/ui/single-activation";
import { Tooltips } from "@/ui/tooltips";

toWarmUp.push(loadToasts);

export function Workspace({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  // Before any field looks for what it was being given.
  if (typeof window !== "undefined") keepFor(viewer.id);
  return (
    <NuqsAdapter>
      <KeepNewestAddress />
      <QueryClientProvider client={queryClient}>
        <ViewerProvider viewer={viewer}>
          <VerticalsProvider verticals={verticals}>
            {isCustomer(viewer) ? (
              <PortalFrame userMenu={<UserMenu />}>{children}</PortalFrame>
            ) : (
              <StaffFrame>{children}</StaffFrame>
            )}
            <SessionEndedDialog />
            <Toasts />
            <SingleActivation />
            <Tooltips />
            <WarmUp />
          </VerticalsProvider>
        </ViewerProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  );
}

function StaffFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="app">
        <Rail />
        <div className="main">
          <Topbar search={<SearchPalette />} bell={<NotificationBell />} />
          {children}
        </div>
      </div>
      <ShortcutsSheet />
      <ZoneKeys />
      <CommandKeys />
      <UndoProvider />
    </>
  );
}
