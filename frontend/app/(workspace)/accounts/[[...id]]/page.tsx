import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { AccountsWorkspace } from "./accounts-workspace";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounts");
  return { title: t("title") };
}

export default async function AccountsPage({ params }: { params: Promise<{ id?: string[] }> }) {
  const { id } = await params;
  const accountId = id?.[0];
  if ((id?.length ?? 0) > 1 || (accountId && !/^[0-9a-f-]{36}$/.test(accountId))) notFound();
  return <AccountsWorkspace />;
}
