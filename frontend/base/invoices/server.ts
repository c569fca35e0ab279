import "server-only";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
import type { AggregateGroup } from "@softwhere/services/platform/backend/client";
import { businessDay } from "@softwhere/services/platform/day";
import { amountOf, moneyText } from "@softwhere/services/platform/money";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { serviceClient } from "@/server/services";
import { router, userProcedure } from "@/server/trpc/init";
import { daysBetween, yearBefore } from "./days";

const type = "sw_customer_invoice";
const fields = ["number", "kind", "status", "issued_on", "due_on", "currency", "gross", "remaining"];
/** Those that are listed at most; the others are in the list of all. */
const few = 50;

/** What was invoiced in a time, taxes included, and how much of that is paid. Decimal texts. */
export interface Invoiced {
  readonly gross: string;
  readonly net: string;
  readonly paid: string;
}

/** In one currency; amounts of several are never added. */
export interface FinancialFigures {
  readonly currency: string;
  readonly year: Invoiced;
  readonly twelveMonths: Pick<Invoiced, "gross">;
  readonly outstanding: string;
  readonly overdue: { readonly amount: string; readonly count: number; readonly oldestDays: number };
}

export interface ListedInvoice {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly status: string;
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly gross: string;
  readonly remaining: string;
  /** 0: it isn't late. */
  readonly lateDays: number;
}

const scope = z.object({ accountId: z.uuid(), billingSiteId: z.uuid().optional() });

/** What customers were invoiced, have paid and owe: summed by the backend over what the person may see. */
export const invoicesRouter = router({
  summary: userProcedure.input(scope).query(async ({ ctx, input: { accountId, billingSiteId } }) => {
    const { timeZone } = await ctx.viewer();
    const today = businessDay(new Date(), timeZone);
    const of = () => {
      const filter = new DrupalJsonApiParams().addFilter("account.id", accountId);
      return billingSiteId ? filter.addFilter("billing_site.id", billingSiteId) : filter;
    };
    const counting = () => of().addFilter("status", "cancelled", "<>");
    const late = () =>
      counting().addFilter("kind", "invoice").addFilter("remaining", "0", ">").addFilter("due_on", today, "<");
    const sums = (filter: DrupalJsonApiParams) =>
      ({ type, groupBy: ["currency"], sumOf: ["gross", "net", "remaining"], filter }) as const;
    const [[year = [], twelve = [], all = [], overdue = []], recent, count] = await Promise.all([
      ctx.backend.aggregates([
        sums(counting().addFilter("issued_on", `${today.slice(0, 4)}-01-01`, ">=")),
        sums(counting().addFilter("issued_on", yearBefore(today), ">")),
        sums(counting()),
        sums(late()),
      ]),
      ctx.backend.list(
        type,
        of()
          .addFields(`${type}--${type}`, fields)
          .addSort("issued_on", "DESC")
          .addSort("number", "DESC")
          .addPageLimit(few),
      ),
      ctx.backend.count(type, of()),
    ]);
    const figures = all.map(async (group): Promise<FinancialFigures> => {
      const currency = String(group.keys["currency"]);
      const inCurrency = (groups: readonly AggregateGroup[]) =>
        groups.find((one) => one.keys["currency"] === group.keys["currency"]);
      const behind = inCurrency(overdue);
      const [oldest] = behind
        ? await ctx.backend.list(
            type,
            late()
              .addFilter("currency", currency)
              .addFields(`${type}--${type}`, ["due_on"])
              .addSort("due_on")
              .addPageLimit(1),
          )
        : [];
      return {
        currency,
        year: invoiced(inCurrency(year)),
        twelveMonths: invoiced(inCurrency(twelve)),
        outstanding: group.sums["remaining"] ?? "0",
        overdue: {
          amount: behind?.sums["remaining"] ?? "0",
          count: behind?.count ?? 0,
          oldestDays: oldest?.due_on ? daysBetween(oldest.due_on, today) : 0,
        },
      };
    });
    return {
      year: today.slice(0, 4),
      count,
      figures: await Promise.all(figures),
      invoices: recent.map((row): ListedInvoice => {
        const isLate =
          row.kind === "invoice" &&
          row.status !== "cancelled" &&
          amountOf(row.remaining) > 0 &&
          (row.due_on ?? today) < today;
        return {
          id: row.id,
          number: row.number ?? "",
          kind: row.kind ?? "invoice",
          status: row.status ?? "open",
          issuedOn: row.issued_on ?? null,
          dueOn: row.due_on ?? null,
          currency: row.currency ?? "EUR",
          gross: row.gross ?? "0",
          remaining: row.remaining ?? "0",
          lateDays: isLate && row.due_on ? daysBetween(row.due_on, today) : 0,
        };
      }),
    };
  }),

  /** From which system that is, and as of when. */
  told: userProcedure
    .input(z.object({ accountId: z.uuid() }))
    .query(({ ctx, input }) =>
      serviceClient<ConnectorsRouter>("connectors", ctx.session).invoices.told.query({ account: input.accountId }),
    ),

  refresh: userProcedure.mutation(({ ctx }) =>
    serviceClient<ConnectorsRouter>("connectors", ctx.session).invoices.refresh.mutate(),
  ),
});

function invoiced(group: AggregateGroup | undefined): Invoiced {
  const { gross = "0", net = "0", remaining = "0" } = group?.sums ?? {};
  return { gross, net, paid: moneyText(amountOf(gross) - amountOf(remaining)) };
}
