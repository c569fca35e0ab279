import "server-only";
import { TRPCError } from "@trpc/server";
import { cookies } from "next/headers";
import * as z from "zod";
import { unlessRefused } from "@/server/drupal/unless-refused";
import { router, userProcedure } from "@/server/trpc/init";
import { commitmentReport } from "./commitment-report";
import { controlReport } from "./control-report";
import { controlCsv, customersCsv, partsCsv } from "./csv";
import { allCustomers, marginReport, mostCustomers } from "./margin-report";
import { comparisons, customerOrders, whichCustomers } from "./margins";

/** Which month, and with which it is compared. */
const span = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .nullable(),
  with: z.enum(comparisons),
});

export const steeringRouter = router({
  /** What lines bring per month; null for who may not see the margin, whose sums the backend refuses. */
  margin: userProcedure
    .input(
      z.object({
        customers: z.int().min(1).max(mostCustomers),
        which: z.enum(whichCustomers),
        by: z.enum(customerOrders),
        up: z.boolean(),
        span,
      }),
    )
    .query(async ({ ctx, input }) =>
      unlessRefused(ctx.backend, marginReport(ctx.backend, await ctx.today(), input, input.span), null),
    ),

  /** Commitments of customers that end within ninety days; amounts for who may see the margin. */
  commitments: userProcedure.query(async ({ ctx }) => {
    const today = await ctx.today();
    const withMoney = commitmentReport(ctx.backend, today, { money: true });
    return (
      (await unlessRefused(ctx.backend, withMoney, undefined)) ?? commitmentReport(ctx.backend, today, { money: false })
    );
  }),

  /** What billing control has found, how old it is, and how much of what was billed it could look at. */
  control: userProcedure.query(async ({ ctx }) =>
    controlReport(ctx.backend, await ctx.today(), (await ctx.viewer()).timeZone),
  ),

  /** A table of the page as a file, for those who may export. */
  csv: userProcedure
    .input(z.object({ table: z.enum(["customers", "parts", "causes", "coverage"]), span }))
    .mutation(async ({ ctx, input: { table, span: chosen } }) => {
      const { permissions, timeZone } = await ctx.viewer();
      if (!permissions.has("export")) throw new TRPCError({ code: "FORBIDDEN" });
      const language = (await cookies()).get("sw_locale")?.value === "en" ? "en" : "fr";
      if (table === "customers") return customersCsv(await allCustomers(ctx.backend, chosen.month), language);
      const today = await ctx.today();
      if (table === "parts")
        return partsCsv(
          await marginReport(ctx.backend, today, { customers: 1, which: "all", by: "margin", up: false }, chosen),
          language,
        );
      return controlCsv(table, await controlReport(ctx.backend, today, timeZone), language);
    }),
});
