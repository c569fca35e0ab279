import "server-only";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import * as z from "zod";
import { router, userProcedure } from "@/server/trpc/init";
import { keepVersion } from "./keep-version";

export const documentsRouter = router({
  /** Earlier files of a document, the newest first. */
  versions: userProcedure.input(z.object({ documentId: z.uuid() })).query(async ({ ctx, input }) => {
    const document = await ctx.backend.get(
      "sw_document",
      input.documentId,
      new DrupalJsonApiParams().addFields("sw_document--sw_document", ["file"]),
    );
    const versions = await ctx.backend.list(
      "sw_document_version",
      new DrupalJsonApiParams()
        .addFields("sw_document_version--sw_document_version", ["number", "file", "created"])
        .addFields("file--file", ["filename"])
        .addInclude(["file"])
        .addFilter("document.id", input.documentId)
        .addSort("number", "DESC"),
    );
    // One that was put back is no earlier version while it is there.
    return versions
      .filter((version) => version.file?.id !== document.file?.id)
      .map((version) => ({
        id: version.id,
        number: version.number ?? 0,
        fileId: version.file?.id ?? "",
        fileName: version.file?.filename ?? null,
        replacedAt: version.created ?? null,
      }));
  }),

  /** The file of an earlier version is the document's again; what it had is kept as a version like any other. */
  restore: userProcedure.input(z.object({ versionId: z.uuid() })).mutation(async ({ ctx, input }) => {
    const version = await ctx.backend.get(
      "sw_document_version",
      input.versionId,
      new DrupalJsonApiParams().addInclude(["document"]),
    );
    const [document, fileId] = [version.document, version.file?.id];
    if (!document || !fileId) return;
    await keepVersion(ctx.backend, document.id);
    await ctx.backend.update("sw_document", {
      type: "sw_document--sw_document",
      id: document.id,
      attributes: { version: document.version ?? 1 },
      relationships: { file: { data: { type: "file--file", id: fileId } } },
    });
  }),
});
