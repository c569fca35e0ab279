"use client";
import { notFound } from "next/navigation";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useViewer } from "@/base/viewer/viewer";
import type { Vertical } from "./define-vertical";

const VerticalsContext = createContext<readonly Vertical[]>([]);

/** The composition hands the verticals in; base screens see those of the modules open to the brand, through this only. */
export function VerticalsProvider({ verticals, children }: { verticals: readonly Vertical[]; children: ReactNode }) {
  const { brand } = useViewer();
  const modules = brand?.modules;
  const open = useMemo(
    () => verticals.filter(({ module }) => modules === undefined || modules.includes(module)),
    [verticals, modules],
  );
  return <VerticalsContext value={open}>{children}</VerticalsContext>;
}

/** Fixed for the life of the page, so that hooks of verticals may be called in a loop over it. */
export function useVerticals(): readonly Vertical[] {
  return useContext(VerticalsContext);
}

/** A page that a vertical brings, where its module is open to the brand. */
export function VerticalPage({ module, children }: { module: string; children: ReactNode }) {
  if (!useVerticals().some((vertical) => vertical.module === module)) notFound();
  return children;
}
