import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { BackendError } from "../../../platform/backend/errors.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";
import { fold } from "./fold.ts";
import type { RememberedColumns } from "./guess-mapping.ts";

const mostColumns = 400;

interface Found {
  readonly id: string;
  readonly version: number;
  readonly columns: RememberedColumns;
}

async function find(backend: BackendClient, kind: string, name: string): Promise<Found | undefined> {
  const [row] = await backend.list(
    "sw_import_mapping",
    new DrupalJsonApiParams()
      .addFields("sw_import_mapping--sw_import_mapping", ["mapping", "version"])
      .addFilter("kind", kind)
      .addFilter("name", name)
      .addPageLimit(1),
  );
  if (!row) return undefined;
  return { id: row.id, version: row.version ?? 1, columns: row.mapping ?? {} };
}

/** What the brand chose for the columns of this kind so far. */
export async function recall(backend: BackendClient, kind: string): Promise<RememberedColumns> {
  try {
    return (await find(backend, kind, kind))?.columns ?? {};
  } catch (error) {
    if (isForbidden(error)) return {};
    throw error;
  }
}

export interface NamedMapping {
  readonly name: string;
  readonly columns: RememberedColumns;
}

/** What the brand chose so far for each of the names that files of this kind are told apart by. */
export async function recallEach(backend: BackendClient, kind: string): Promise<NamedMapping[]> {
  try {
    const rows = await backend.listAll("sw_import_mapping", () =>
      new DrupalJsonApiParams()
        .addFields("sw_import_mapping--sw_import_mapping", ["name", "mapping"])
        .addFilter("kind", kind),
    );
    return rows.map(({ name, mapping }) => ({ name: name ?? "", columns: mapping ?? {} }));
  } catch (error) {
    if (isForbidden(error)) return [];
    throw error;
  }
}

/** Adds the choices of one import; those that are no column begin with `@`. Whoever may not keep them, or loses against somebody's own at the same moment, imports all the same. */
export async function remember(
  backend: BackendClient,
  kind: string,
  { brandId, columns, name = kind }: { brandId: string; columns: RememberedColumns; name?: string },
): Promise<void> {
  const type = "sw_import_mapping--sw_import_mapping";
  const chosen = Object.fromEntries(
    Object.entries(columns)
      .map(([header, field]) => [header.startsWith("@") ? header : fold(header), field] as const)
      .filter(([header]) => header !== ""),
  );
  try {
    const before = await find(backend, kind, name);
    // What was chosen now stays; what was before, as far as there is room.
    const mapping = Object.fromEntries(
      Object.entries({ ...chosen, ...before?.columns, ...chosen }).slice(0, mostColumns),
    );
    if (before)
      await backend.update("sw_import_mapping", {
        type,
        id: before.id,
        attributes: { mapping, version: before.version },
      });
    else
      await backend.create("sw_import_mapping", {
        type,
        id: deterministicUuid(`import-mapping/${brandId}/${name === kind ? kind : `${kind}/${name}`}`),
        attributes: { kind, name, mapping },
      });
  } catch (error) {
    if (!isForbidden(error) && !(error instanceof BackendError && error.status === 409)) throw error;
  }
}

function isForbidden(error: unknown): boolean {
  const status =
    error instanceof BackendError
      ? error.status
      : error instanceof Error && "statusCode" in error
        ? error.statusCode
        : 0;
  return status === 403;
}
