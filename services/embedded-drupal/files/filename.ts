import { badRequest } from "../problem/refusal.ts";

/** Controls, and marks of direction that hide the real extension. */
const hiding = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const executable = new Set(["phar", "php", "pl", "py", "cgi", "asp", "js", "htm", "html", "phtml", "exe", "sh", "bat"]);

function noFilename(): Error {
  return badRequest(
    'No filename found in "Content-Disposition" header. A file name in the format "filename=FILENAME" must be provided.',
  );
}

/** The name in `Content-Disposition: file; filename="…"`, made safe as core does: no directories, no hidden second extension. */
export function safeFilename(header: string | null): string {
  if (header === null || header === "") {
    throw badRequest(
      '"Content-Disposition" header is required. A file name in the format "filename=FILENAME" must be provided.',
    );
  }
  const match = /\bfilename="([^"]*)"/i.exec(header) ?? /\bfilename=([^;"\s]+)/i.exec(header);
  if (!match || /\bfilename\*/i.test(header)) {
    throw noFilename();
  }
  // Headers arrive as single bytes; names are UTF-8.
  const name = Buffer.from(match[1] ?? "", "latin1").toString("utf8");
  const base = (name.split(/[\\/]/).at(-1) ?? "").replace(hiding, "").replace(/^[\s.]+|[\s.]+$/gu, "");
  if (base === "") throw noFilename();
  const parts = base.slice(0, 240).split(".");
  const last = parts.length > 1 ? parts.pop() : undefined;
  const safe = parts.map((part, index) => (index > 0 && executable.has(part.toLowerCase()) ? `${part}_` : part));
  return [...safe, ...(last === undefined ? [] : [last])].join(".");
}
