import { unzipSync } from "fflate";
import { maxFileBytes, type ProblemCode } from "../contract.ts";

/** What an archive may hold. */
const limits = { files: 100, bytes: 5 * maxFileBytes };

export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Unpacked = { readonly kind: "files"; readonly files: readonly PackedFile[] } | { readonly kind: "workbook" };

export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** What file systems and their tools put beside the files. */
const byTheWay = /(^|\/)(__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)|\/$/i;

/** The files of a ZIP, or that it is a workbook. The sizes it states are added up before anything is unpacked, and none grows beyond its own. */
export function unpack(bytes: Uint8Array): Unpacked | { readonly kind: "rejected"; readonly code: ProblemCode } {
  const entries: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, size: originalSize });
        return false;
      },
    });
  } catch {
    return { kind: "rejected", code: "archive_unreadable" };
  }
  if (entries.some(({ name }) => name === "xl/workbook.xml" || name === "[Content_Types].xml"))
    return { kind: "workbook" };
  const wanted = entries.filter(({ name }) => !byTheWay.test(name));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  if (wanted.length > limits.files || total > limits.bytes || wanted.some(({ size }) => size > maxFileBytes))
    return { kind: "rejected", code: "archive_too_large" };
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => !byTheWay.test(name) });
    return { kind: "files", files: Object.entries(unpacked).map(([name, content]) => ({ name, bytes: content })) };
  } catch {
    return { kind: "rejected", code: "archive_unreadable" };
  }
}
