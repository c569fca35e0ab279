import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { cache } from "react";
import { appRouter } from "./composition.server";

/** Who the request's session is at the backend; "ended" where it no longer knows it, "down" where it doesn't answer. Asked once per page. */
export const readViewer = cache(async () => {
  try {
    return await appRouter.createCaller({ headers: await headers() }).base.session.viewer();
  } catch (error) {
    if (error instanceof TRPCError && ["UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND"].includes(error.code))
      return "ended" as const;
    return "down" as const;
  }
});
