"use client";
import { OrderMenu } from "./order-menu";

/** The orders, for a selection in the list of all lines. */
export function LineSelectionActions({ ids }: { ids: () => Promise<readonly string[]> }) {
  return <OrderMenu lineIds={ids} />;
}
