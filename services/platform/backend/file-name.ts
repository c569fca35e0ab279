import { plainText } from "../plain-text.ts";

const mostBytes = 200;

/** A file's name as it is stored: composed, without what can't be seen or would lead elsewhere. A long one loses of its stem, not its extension. */
export function storedFileName(name: string): string {
  const plain = plainText(name).replace(/[\\/"\r\n\t]+/g, "-");
  const extension = /[^.](\.[A-Za-z0-9]{1,10})$/.exec(plain)?.[1] ?? "";
  const signs = [...plain.slice(0, plain.length - extension.length)];
  while (Buffer.byteLength(signs.join("") + extension) > mostBytes) signs.pop();
  return `${signs.join("").trimEnd()}${extension}` || "file";
}

/** The header of an upload. Headers hold bytes: the name's are UTF-8. */
export const uploadDisposition = (name: string): string =>
  `file; filename="${Buffer.from(storedFileName(name), "utf8").toString("latin1")}"`;
