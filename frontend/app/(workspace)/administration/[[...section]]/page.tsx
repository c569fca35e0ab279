import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AdministrationPage } from "@/base/features/administration";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("administration");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ section?: string[] }> }) {
  const { section } = await params;
  if ((section?.length ?? 0) > 1) notFound();
  return <AdministrationPage section={section?.[0]} />;
}
