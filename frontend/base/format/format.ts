"use client";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { makeFormat } from "./format-text";

/** Money, days, phone numbers and model labels in the user's language. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(() => makeFormat(locale === "en" ? "en" : "fr"), [locale]);
}

export { type Format, formatNumber, marginRate } from "./format-text";
