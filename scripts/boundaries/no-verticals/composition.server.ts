import { baseRouter } from "@/server/trpc/base-router";
import { router } from "@/server/trpc/init";

export const appRouter = router({ base: baseRouter });
