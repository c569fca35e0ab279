export interface ExternalId {
  readonly system: string;
  readonly value: string;
}

const escaped = (text: string, signs: RegExp): string => text.replace(signs, "\\$&");
const plain = (text: string): string => text.replace(/\\(.)/gs, "$1").trim();

/** `sage:A12 | crm:9`, as an import reads them back. */
export const externalIdsText = (ids: readonly ExternalId[]): string =>
  ids.map(({ system, value }) => `${escaped(system, /[\\|;:]/g)}:${escaped(value, /[\\|;]/g)}`).join(" | ");

/** Undefined where a part names no system or no value. */
export function readExternalIds(text: string): ExternalId[] | undefined {
  const ids: ExternalId[] = [];
  for (const [part] of text.matchAll(/(?:\\.|[^\\|;]|\\$)+/gs)) {
    const [, system = "", value = ""] = /^((?:\\.|[^\\:])+):(.+)$/s.exec(part) ?? [];
    if (plain(system) === "" || plain(value) === "" || plain(system).length > 32) return undefined;
    ids.push({ system: plain(system), value: plain(value) });
  }
  return ids.length > 0 ? ids : undefined;
}
