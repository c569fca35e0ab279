import iconv from "iconv-lite";
import type { TextEncoding } from "./tables/settings.ts";

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Bytes → text. UTF-8 and UTF-16 by their mark, then what the XML declaration says, then UTF-16 that has lost its mark, then UTF-8, then what the
 * letters make likely: Windows-1252, else that of an old Mac or of DOS. A few bytes that are no UTF-8 in a file that is are read as Windows-1252
 * alone. Undefined where the bytes are not what they say, or are not text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decode(bytes)?.text;
}

/** The same, with the encoding it was found to be; `as` is taken at its word. */
export function decode(bytes: Uint8Array, as?: TextEncoding): DecodedText | undefined {
  if (as) return told(as, whole(iconv.decode(Buffer.from(bytes), as)));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const declared = /^\s*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1];
  if (declared && !/^utf-?8$/i.test(declared))
    return iconv.encodingExists(declared)
      ? told(declared, whole(iconv.decode(Buffer.from(bytes), declared)))
      : undefined;
  const wide = wideOf(bytes);
  if (wide) return decode(bytes, wide);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return told("utf-8", clean(/^\s*</.test(start) ? text : onceEncoded(text)));
  } catch {
    if (declared || /^\s*</.test(start)) return undefined;
    const { text, encoding } = mixed(bytes);
    return told(encoding, clean(text));
  }
}

const told = (encoding: string, text: string | undefined): DecodedText | undefined =>
  text === undefined ? undefined : { encoding, text };

/** `NumÃ©ro` → `Numéro`: UTF-8 that was taken for Windows-1252 and encoded again, where the whole text can be that. */
function onceEncoded(text: string): string {
  if (!/[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ€]/.test(text)) return text;
  const bytes = iconv.encode(text.replace(/^\ufeff/, ""), "windows-1252");
  if (iconv.decode(bytes, "windows-1252") !== text.replace(/^\ufeff/, "")) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/** In UTF-16 without its mark every other byte of plain letters is zero. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 8 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 4_096);
  for (let at = 0; at < seen; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > seen * 0.35 && even < odd / 20) return "utf-16le";
  return even > seen * 0.35 && odd < even / 20 ? "utf-16be" : undefined;
}

/** How many signs of a text each encoding of one byte makes French letters, and how many it makes something odd. */
const likely = /[éèàêçôîûùâëïüœ°€«»’–\u00a0]/g;
const possible = /[ÉÈÀÊÇÔÎÛÙÂËÏÜŒ²³½“”…·•ñöäßáíóú]/g;
const odd = /[^\0-\x7f]/g;

/** Of the encodings of one byte the one whose letters are those of French words; Windows-1252 where nothing tells. */
function narrowOf(bytes: Uint8Array): TextEncoding {
  const letters = bytes.filter((byte) => byte >= 0x80).subarray(0, 20_000);
  const score = (encoding: TextEncoding) => {
    const text = iconv.decode(Buffer.from(letters), encoding);
    const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
    return 4 * count(likely) + 2 * count(possible) - count(odd);
  };
  const scored = (["windows-1252", "macintosh", "cp850"] as const).map((encoding) => ({
    encoding,
    score: score(encoding),
  }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).encoding;
}

/** UTF-8 and Windows-1252, where letters of the first outweigh the bytes that are none; else one encoding of single bytes throughout. */
function mixed(bytes: Uint8Array): DecodedText {
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
  if (letters >= strays) return { text: text.join(""), encoding: "utf-8" };
  const encoding = narrowOf(bytes);
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding };
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
