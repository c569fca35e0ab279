"use client";
import { businessDay } from "@softwhere/services/platform/day";
import { createContext, type ReactNode, useContext } from "react";
import type { Viewer } from "./viewer-type";

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("useViewer outside a signed-in page");
  return viewer;
}

/** Whether the backend grants a permission. Screens hide by it; the backend decides anyway. */
export function useCan(): (permission: string) => boolean {
  const { permissions } = useViewer();
  return (permission) => permissions.includes(permission);
}

/** Where the clock of the person's brand is; the usual one before somebody signed in. */
export function useTimeZone(): string | undefined {
  return useContext(ViewerContext)?.brand?.timeZone;
}

/** What the person's brand is called; empty before somebody signed in. */
export function useBrandName(): string {
  return useContext(ViewerContext)?.brand?.name ?? "";
}

/** The calendar day where the person's brand is, now or at an instant. */
export function useBusinessDay(): (at?: Date) => string {
  const { brand } = useViewer();
  return (at) => businessDay(at, brand?.timeZone);
}
