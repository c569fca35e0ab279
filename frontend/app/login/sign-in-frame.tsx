import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { brandOfHost } from "@/server/drupal/brand-of-host";
import { LanguageButton } from "./language-button";

const hostBrand = async () => brandOfHost((await headers()).get("host"));

/** `title` is a message of sessions. */
export async function signInMetadata(title: "signIn" | "reset.title" | "reset.newTitle"): Promise<Metadata> {
  const t = await getTranslations("session");
  return { title: `${t(title)} — ${(await hostBrand())?.name ?? "SoftWhere"}` };
}

/** What pages before signing in stand in: name, logo and colours are those of the host name's brand. */
export async function SignInFrame({ children }: { children: ReactNode }) {
  const brand = await hostBrand();
  const name = brand?.name ?? "SoftWhere";
  const colours = [
    brand?.primaryColor && `--brand-primary:${brand.primaryColor}`,
    brand?.secondaryColor && `--brand-secondary:${brand.secondaryColor}`,
  ].filter(Boolean);
  return (
    <>
      {colours.length > 0 && <style>{`:root{${colours.join(";")}}`}</style>}
      <main className="login">
        <div className="login-card">
          <h1>
            <span className="rail-mark" style={{ margin: 0 }} aria-hidden>
              {/* Already in the page: nothing to fetch, nothing to optimise. */}
              {brand?.logo ? <img src={brand.logo} alt="" /> : name.slice(0, 1)}
            </span>
            {name}
          </h1>
          {children}
          <LanguageButton />
        </div>
      </main>
    </>
  );
}
