import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ForgottenForm } from "@/base/features/session";
import { SignInFrame, signInMetadata } from "../sign-in-frame";

export const generateMetadata = () => signInMetadata("reset.title");

export default async function ForgottenPage() {
  const t = await getTranslations("session");
  return (
    <SignInFrame>
      <h2>{t("reset.title")}</h2>
      <ForgottenForm />
      <Link className="link" style={{ justifySelf: "start" }} href="/login">
        {t("backToSignIn")}
      </Link>
    </SignInFrame>
  );
}
