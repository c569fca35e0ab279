import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { isSignedIn, readSession } from "@/server/session";
import { LoginCard } from "./login-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session");
  return { title: `${t("signIn")} — SoftWhere` };
}

export default async function LoginPage() {
  if (isSignedIn(await readSession())) redirect("/accounts");
  return <LoginCard />;
}
