import iconv from "iconv-lite";

/**
 * Bytes → text. UTF-8 and UTF-16 by their mark, then what the XML declaration says, then UTF-8, then Windows-1252 for files without a
 * declaration (operators' CSV). Undefined where the bytes are not what they say, or are not text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return clean(iconv.decode(Buffer.from(bytes), "utf16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return clean(iconv.decode(Buffer.from(bytes), "utf16be"));
  const declared = /^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString("latin1"),
  )?.[1];
  if (declared && !/^utf-?8$/i.test(declared))
    return iconv.encodingExists(declared) ? clean(iconv.decode(Buffer.from(bytes), declared)) : undefined;
  try {
    return clean(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    if (declared || /^\s*</.test(Buffer.from(bytes.subarray(0, 200)).toString("latin1"))) return undefined;
    return clean(iconv.decode(Buffer.from(bytes), "win1252"));
  }
}

/** Binary files decode to control characters; text has none besides white space. */
function clean(text: string): string | undefined {
  const plain = text.replace(/^\ufeff/, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(plain) ? undefined : plain;
}
