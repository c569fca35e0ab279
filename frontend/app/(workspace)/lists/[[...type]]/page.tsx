import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { RecordListsPage } from "@/base/records/record-lists-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("records");
  return { title: t("lists") };
}

export default async function ListsPage({ params }: { params: Promise<{ type?: string[] }> }) {
  const { type } = await params;
  if ((type?.length ?? 0) > 1 || (type?.[0] && !/^[a-z_]{1,64}$/.test(type[0]))) notFound();
  return <RecordListsPage type={type?.[0]} />;
}
