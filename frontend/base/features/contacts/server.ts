import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";

export const contactsRouter = router({
  ofAccount: userProcedure.input(z.object({ accountId: z.uuid() })).query(async ({ ctx, input }) => {
    const [contacts, assignments] = await Promise.all([
      ctx.backend.listAll("sw_contact", () =>
        new DrupalJsonApiParams()
          .addFields("sw_contact--sw_contact", [
            "first_name",
            "last_name",
            "role",
            "email",
            "phone",
            "mobile",
            "version",
          ])
          .addFilter("account.id", input.accountId)
          .addSort("last_name"),
      ),
      ctx.backend.listAll("sw_assignment", () =>
        new DrupalJsonApiParams()
          .addFields("sw_assignment--sw_assignment", ["purpose", "contact", "site", "billing_site"])
          .addFields("sw_site--sw_site", ["name"])
          .addFields("sw_billing_site--sw_billing_site", ["name"])
          .addInclude(["site", "billing_site"])
          .addFilter("contact.account.id", input.accountId),
      ),
    ]);
    return contacts.map((contact) => ({
      contact,
      assignments: assignments
        .filter((assignment) => assignment.contact?.id === contact.id)
        .map((assignment) => ({
          id: assignment.id,
          purpose: assignment.purpose ?? "site",
          siteId: assignment.site?.id ?? null,
          place: assignment.site?.name ?? assignment.billing_site?.name ?? null,
        })),
    }));
  }),
});
