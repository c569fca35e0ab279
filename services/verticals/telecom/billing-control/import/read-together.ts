import type { EntityMap } from "../../../../model/generated/entities.ts";
import type { BackendClient, PageRead } from "../../../../platform/backend/client.ts";

/** What several kinds of reads find, kind by kind, in as few requests as they fit in. */
export async function readTogether<const Kinds extends readonly (readonly PageRead[])[]>(
  backend: BackendClient,
  kinds: Kinds,
): Promise<{ -readonly [At in keyof Kinds]: EntityMap[Kinds[At][number]["type"]][] }> {
  const found: readonly unknown[][] = await backend.lists(kinds.flat());
  let from = 0;
  const byKind = kinds.map(({ length }) => {
    from += length;
    return found.slice(from - length, from).flat();
  });
  return byKind as { -readonly [At in keyof Kinds]: EntityMap[Kinds[At][number]["type"]][] };
}
