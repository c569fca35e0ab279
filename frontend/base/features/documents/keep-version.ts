import "server-only";
import type { BackendClient } from "@softwhere/services/platform/backend/client";
import { BackendError } from "@softwhere/services/platform/backend/errors";
import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { randomUUID } from "node:crypto";

/**
 * Keeps the file that a document has now as a version of it, before another file takes its place. Gives the id of the version it made; nothing
 * where there is no file yet or where it is kept already, as after a crash between this step and the next.
 */
export async function keepVersion(backend: BackendClient, documentId: string): Promise<string | undefined> {
  const document = await backend.get(
    "sw_document",
    documentId,
    new DrupalJsonApiParams().addFields("sw_document--sw_document", ["file"]),
  );
  const fileId = document.file?.id;
  if (!fileId) return undefined;
  for (let attempt = 0; ; attempt += 1) {
    const versions = await backend.list(
      "sw_document_version",
      new DrupalJsonApiParams()
        .addFields("sw_document_version--sw_document_version", ["number", "file"])
        .addFilter("document.id", documentId)
        .addSort("number", "DESC"),
    );
    if (versions.some((version) => version.file?.id === fileId)) return undefined;
    const id = randomUUID();
    try {
      await backend.create("sw_document_version", {
        type: "sw_document_version--sw_document_version",
        id,
        attributes: { number: (versions[0]?.number ?? 0) + 1 },
        relationships: {
          document: { data: { type: "sw_document--sw_document", id: documentId } },
          file: { data: { type: "file--file", id: fileId } },
        },
      });
      return id;
    } catch (error) {
      // Somebody else took the number.
      if (!(error instanceof BackendError) || error.status !== 422 || attempt === 3) throw error;
    }
  }
}
