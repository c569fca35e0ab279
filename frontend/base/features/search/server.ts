import "server-only";
import { searchInput } from "@softwhere/services/base/search/contract";
import type { SearchRouter } from "@softwhere/services/base/search/router";
import { serviceClient } from "@/server/services";
import { router, userProcedure } from "@/server/trpc/init";

export const searchRouter = router({
  /** What the signed-in person may see of what the search service finds. */
  find: userProcedure
    .input(searchInput)
    .query(({ ctx, input }) => serviceClient<SearchRouter>("search", ctx.session).find.query(input)),
});
