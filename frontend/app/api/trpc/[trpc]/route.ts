import { createLogger } from "@softwhere/services/platform/logger";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "@/app/composition.server";
import { isForeign } from "@/server/foreign-request";

const log = createLogger("console");

async function handler(request: Request): Promise<Response> {
  if (isForeign(request)) return new Response(null, { status: 403 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    // Queries travel as POST, so that a long selection is no long address.
    allowMethodOverride: true,
    createContext: () => ({ headers: request.headers }),
    responseMeta: () => ({ headers: new Headers({ "Cache-Control": "no-store" }) }),
    onError({ error, path }) {
      if (error.code === "INTERNAL_SERVER_ERROR" || error.code === "BAD_GATEWAY")
        log.error({ err: error.cause ?? error, path, code: error.code }, "call failed");
    },
  });
}

export { handler as GET, handler as POST };
