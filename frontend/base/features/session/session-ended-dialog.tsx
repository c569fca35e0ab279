"use client";
import { useSyncExternalStore } from "react";
import { sessionEnded } from "@/base/api/session-ended";
import { onDemand } from "@/base/on-demand/on-demand";

const SignInAgain = onDemand<object>(async () => (await import("./sign-in-again")).SignInAgain);

/** The session is over: the page stays as it is, and asks who is there. */
export function SessionEndedDialog() {
  const ended = useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get, () => false);
  return ended ? <SignInAgain /> : null;
}
