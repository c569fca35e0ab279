"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { Vertical } from "./define-vertical";

const VerticalsContext = createContext<readonly Vertical[]>([]);

/** The composition hands the verticals in; base screens see them through this only. */
export function VerticalsProvider({ verticals, children }: { verticals: readonly Vertical[]; children: ReactNode }) {
  return <VerticalsContext value={verticals}>{children}</VerticalsContext>;
}

/** Fixed for the life of the page, so that hooks of verticals may be called in a loop over it. */
export function useVerticals(): readonly Vertical[] {
  return useContext(VerticalsContext);
}
