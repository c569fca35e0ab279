"use client";
import { useLocale, useTranslations } from "next-intl";
import { SignInForm } from "@/base/features/session";

/** Name and logo are those of the host name's brand; `wanted` is the page to go to. */
export function LoginCard({ name, logo, wanted }: { name: string; logo: string | null; wanted: string }) {
  const t = useTranslations("session");
  const locale = useLocale();
  const setLanguage = (language: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
    document.cookie = `sw_locale=${language}; path=/; max-age=31536000; samesite=lax`;
    window.location.reload();
  };
  return (
    <main className="login">
      <div className="login-card">
        <h1>
          <span className="rail-mark" style={{ margin: 0 }} aria-hidden>
            {/* Already in the page: nothing to fetch, nothing to optimise. */}
            {logo ? <img src={logo} alt="" /> : name.slice(0, 1)}
          </span>
          {name}
        </h1>
        <SignInForm onSignedIn={() => window.location.assign(wanted)} />
        <button
          type="button"
          className="link"
          style={{ justifySelf: "start" }}
          onClick={() => setLanguage(locale === "fr" ? "en" : "fr")}
        >
          {t("otherLanguage")}
        </button>
      </div>
    </main>
  );
}
