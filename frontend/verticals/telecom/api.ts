"use client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { TRPCClient } from "@trpc/client";
import { apiClient, queryClient } from "@/base/api/browser";
import type { TelecomRoot } from "./server";

/** The same client, seen through telecom's part of the API. */
export const telecomClient = apiClient as unknown as TRPCClient<TelecomRoot>;
export const telecomApi = createTRPCOptionsProxy<TelecomRoot>({ client: telecomClient, queryClient }).telecom;
