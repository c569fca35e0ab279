"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useFormat } from "./format";
import { readRefusal } from "./refusal";

/** Says a refusal of the backend in the person's language; the backend's own sentence is never shown. */
export function useRefusal(): (detail: string) => string {
  const t = useTranslations("refusals");
  const format = useFormat();
  return useCallback(
    (detail) => {
      const { key, bound = "" } = readRefusal(detail);
      return t(key, { bound: key === "ended" ? format.day(bound) : format.decimal(bound) });
    },
    [t, format],
  );
}
