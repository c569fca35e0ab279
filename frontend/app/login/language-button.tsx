"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { keepLanguage } from "@/i18n/keep-language";

/** The page goes on in the other language, and keeps what is typed. */
export function LanguageButton() {
  const t = useTranslations("session");
  const locale = useLocale();
  const router = useRouter();
  const change = () => {
    keepLanguage(locale === "fr" ? "en" : "fr");
    router.refresh();
  };
  return (
    <button type="button" className="link" style={{ justifySelf: "start" }} onClick={change}>
      {t("otherLanguage")}
    </button>
  );
}
