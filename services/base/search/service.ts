import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { defineService } from "../../platform/service/define-service.ts";
import { SearchFeed } from "./feed.ts";
import { indexTables } from "./index/schema.ts";
import { SearchIndex } from "./index/search-index.ts";
import { searchRouter } from "./router.ts";
import { Search } from "./search.ts";

export const search = defineService({
  name: "search",
  env: z.object({}),
  tables: indexTables,
  router: searchRouter,
  create: (platform) => {
    const index = new SearchIndex(platform.db);
    const feed = new SearchFeed(index);
    return {
      calls: new Search(index),
      follows: feed,
      routes: (app) =>
        app.post("/rebuild", async (context) => {
          if (!sameText(context.req.header("authorization") ?? "", `Bearer ${platform.secret}`))
            return context.json({ error: "forbidden" }, 403);
          const brands: Record<string, { rows: number; removed: number }> = {};
          for (const brandId of await platform.brands())
            brands[brandId] = await platform.alone(brandId, (brand) => feed.rebuild(brand));
          return context.json({ brands });
        }),
    };
  },
});

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
