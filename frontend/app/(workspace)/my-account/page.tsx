import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnAccountPage } from "@/base/features/own-account";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ownAccount");
  return { title: t("title") };
}

export default function Page() {
  return <OwnAccountPage />;
}
