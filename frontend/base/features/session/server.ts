import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import type { Viewer } from "@/base/viewer/viewer-type";
import { usualTimeZone } from "@softwhere/services/platform/day";
import { addressOf, backendOf } from "@/server/drupal/client";
import { askForPassword, setPassword } from "@/server/drupal/password-reset";
import { signIn } from "@/server/drupal/sign-in";
import { markEnded } from "@/server/ended-sessions";
import { type ConsoleSession, isSignedIn, readSession } from "@/server/session";
import { publicProcedure, router, userProcedure } from "@/server/trpc/init";

const signInName = z.string().trim().min(1).max(254);

/** The session that somebody leaves, by signing out or by signing in over it. */
async function endSession(left: ConsoleSession, headers: Headers): Promise<void> {
  if (!isSignedIn(left)) return;
  // The console's own session ends even where the backend's can't be reached.
  markEnded(left.backendCookie);
  await backendOf(left, "sign-out", headers)
    .signOut(left.logoutToken)
    .catch(() => undefined);
}

export const sessionRouter = router({
  signIn: publicProcedure
    .input(z.object({ name: signInName, pass: z.string().min(1).max(255) }))
    .mutation(async ({ ctx, input }) => {
      const session = await readSession();
      const result = await signIn(input.name, input.pass, ctx.headers);
      if (result.kind === "refused") return { ok: false as const, reason: result.reason };
      const left = { ...session };
      Object.assign(session, result.session);
      await session.save();
      await endSession(left, ctx.headers);
      return { ok: true as const };
    }),

  /** Who asks learns nothing of the name: the answer is the same for all. */
  askForPassword: publicProcedure
    .input(z.object({ name: signInName }))
    .mutation(({ ctx, input }) => askForPassword(input.name, addressOf(ctx.headers))),

  /** Without a password it says whether the link is still valid. */
  setPassword: publicProcedure
    .input(z.object({ token: z.string().min(1).max(200), pass: z.string().max(1000).optional() }))
    .mutation(({ ctx, input }) => setPassword(input, addressOf(ctx.headers))),

  signOut: publicProcedure.mutation(async ({ ctx }) => {
    const session = await readSession();
    const left = { ...session };
    session.destroy();
    await endSession(left, ctx.headers);
    return { ok: true as const };
  }),

  viewer: userProcedure.query(async ({ ctx }): Promise<Viewer> => {
    const user = await ctx.backend.get(
      "user",
      ctx.session.userId,
      new DrupalJsonApiParams()
        .addInclude(["brand"])
        .addFields("sw_brand--sw_brand", [
          "name",
          "primary_color",
          "secondary_color",
          "logo",
          "time_zone",
          "support_phone",
          "modules",
        ]),
    );
    const { brand } = user;
    const roles = user.business_roles ?? [];
    const layouts =
      brand && roles.length > 0
        ? await ctx.backend.list(
            "sw_layout",
            new DrupalJsonApiParams()
              .addFields("sw_layout--sw_layout", ["role", "screen", "blocks"])
              .addFilter("role", roles, "IN"),
          )
        : [];
    const layoutsOf = (screen: "account" | "home") =>
      Object.fromEntries(
        layouts.flatMap((layout) => (layout.screen === screen ? [[layout.role ?? "", layout.blocks ?? []]] : [])),
      );
    return {
      id: user.id,
      name: user.display_name ?? user.full_name ?? user.name ?? "",
      userType: user.user_type ?? "client",
      roles,
      permissions: user.permissions ?? [],
      layouts: { account: layoutsOf("account"), home: layoutsOf("home") },
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
            supportPhone: brand.support_phone ?? null,
          }
        : null,
    };
  }),
});
