"use client";
import { NewPassword } from "@/base/features/session";

export function ChooseAndSignIn() {
  return <NewPassword onSignedIn={() => window.location.assign("/accounts")} />;
}
