"use client";
import { type CSSProperties, lazy, Suspense, useSyncExternalStore } from "react";
import { firstToast, loadToasts } from "./toast";

const Toaster = lazy(async () => ({ default: (await loadToasts()).Toaster }));

/** Beside a list a message stands over the list alone. */
const narrowAsTheList = { "--width": "var(--toast-width)" } as CSSProperties;

/** The place of the short messages; nothing until there was one. */
export function Toasts() {
  const any = useSyncExternalStore(firstToast.subscribe, firstToast.snapshot, () => false);
  if (!any) return null;
  return (
    <Suspense>
      <Toaster
        position="bottom-left"
        offset={16}
        mobileOffset={{ bottom: 64, left: 16, right: 16 }}
        style={narrowAsTheList}
        theme="system"
        className="toaster"
      />
    </Suspense>
  );
}
