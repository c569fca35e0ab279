import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { businessDay } from "@softwhere/services/platform/day";
import { operateEach, type PendingRow } from "@/base/bulk/operate-each";
import type { RowResult } from "@/base/bulk/run-store";
import { router, userProcedure } from "@/server/trpc/init";
import { pricesOn } from "../prices/prices-on";
import {
  assignmentId,
  type LineOrder,
  lineOrder,
  lineOrderOperations,
  lineOrderRow,
  type OrderTarget,
} from "./line-order";
import { type LineFacts, loadLines } from "./load-lines";

const mostLines = 10_000;

export const bulkRouter = router({
  /** What would happen to each line. Writes nothing. */
  preview: userProcedure
    .input(z.object({ order: lineOrder, lineIds: z.array(z.uuid()).min(1).max(mostLines) }))
    .query(async ({ ctx, input }) => {
      const [target, lines] = await Promise.all([
        targetOf(ctx.backend, ctx.session.userId, input.order),
        loadLines(ctx.backend, input.lineIds, factsOf(input.order)),
      ]);
      return lines.map((line) => lineOrderRow(line, input.order, target));
    }),

  /** Up to 200 lines. Each changes whole or not at all, a refused one stops no other; one that somebody changed since the preview is refused. */
  run: userProcedure
    .input(
      z.object({
        order: lineOrder,
        runId: z.string().regex(/^[A-Za-z0-9._-]{8,64}$/),
        lines: z
          .array(z.object({ id: z.uuid(), version: z.number().int() }))
          .min(1)
          .max(200),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<RowResult[]> => {
      const { order, runId } = input;
      const backend = ctx.backendFor(runId);
      const ids = input.lines.map((line) => line.id);
      const [target, lines] = await Promise.all([
        targetOf(backend, ctx.session.userId, order),
        loadLines(backend, ids, factsOf(order)),
      ]);
      const found = new Map(lines.map((line) => [line.id, line]));
      const results = new Map<string, RowResult>();
      const pending: PendingRow[] = [];
      const carriers = new Map<string, string>();
      const followers = new Map<string, string>();
      for (const { id, version } of input.lines) {
        const line = found.get(id);
        const blocked = line && lineOrderRow(line, order, target).blocked;
        if (!line) results.set(id, { id, kind: "refused", reason: "missing", detail: null });
        else if (
          order.action === "assign-contact" &&
          line.site &&
          line.assignments.includes(assignmentId(runId, line.site.id))
        )
          results.set(id, { id, kind: "changed", version });
        else if (line.version !== version)
          results.set(id, { id, kind: "refused", reason: "changed-since", detail: null });
        else if (blocked) results.set(id, { id, kind: "refused", reason: blocked, detail: null });
        else {
          const operations = lineOrderOperations(line, order, { runId, target, today: businessDay() });
          // Lines of one site share what is made for it: the first carries it, the others have its result.
          const made = operations.flatMap((operation) =>
            operation.op === "add" && operation.data.id ? [operation.data.id] : [],
          );
          const carrier = made.map((one) => carriers.get(one)).find((one) => one !== undefined);
          if (carrier) followers.set(id, carrier);
          else {
            for (const one of made) carriers.set(one, id);
            pending.push({ id, operations });
          }
        }
      }
      await operateEach(backend, pending, results);
      for (const [id, carrier] of followers) {
        const result = results.get(carrier);
        if (result) results.set(id, { ...result, id });
      }
      return ids.flatMap((id) => results.get(id) ?? []);
    }),

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
            .addFields("sw_contact--sw_contact", ["first_name", "last_name", "role", "account"])
            .addFields("sw_account--sw_account", ["legal_name"])
            .addInclude(["account"])
            .addFilter("account.id", accountIds, "IN")
            .addSort("last_name"),
        );
        return rows.map((contact) => ({
          id: contact.id,
          name: nameOf(contact),
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

async function targetOf(backend: BackendClient, userId: string, order: LineOrder): Promise<OrderTarget | null> {
  switch (order.action) {
    case "move-site": {
      if (!order.siteId) return null;
      const site = await backend.get("sw_site", order.siteId);
      return { id: site.id, name: site.name ?? "", accountId: site.account?.id ?? null, operatorId: null };
    }
    case "move-billing-site": {
      if (!order.billingSiteId) return null;
      const site = await backend.get("sw_billing_site", order.billingSiteId);
      return { id: site.id, name: site.name ?? "", accountId: site.account?.id ?? null, operatorId: null };
    }
    case "move-park": {
      const park = await backend.get("sw_park", order.parkId, new DrupalJsonApiParams().addInclude(["operator"]));
      return {
        id: park.id,
        name: park.operator?.name ?? "",
        accountId: park.account?.id ?? null,
        operatorId: park.operator?.id ?? null,
      };
    }
    case "add-option":
    case "remove-option": {
      const item = await backend.get("sw_catalogue_item", order.itemId);
      const target = { id: item.id, name: item.name ?? "", accountId: null, operatorId: item.supplier?.id ?? null };
      if (order.action === "remove-option") return target;
      const { sell, buy } = (await pricesOn(backend, userId, [item.id], order.from))(item.id);
      return {
        ...target,
        ...(sell !== undefined && { sell: sell === null ? null : sell.toFixed(4) }),
        ...(buy !== undefined && { buy: buy === null ? null : buy.toFixed(4) }),
      };
    }
    case "assign-contact": {
      const contact = await backend.get("sw_contact", order.contactId);
      return { id: contact.id, name: nameOf(contact), accountId: contact.account?.id ?? null, operatorId: null };
    }
    default:
      return null;
  }
}

const nameOf = (contact: { first_name?: string | null; last_name?: string | null }): string =>
  [contact.first_name, contact.last_name].filter(Boolean).join(" ");

function factsOf(order: LineOrder): LineFacts {
  if (order.action === "add-option" || order.action === "remove-option") return { options: true };
  return order.action === "assign-contact" ? { contact: { id: order.contactId, purpose: order.purpose } } : {};
}
