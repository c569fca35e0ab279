import { serviceProcedures } from "../../platform/service/procedures.ts";
import { searchInput } from "./contract.ts";
import type { Search } from "./search.ts";

const { router, procedure } = serviceProcedures<Pick<Search, "find">>();

export const searchRouter = router({
  find: procedure
    .input(searchInput)
    .query(({ ctx, input }) => ctx.service.find(input.text, input.limit, ctx.backendFor("search"), ctx.session.cookie)),
});

export type SearchRouter = typeof searchRouter;
