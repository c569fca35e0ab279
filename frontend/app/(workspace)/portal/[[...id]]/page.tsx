import { notFound } from "next/navigation";
import { PortalPage } from "@/base/features/portal";

/** The layout keeps the staff away: they have the account's own screen. */
export default async function Portal({ params }: { params: Promise<{ id?: string[] }> }) {
  const { id } = await params;
  const accountId = id?.[0];
  if ((id?.length ?? 0) > 1 || (accountId && !/^[0-9a-f-]{36}$/.test(accountId))) notFound();
  return <PortalPage accountId={accountId} />;
}
