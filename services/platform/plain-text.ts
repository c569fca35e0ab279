/** Signs that nobody sees: of width zero, of direction, of control but for lines and tabs, left-over byte order marks. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Joiners beside Latin letters and figures; emoji and other scripts are written with them. */
const joiner =
  /(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\p{Script=Latin}\p{N}\p{P}\s])/gu;

/** Without what can't be seen, composed (NFC): for parts of texts, whose blanks mean something. */
export function visibleText(text: string): string {
  // Most texts: nothing else would find anything in them.
  if (/^[\t\n\r\x20-\x7e]*$/.test(text)) return text;
  return text.replace(unseen, "").replace(joiner, "").normalize("NFC");
}

/** A text as it is stored and compared: composed (NFC), without what can't be seen, without blanks around. */
export function plainText(text: string): string {
  return visibleText(text).trim();
}
