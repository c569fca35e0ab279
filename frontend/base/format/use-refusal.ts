"use client";
import { readRefusal } from "@softwhere/services/platform/backend/refusal";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useFormat } from "./format";

/** Says a refusal of the backend, as `refusalOf` wrote it, in the person's language; the backend's own sentence is never shown. */
export function useRefusal(): (refused: string) => string {
  const t = useTranslations("refusals");
  const format = useFormat();
  return useCallback(
    (refused) => {
      const { code, bound = "" } = readRefusal(refused);
      return t(code, { bound: code === "no_period" ? format.day(bound) : format.decimal(bound) });
    },
    [t, format],
  );
}
