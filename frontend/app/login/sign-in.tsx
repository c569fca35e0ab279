"use client";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { SignInForm } from "@/base/features/session";

/** `wanted` is the page to go to. */
export function SignIn({ wanted }: { wanted: string }) {
  const t = useTranslations("session");
  return (
    <>
      <SignInForm onSignedIn={() => window.location.assign(wanted)} />
      <Link className="link" style={{ justifySelf: "start" }} href="/login/forgotten">
        {t("forgotten")}
      </Link>
    </>
  );
}
