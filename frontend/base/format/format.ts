"use client";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useTimeZone } from "@/base/viewer/viewer";
import { makeFormat } from "./format-text";

/** Money, days, phone numbers and model labels in the user's language, moments where their brand is. */
export function useFormat() {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return useMemo(() => makeFormat(locale === "en" ? "en" : "fr", timeZone), [locale, timeZone]);
}

export { type Format, formatNumber, marginRate } from "./format-text";
