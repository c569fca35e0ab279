import { baseRouter } from "@/base/api/router";
import { router } from "@/server/trpc/init";

export const appRouter = router({ base: baseRouter });
