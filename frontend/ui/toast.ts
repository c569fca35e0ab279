import type { ExternalToast } from "sonner";
import { ExternalStore } from "./external-store";

export interface ToastOptions {
  readonly id?: string;
  /** Milliseconds. */
  readonly duration?: number;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** The library of the short messages, loaded when there is one to show. */
export const loadToasts = () => import("sonner");

/** Short messages at the edge of the screen; `Toasts` draws them. */
export const toast = {
  message: (text: string, options?: ToastOptions) => show("message", text, options),
  success: (text: string, options?: ToastOptions) => show("success", text, options),
  error: (text: string, options?: ToastOptions) => show("error", text, options),
  /** What it offered was done elsewhere. */
  dismiss: (id: string) => void (firstToast.value && loadToasts().then((sonner) => sonner.toast.dismiss(id))),
};

/** Whether there was a message yet. */
export const firstToast = new ExternalStore(false);

function show(kind: "message" | "success" | "error", text: string, options?: ToastOptions): void {
  void loadToasts().then((sonner) => {
    sonner.toast[kind](text, options as ExternalToast | undefined);
    firstToast.publish(true);
  });
}
