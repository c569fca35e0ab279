"use client";
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { BaseRoot } from "./router";
import { sessionEnded } from "./session-ended";
import { countWrites } from "./writes";

/** tRPC error code of a failed call, or `OFFLINE` where nothing answered. */
export function errorCode(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return "UNKNOWN";
  const code: unknown = error.data?.code;
  return typeof code === "string" ? code : "OFFLINE";
}

const permanent = new Set([
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_REQUEST",
  "UNPROCESSABLE_CONTENT",
  "CONFLICT",
]);

/** Whether asking again would come to the same. */
export const isPermanent = (code: string): boolean => permanent.has(code);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      if (errorCode(error) === "UNAUTHORIZED") sessionEnded.set();
    },
  }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && !isPermanent(errorCode(error)) },
    mutations: { onError: (error) => void (errorCode(error) === "UNAUTHORIZED" && sessionEnded.set()) },
  },
});

/** One client for the whole API; base and each vertical look at it through their own types. */
export const apiClient = createTRPCClient<BaseRoot>({
  links: [countWrites, httpBatchLink({ url: "/api/trpc", methodOverride: "POST", maxItems: 6 })],
});

export const api = createTRPCOptionsProxy<BaseRoot>({ client: apiClient, queryClient }).base;
