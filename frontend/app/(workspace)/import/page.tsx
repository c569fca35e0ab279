import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "@/base/features/data-import";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dataImport");
  return { title: t("title") };
}

export default function Page() {
  return <ImportPage />;
}
