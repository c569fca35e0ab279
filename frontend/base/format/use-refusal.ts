"use client";
import { useTranslations } from "next-intl";
import { readRefusal } from "./refusal";

/** Says a refusal of the backend in the person's language, as far as it is a known one. */
export function useRefusal(): (detail: string) => string {
  const t = useTranslations("refusals");
  return (detail) => {
    const read = readRefusal(detail);
    return "key" in read ? t(read.key) : read.text;
  };
}
