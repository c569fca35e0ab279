import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { Viewer } from "@/base/viewer/viewer-type";
import { usualTimeZone } from "@softwhere/services/platform/day";
import { addressOf, backendOf } from "@/server/drupal/client";
import { signIn } from "@/server/drupal/sign-in";
import { markEnded } from "@/server/ended-sessions";
import { isSignedIn, readSession } from "@/server/session";
import { publicProcedure, router, userProcedure } from "@/server/trpc/init";

export const sessionRouter = router({
  signIn: publicProcedure
    .input(z.object({ name: z.string().trim().min(1).max(254), pass: z.string().min(1).max(255) }))
    .mutation(async ({ ctx, input }) => {
      const session = await readSession();
      const result = await signIn(input.name, input.pass, addressOf(ctx.headers));
      if (result.kind === "refused") return { ok: false as const, reason: result.reason };
      Object.assign(session, result.session);
      await session.save();
      return { ok: true as const };
    }),

  signOut: publicProcedure.mutation(async ({ ctx }) => {
    const session = await readSession();
    const left = { ...session };
    session.destroy();
    if (isSignedIn(left)) {
      // The console's own session ends even where the backend's can't be reached.
      markEnded(left.backendCookie);
      await backendOf(left, "sign-out", ctx.headers)
        .signOut(left.logoutToken)
        .catch(() => undefined);
    }
    return { ok: true as const };
  }),

  viewer: userProcedure.query(async ({ ctx }): Promise<Viewer> => {
    const user = await ctx.backend.get(
      "user",
      ctx.session.userId,
      new DrupalJsonApiParams()
        .addInclude(["brand"])
        .addFields("sw_brand--sw_brand", ["name", "primary_color", "secondary_color", "logo", "time_zone", "modules"]),
    );
    const { brand } = user;
    const roles = user.business_roles ?? [];
    const layouts =
      brand && roles.length > 0
        ? await ctx.backend.list(
            "sw_layout",
            new DrupalJsonApiParams()
              .addFields("sw_layout--sw_layout", ["role", "blocks"])
              .addFilter("screen", "account")
              .addFilter("role", roles, "IN"),
          )
        : [];
    return {
      id: user.id,
      name: user.display_name ?? user.full_name ?? user.name ?? "",
      userType: user.user_type ?? "client",
      roles,
      permissions: user.permissions ?? [],
      accountLayouts: Object.fromEntries(layouts.map((layout) => [layout.role ?? "", layout.blocks ?? []])),
      language: user.preferred_langcode === "en" ? "en" : "fr",
      brand: brand
        ? {
            id: brand.id,
            name: brand.name ?? "",
            primaryColor: brand.primary_color ?? "#0e6073",
            secondaryColor: brand.secondary_color ?? "#d9622b",
            logoId: brand.logo?.id ?? null,
            modules: brand.modules ?? [],
            timeZone: brand.time_zone ?? usualTimeZone,
          }
        : null,
    };
  }),
});
