import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { saving } from "./saving";

const screen = z.enum(["account", "home"]);

export const layoutsRouter = router({
  /** The brand's own layouts of a screen; roles that are not here have the platform's. */
  ofScreen: userProcedure.input(z.object({ screen })).query(async ({ ctx, input }) => {
    const rows = await ctx.backend.listAll("sw_layout", () =>
      new DrupalJsonApiParams()
        .addFields("sw_layout--sw_layout", ["role", "blocks", "version"])
        .addFilter("screen", input.screen),
    );
    return rows.map((row) => ({
      id: row.id,
      version: row.version ?? 1,
      role: row.role ?? "",
      blocks: row.blocks ?? [],
    }));
  }),

  /** Replaces a role's layout; without blocks the platform's counts again. An empty list is a layout too: nothing but the header. */
  save: userProcedure
    .input(
      z.object({
        screen,
        role: z.string().max(32),
        id: z.uuid().nullable(),
        version: z.number().int(),
        newId: z.uuid(),
        blocks: z.array(z.string().max(64)).max(60).nullable(),
      }),
    )
    .mutation(({ ctx, input: { screen, role, id, version, newId, blocks } }) =>
      saving(async () => {
        if (!blocks) {
          if (id) await ctx.backend.operate([{ op: "remove", ref: { type: "sw_layout--sw_layout", id } }]);
        } else if (id)
          await ctx.backend.update("sw_layout", { type: "sw_layout--sw_layout", id, attributes: { blocks, version } });
        else
          await ctx.backend.create("sw_layout", {
            type: "sw_layout--sw_layout",
            id: newId,
            attributes: { role, screen, blocks },
          });
      }),
    ),
});
