/** Kinds of files that a browser shows without ever running anything of them as a page of ours. */
const shown: ReadonlySet<string> = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "text/plain",
  "text/csv",
]);

/** Whether a stored file opens in the browser or is saved: XML, SVG and HTML could run scripts in the name of who opens them. */
export function contentDisposition(mediaType: string, fileName: string): string {
  const kind = shown.has(mediaType.split(";")[0]?.trim().toLowerCase() ?? "") ? "inline" : "attachment";
  // What encodeURIComponent leaves as it is but RFC 8187 doesn't allow.
  const name = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename*=UTF-8''${name}`;
}
