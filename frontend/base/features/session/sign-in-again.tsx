"use client";
import { useTranslations } from "next-intl";
import { apiClient, queryClient } from "@/base/api/browser";
import { sessionEnded } from "@/base/api/session-ended";
import { fieldStore } from "@/base/editing/field-store";
import { useViewer } from "@/base/viewer/viewer";
import { Dialog } from "@/ui/dialog";
import { SignInForm } from "./sign-in-form";

/** Sign in again here, and nothing on the page is lost. */
export function SignInAgain() {
  const t = useTranslations("session");
  const viewer = useViewer();
  const resume = async () => {
    const before = viewer.id;
    sessionEnded.clear();
    const now = (await apiClient.base.session.viewer.query()).id;
    // Another person must not inherit this page.
    if (now !== before) return window.location.assign("/accounts");
    fieldStore.resend();
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog
      narrow
      open
      title={t("ended")}
      description={t("endedHelp")}
      closeLabel={t("later")}
      onClose={() => sessionEnded.clear()}
    >
      <SignInForm onSignedIn={() => void resume()} />
    </Dialog>
  );
}
