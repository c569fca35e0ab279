import "server-only";
import type { SwBrand, User } from "@softwhere/services/model/generated/entities";
import { permissions, roles } from "@softwhere/services/model/generated/rights";
import type { ResourceWrite } from "@softwhere/services/platform/backend/client";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { connectionsRouter } from "./connections-server";
import { failedJobsRouter } from "./failed-jobs-server";
import { mailTemplatesRouter } from "./mail-templates-server";
import { layoutsRouter } from "./layouts-server";
import { platformPermissions, roleNames, serviceRoles } from "./role-names";
import { saving } from "./saving";
import { webhooksRouter } from "./webhooks-server";

const userFields = [
  "display_name",
  "name",
  "mail",
  "status",
  "full_name",
  "user_type",
  "business_roles",
  "preferred_langcode",
  "accounts",
  "brand",
];

export interface ManagedUser {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly mail: string;
  readonly active: boolean;
  readonly userType: string;
  readonly roles: readonly string[];
  readonly language: string;
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly brand: string | null;
}

const person = z.object({
  fullName: z.string().trim().min(1).max(160),
  mail: z.union([z.literal(""), z.email()]),
  userType: z.enum(["internal", "client", "partner", "reseller", "technician"]),
  roles: z.array(z.string().max(32)).max(20),
  language: z.enum(["fr", "en"]),
  accountIds: z.array(z.uuid()).max(200),
  active: z.boolean(),
});

export const administrationRouter = router({
  /** The brand's people; of every brand for those who run the platform. The services' own users are not people. */
  users: userProcedure.query(async ({ ctx }): Promise<ManagedUser[]> => {
    const users = await ctx.backend.listAll("user", () =>
      new DrupalJsonApiParams()
        .addFields("user--user", userFields)
        .addFields("sw_account--sw_account", ["legal_name"])
        .addFields("sw_brand--sw_brand", ["name"])
        .addInclude(["accounts", "brand"])
        .addSort("full_name"),
    );
    return users.map(managedUser).filter((user) => !user.roles.some((role) => serviceRoles.includes(role)));
  }),

  createUser: userProcedure
    .input(
      person.extend({
        id: z.uuid(),
        name: z.string().trim().min(1).max(60),
        /** The backend's rule decides. */
        password: z.string().max(1_000),
        brandId: z.uuid().nullish(),
      }),
    )
    .mutation(({ ctx, input }) => {
      const linked = relationships(input);
      if (input.brandId) linked["brand"] = { data: { type: "sw_brand--sw_brand", id: input.brandId } };
      return saving(() =>
        ctx.backend.create("user", {
          type: "user--user",
          id: input.id,
          attributes: { ...attributes(input), name: input.name, ...(input.password && { pass: input.password }) },
          relationships: linked,
        }),
      );
    }),

  updateUser: userProcedure
    .input(person.extend({ id: z.uuid(), password: z.string().max(1_000) }))
    .mutation(({ ctx, input }) =>
      saving(() =>
        ctx.backend.update("user", {
          type: "user--user",
          id: input.id,
          attributes: { ...attributes(input), ...(input.password && { pass: input.password }) },
          relationships: relationships(input),
        }),
      ),
    ),

  /** What each role may do in this brand, and what it does unless the brand says otherwise. */
  roles: userProcedure.query(async ({ ctx }) => {
    const rows = await ctx.backend.listAll("sw_role", () =>
      new DrupalJsonApiParams().addFields("sw_role--sw_role", ["role", "granted", "denied", "version"]),
    );
    const { brandId, modules } = await ctx.viewer();
    const open = ({ module }: { module: string }) =>
      brandId === null || module === "sw_base" || modules.includes(module);
    return {
      permissions: Object.entries(permissions)
        .filter(([name, permission]) => !platformPermissions.includes(name) && open(permission))
        .map(([name, permission]) => ({ name, ...permission })),
      roles: Object.entries(roles)
        .filter(([name, role]) => roleNames.includes(name) && open(role))
        .map(([name, role]) => {
          const row = rows.find((one) => one.role === name);
          return {
            name,
            label: role.label,
            standard: role.permissions,
            own: row
              ? { id: row.id, version: row.version ?? 1, granted: row.granted ?? [], denied: row.denied ?? [] }
              : null,
          };
        }),
    };
  }),

  /** Replaces what a role may do in this brand; without a list, the platform's default counts again. */
  saveRole: userProcedure
    .input(
      z.object({
        role: z.string().max(32),
        id: z.uuid().nullable(),
        version: z.number().int(),
        newId: z.uuid(),
        rights: z
          .object({ granted: z.array(z.string().max(64)).max(300), denied: z.array(z.string().max(64)).max(300) })
          .nullable(),
      }),
    )
    .mutation(({ ctx, input }) =>
      saving(async () => {
        const { id, rights } = input;
        if (!rights) {
          if (id) await ctx.backend.operate([{ op: "remove", ref: { type: "sw_role--sw_role", id } }]);
        } else if (id)
          await ctx.backend.update("sw_role", {
            type: "sw_role--sw_role",
            id,
            attributes: { ...rights, version: input.version },
          });
        else
          await ctx.backend.create("sw_role", {
            type: "sw_role--sw_role",
            id: input.newId,
            attributes: { ...rights, role: input.role },
          });
      }),
    ),

  mailTemplates: mailTemplatesRouter,
  layouts: layoutsRouter,
  connections: connectionsRouter,
  webhooks: webhooksRouter,
  failedJobs: failedJobsRouter,

  brands: userProcedure.query(async ({ ctx }) => {
    const brands: SwBrand[] = await ctx.backend.listAll("sw_brand", () =>
      new DrupalJsonApiParams()
        .addFields("sw_brand--sw_brand", ["name", "hostname", "primary_color", "secondary_color", "logo"])
        .addSort("name"),
    );
    return brands.map((brand) => ({
      id: brand.id,
      name: brand.name ?? "",
      hostname: brand.hostname ?? null,
      primaryColor: brand.primary_color ?? null,
      secondaryColor: brand.secondary_color ?? null,
      logoId: brand.logo?.id ?? null,
    }));
  }),
});

function managedUser(user: User): ManagedUser {
  return {
    id: user.id,
    name: user.name ?? "",
    fullName: user.full_name ?? user.display_name ?? "",
    mail: user.mail ?? "",
    active: user.status ?? false,
    userType: user.user_type ?? "client",
    roles: user.business_roles ?? [],
    language: user.preferred_langcode ?? "fr",
    accounts: (user.accounts ?? []).map((account) => ({ id: account.id, name: account.legal_name ?? "…" })),
    brand: user.brand?.name ?? null,
  };
}

function attributes(input: z.infer<typeof person>): Record<string, unknown> {
  return {
    full_name: input.fullName,
    mail: input.mail || null,
    user_type: input.userType,
    business_roles: input.roles,
    preferred_langcode: input.language,
    status: input.active,
  };
}

function relationships(input: z.infer<typeof person>): NonNullable<ResourceWrite["relationships"]> {
  return { accounts: { data: input.accountIds.map((id) => ({ type: "sw_account--sw_account", id })) } };
}
