import "server-only";
import { searchInput } from "@softwhere/services/search/contract";
import type { SearchRouter } from "@softwhere/services/search/router";
import { encodeSession, sessionHeaderName } from "@softwhere/services/platform/backend/session-header";
import { createTRPCClient, httpLink } from "@trpc/client";
import superjson from "superjson";
import { env } from "@/server/env";
import { router, userProcedure } from "@/server/trpc/init";

export const searchRouter = router({
  /** What the signed-in person may see of what the search service finds. */
  find: userProcedure.input(searchInput).query(({ ctx, input }) => {
    const session = encodeSession({ cookie: ctx.session.backendCookie, csrfToken: ctx.session.csrfToken });
    const service = createTRPCClient<SearchRouter>({
      links: [
        httpLink({
          url: `${env().SW_SEARCH_URL}/trpc/search`,
          transformer: superjson,
          headers: { [sessionHeaderName]: session },
        }),
      ],
    });
    return service.find.query(input);
  }),
});
