/** Lists of values as a person edits them: one a line, an identifier of another system as `system: value`. */

interface ExternalId {
  readonly system: string;
  readonly value: string;
}

export type ListValue = readonly (string | ExternalId)[];

export function listText(list: unknown): string | null {
  if (!Array.isArray(list) || list.length === 0) return null;
  return (list as ListValue).map((one) => (typeof one === "string" ? one : `${one.system}: ${one.value}`)).join("\n");
}

/** What is no identifier goes on without a system, and the backend says what is wrong with it. */
export function parseList(type: string, text: string | null): ListValue {
  const lines = (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (type !== "external_id") return lines;
  return lines.map((line) => {
    const [, system = "", value = line] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
    return { system: system.trim(), value: value.trim() };
  });
}
