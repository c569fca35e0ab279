import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { BackendSession } from "../platform/backend/session-header.ts";
import { type SearchAnswer, searchInput } from "./contract.ts";

export interface SearchContext {
  find(text: string, limit: number, session: BackendSession): Promise<SearchAnswer>;
  readonly session: BackendSession | undefined;
}

const t = initTRPC.context<SearchContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus },
  }),
});

export const searchRouter = t.router({
  find: t.procedure.input(searchInput).query(({ ctx, input }) => {
    if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" });
    return ctx.find(input.text, input.limit, ctx.session);
  }),
});

export type SearchRouter = typeof searchRouter;
