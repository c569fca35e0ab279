"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { toast } from "@/ui/toast";
import { apiClient } from "@/base/api/browser";
import { workStore } from "@/base/work/work";
import { useFormat } from "@/base/format/format";
import { fieldStore } from "./field-store";

/** Of the messages in sight, what each offers to take back. */
const offered = new Map<string, string>();

/** Rows named in a message that goes away by itself. */
const namedInMessage = 4;

/** Takes a change back by its request id and says how it went; gives what stays as it is, by name, and null where it failed. */
export function useUndo(): (requestId: string) => Promise<readonly string[] | null> {
  const t = useTranslations("undo");
  const format = useFormat();
  return useCallback(
    async (requestId) => {
      fieldStore.dropUndo(requestId);
      toast.dismiss(offered.get(requestId) ?? requestId);
      offered.delete(requestId);
      try {
        const { count, left, leftCount } = await apiClient.base.editing.undo.mutate({ requestId });
        workStore.undone(requestId);
        await fieldStore.reload();
        const names = left.map(
          ({ type, label, reason }) => `${format.rowLabel(type, label)} (${t(`reasons.${reason}`)})`,
        );
        if (leftCount > 0) {
          const shown = names.slice(0, namedInMessage);
          const more = leftCount - shown.length;
          toast.error(t("partly", { count, left: leftCount, names: shown.join(", "), more }), { duration: 15_000 });
        } else if (count > 0) toast.success(t("done", { count }));
        else toast.message(t("nothing"));
        return names;
      } catch {
        toast.error(t("failed"));
        return null;
      }
    },
    [t, format],
  );
}

interface Offer {
  /** Messages of one id take each other's place. */
  readonly id?: string;
  /** Milliseconds. */
  readonly duration?: number;
  /** What the button says, where "undo" alone would be unclear. */
  readonly label?: string;
}

/** Says what was done and offers to take it back. The offer goes when that happens from elsewhere. */
export function useOfferUndo(): (message: string, requestId: string, offer?: Offer) => void {
  const t = useTranslations("undo");
  const undo = useUndo();
  return useCallback(
    (message, requestId, { id = requestId, duration = 12_000, label = t("undo") } = {}) => {
      offered.set(requestId, id);
      toast.message(message, { id, duration, action: { label, onClick: () => void undo(requestId) } });
    },
    [t, undo],
  );
}

/** Ctrl+Z outside inputs, the toast after each save, the warning before unsent edits are lost. */
export function UndoProvider() {
  const t = useTranslations("undo");
  const undo = useUndo();
  const offer = useOfferUndo();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inField =
        event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || inField) return;
      const last = fieldStore.popUndo();
      if (!last) return;
      event.preventDefault();
      void undo(last);
    };
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (fieldStore.unsent > 0) event.preventDefault();
    };
    const onOnline = () => fieldStore.resend();
    fieldStore.onUndoable = (requestId) => offer(t("saved"), requestId, { id: "inline-save", duration: 5_000 });
    fieldStore.restore();
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("beforeunload", onBeforeUnload);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("beforeunload", onBeforeUnload);
      window.removeEventListener("online", onOnline);
    };
  }, [t, undo, offer]);
  return null;
}
