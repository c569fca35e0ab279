"use client";
import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { useSyncExternalStore } from "react";
import { ExternalStore } from "@/ui/external-store";

const underWay = new ExternalStore(0);
const count = (change: 1 | -1): void => underWay.publish(underWay.value + change);

/** Given to a call that is a mutation by its form only: nothing is written by it. */
export const writesNothing = { context: { writesNothing: true } } as const;

/** Writes sent and not answered yet, of every part of the screen. */
export const useWrites = (): number => useSyncExternalStore(underWay.subscribe, underWay.snapshot, () => 0);

/** Counts a write that goes another way than the API. */
export async function counted<Answer>(write: Promise<Answer>): Promise<Answer> {
  count(1);
  try {
    return await write;
  } finally {
    count(-1);
  }
}

/** Counts the API's mutations from the moment they are sent to their answer. */
export const countWrites: TRPCLink<AnyRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const writes = op.type === "mutation" && op.context["writesNothing"] !== true;
      if (writes) count(1);
      const subscription = next(op).subscribe(observer);
      return () => {
        if (writes) count(-1);
        subscription.unsubscribe();
      };
    });
