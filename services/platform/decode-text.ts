import iconv from "iconv-lite";

/**
 * Bytes → text. UTF-8 and UTF-16 by their mark, then what the XML declaration says, then UTF-8, then Windows-1252 for files without a
 * declaration (operators' CSV). A few bytes that are no UTF-8 in a file that is are read as Windows-1252 alone. Undefined where the bytes are
 * not what they say, or are not text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return whole(iconv.decode(Buffer.from(bytes), "utf16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return whole(iconv.decode(Buffer.from(bytes), "utf16be"));
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const declared = /^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1];
  if (declared && !/^utf-?8$/i.test(declared))
    return iconv.encodingExists(declared) ? whole(iconv.decode(Buffer.from(bytes), declared)) : undefined;
  try {
    return clean(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    if (declared || /^\s*</.test(start)) return undefined;
    return clean(mixed(bytes));
  }
}

/** Both encodings, where UTF-8 letters outweigh the bytes that are none; else Windows-1252 throughout. */
function mixed(bytes: Uint8Array): string {
  const text: string[] = [];
  let from = 0;
  let letters = 0;
  let strays = 0;
  const upTo = (end: number) => {
    if (end > from) text.push(Buffer.from(bytes.subarray(from, end)).toString("utf8"));
  };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length > 1) letters += weight(bytes, at);
    if (length > 0) at += length;
    else {
      upTo(at);
      text.push(iconv.decode(Buffer.from(bytes.subarray(at, at + 1)), "win1252"));
      strays += 1;
      at += 1;
      from = at;
    }
  }
  upTo(bytes.length);
  return letters >= strays ? text.join("") : iconv.decode(Buffer.from(bytes), "win1252");
}

/** `Ã` or `â€` and a sign begin no word: such bytes are letters or quotes in UTF-8. Others may be two letters of Windows-1252 by chance. */
const weight = (bytes: Uint8Array, at: number): number =>
  bytes[at] === 0xc3 || (bytes[at] === 0xe2 && bytes[at + 1] === 0x80) ? 20 : 1;

/** How many bytes the character has that begins there; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  // Written longer than need be, half of a pair, beyond the last character.
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : length;
}

const whole = (text: string): string | undefined => (text.includes("\ufffd") ? undefined : clean(text));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign is one
const endOfFile = /\u001a[\s\u001a\u0000]*$/;

/** Binary files are full of control characters; in a text a stray one is left out, and the DOS end of file ends it. */
function clean(text: string): string | undefined {
  const plain = text.replace(/^\ufeff/, "").replace(endOfFile, "");
  const count = plain.match(controls)?.length ?? 0;
  if (count === 0) return plain;
  return count * 40 > plain.length ? undefined : plain.replace(controls, "");
}
