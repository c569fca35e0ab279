"use client";
import type { RefusedConnection } from "@softwhere/services/base/connectors/contract";
import { useTranslations } from "next-intl";

const codes = [
  "unauthorized",
  "forbidden",
  "limited",
  "unavailable",
  "schema_drift",
  "not_allowed",
  "unknown_adapter",
] as const;

/** Why a connection doesn't work, in the person's words; the vendor's own follow where it has some. */
export function useRefusedConnection(): (refused: Pick<RefusedConnection, "code">) => string {
  const t = useTranslations("administration.connections.refused");
  return ({ code }) => t(codes.find((one) => one === code) ?? "other");
}
