import type { EntityTypeName } from "../../../model/generated/entities.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";

const mostUsers = 100;
const mostIds = 500;

/** Which of the rows each person may see, as the backend says it. People who see none are not in it. */
export async function seenBy(
  backend: BackendClient,
  question: { type: string; ids: readonly string[]; users: readonly string[]; permissions?: readonly string[] },
): Promise<Map<string, Set<string>>> {
  const seen = new Map<string, Set<string>>();
  for (let from = 0; from < question.users.length; from += mostUsers) {
    for (let start = 0; start < question.ids.length; start += mostIds) {
      const answer = await backend.recipients({
        type: question.type as EntityTypeName,
        ids: question.ids.slice(start, start + mostIds),
        users: question.users.slice(from, from + mostUsers),
        permissions: question.permissions ?? [],
      });
      for (const { id, ids } of answer) seen.set(id, new Set([...(seen.get(id) ?? []), ...ids]));
    }
  }
  return seen;
}
