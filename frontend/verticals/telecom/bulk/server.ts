import "server-only";
import { labelFieldsOf, labelOf } from "@softwhere/services/model/row-label";
import { orderInput, orderPreviewInput } from "@softwhere/services/verticals/telecom/commands/order-lines";
import { loadLines } from "@softwhere/services/verticals/telecom/commands/load-lines";
import { runId } from "@softwhere/services/verticals/telecom/commands/run";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { commands } from "../service";

const mostLines = 10_000;

export const bulkRouter = router({
  preview: userProcedure
    .input(orderPreviewInput)
    .query(({ ctx, input }) => commands(ctx.session).previewOrder.query(input)),
  run: userProcedure.input(orderInput).mutation(({ ctx, input }) => commands(ctx.session).orderLines.mutate(input)),
  /** How far a run of any of telecom's commands is at the backend, in operations. */
  progress: userProcedure
    .input(z.object({ runId }))
    .query(({ ctx, input }) => commands(ctx.session).progress.query(input)),

  /** What a line of these accounts can be moved to, and the options its operator offers. */
  choices: userProcedure
    .input(z.object({ lineIds: z.array(z.uuid()).min(1).max(mostLines) }))
    .query(async ({ ctx, input }) => {
      // A selection of thousands is of a few accounts; the first hundreds tell which.
      const lines = await loadLines(ctx.backend, input.lineIds.slice(0, 400));
      const distinct = (values: readonly (string | null)[]) =>
        [...new Set(values.filter((value) => value !== null))].slice(0, 20);
      const accountIds = distinct(lines.map((line) => line.accountId));
      const operatorIds = distinct(lines.map((line) => line.operatorId));
      const ofAccounts = (type: "sw_site" | "sw_billing_site") =>
        accountIds.length === 0
          ? []
          : ctx.backend
              .listAll(type, () =>
                new DrupalJsonApiParams()
                  .addFields(`${type}--${type}`, ["name"])
                  .addFilter("account.id", accountIds, "IN")
                  .addSort("name"),
              )
              .then((rows) => rows.map(({ id, name }) => ({ id, name: name ?? "" })));
      const parks = async () => {
        if (accountIds.length === 0) return [];
        const rows = await ctx.backend.listAll("sw_park", () =>
          new DrupalJsonApiParams()
            .addFields("sw_park--sw_park", ["kind", "operator", "site"])
            .addFields("sw_supplier--sw_supplier", ["name"])
            .addFields("sw_site--sw_site", ["name"])
            .addInclude(["operator", "site"])
            .addFilter("account.id", accountIds, "IN"),
        );
        return rows.map((park) => ({
          id: park.id,
          kind: park.kind ?? "mobile",
          operator: park.operator?.name ?? "",
          site: park.site?.name ?? null,
        }));
      };
      const options = async () => {
        const rows = await ctx.backend.listAll("sw_catalogue_item", () =>
          new DrupalJsonApiParams()
            .addFields("sw_catalogue_item--sw_catalogue_item", ["name", "supplier"])
            .addFilter("kind", "option")
            .addSort("name"),
        );
        return rows
          .filter((item) => !item.supplier || operatorIds.includes(item.supplier.id))
          .map(({ id, name }) => ({ id, name: name ?? "" }));
      };
      const contacts = async () => {
        if (accountIds.length === 0) return [];
        const rows = await ctx.backend.listAll("sw_contact", () =>
          new DrupalJsonApiParams()
            .addFields("sw_contact--sw_contact", [...labelFieldsOf("sw_contact"), "role", "account"])
            .addFields("sw_account--sw_account", ["legal_name"])
            .addInclude(["account"])
            .addFilter("account.id", accountIds, "IN")
            .addSort("last_name"),
        );
        return rows.map((contact) => ({
          id: contact.id,
          name: labelOf("sw_contact", contact),
          role: contact.role ?? null,
          account: accountIds.length > 1 ? (contact.account?.legal_name ?? null) : null,
        }));
      };
      const [sites, billingSites, parkRows, optionRows, contactRows] = await Promise.all([
        ofAccounts("sw_site"),
        ofAccounts("sw_billing_site"),
        parks(),
        options(),
        contacts(),
      ]);
      return {
        sites,
        billingSites,
        parks: parkRows,
        options: optionRows,
        contacts: contactRows,
        accounts: accountIds.length,
      };
    }),
});
