import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { brandOfHost } from "@/server/drupal/brand-of-host";
import { isSignedIn, readSession } from "@/server/session";
import { pageAddress, startPage } from "@/server/wanted-address";
import { LoginCard } from "./login-card";

const hostBrand = async () => brandOfHost((await headers()).get("host"));

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("session");
  return { title: `${t("signIn")} — ${(await hostBrand())?.name ?? "SoftWhere"}` };
}

export default async function LoginPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const wanted = pageAddress((await searchParams).to) ?? startPage;
  if (isSignedIn(await readSession())) redirect(wanted);
  const brand = await hostBrand();
  const colours = [
    brand?.primaryColor && `--brand-primary:${brand.primaryColor}`,
    brand?.secondaryColor && `--brand-secondary:${brand.secondaryColor}`,
  ].filter(Boolean);
  return (
    <>
      {colours.length > 0 && <style>{`:root{${colours.join(";")}}`}</style>}
      <LoginCard name={brand?.name ?? "SoftWhere"} logo={brand?.logo ?? null} wanted={wanted} />
    </>
  );
}
