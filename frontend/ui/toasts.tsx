"use client";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { firstToast, loadToasts } from "./toast";

const Toaster = lazy(async () => ({ default: (await loadToasts()).Toaster }));

/** The place of the short messages; nothing until there was one. */
export function Toasts() {
  const any = useSyncExternalStore(firstToast.subscribe, firstToast.get, () => false);
  if (!any) return null;
  return (
    <Suspense>
      <Toaster position="bottom-left" offset={16} theme="system" className="toaster" />
    </Suspense>
  );
}
