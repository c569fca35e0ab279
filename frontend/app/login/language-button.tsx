"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";

/** The page goes on in the other language, and keeps what is typed. */
export function LanguageButton() {
  const t = useTranslations("session");
  const locale = useLocale();
  const router = useRouter();
  const change = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
    document.cookie = `sw_locale=${locale === "fr" ? "en" : "fr"}; path=/; max-age=31536000; samesite=lax`;
    router.refresh();
  };
  return (
    <button type="button" className="link" style={{ justifySelf: "start" }} onClick={change}>
      {t("otherLanguage")}
    </button>
  );
}
