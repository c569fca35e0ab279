"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { toast } from "@/ui/toast";
import { apiClient } from "@/base/api/browser";
import { fieldStore } from "./field-store";

/** Takes a change back by its request id, says how it went, and gives whether it did. */
export function useUndo(): (requestId: string) => Promise<boolean> {
  const t = useTranslations("undo");
  return useCallback(
    async (requestId) => {
      fieldStore.dropUndo(requestId);
      try {
        const result = await apiClient.base.editing.undo.mutate({ requestId });
        if (result.kind === "undone") {
          await fieldStore.reload();
          toast.success(t("done", { count: result.count }));
          return true;
        }
        toast.error(t("changedSince"));
      } catch {
        toast.error(t("failed"));
      }
      return false;
    },
    [t],
  );
}

/** Ctrl+Z outside inputs, the toast after each save, the warning before unsent edits are lost. */
export function UndoProvider() {
  const t = useTranslations("undo");
  const undo = useUndo();
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
    fieldStore.onUndoable = (requestId) =>
      toast.message(t("saved"), {
        id: "inline-save",
        duration: 5_000,
        action: { label: t("undo"), onClick: () => void undo(requestId) },
      });
    fieldStore.restore();
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("beforeunload", onBeforeUnload);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("beforeunload", onBeforeUnload);
      window.removeEventListener("online", onOnline);
    };
  }, [t, undo]);
  return null;
}
