import { phoneParts, phoneText } from "./phone.ts";
import { plainText, visibleText } from "./plain-text.ts";

/** What the model says of a field's texts. */
export interface TextField {
  readonly type: string;
  readonly format?: string;
}

/** The domain has no letter case; what stands before it is the mail server's own matter and stays as typed. */
export function emailText(text: string): string {
  const plain = plainText(text).replace(/^mailto:/i, "");
  const at = plain.lastIndexOf("@");
  return plain.slice(0, at + 1) + plain.slice(at + 1).toLowerCase();
}

/** A code is as it is written; blanks between figures only group them. */
export function codeText(text: string): string {
  const plain = plainText(text);
  return /^[\d\s]+$/.test(plain) ? plain.replace(/\s/g, "") : plain;
}

/** Names of time zones and modules count as they are written. */
const isText = ({ type, format }: TextField): boolean =>
  (type === "string" || type === "text" || type === "email") && format !== "time_zone" && format !== "module";

/** The one form in which a field's text is stored and compared. `country`: where its telephone numbers are dialled. */
export function normalised(field: TextField, text: string, country?: string): string {
  if (field.type === "email") return emailText(text);
  if (field.format === "phone") return phoneText(text, country);
  if (field.format === "code") return codeText(text);
  return isText(field) ? plainText(text) : text;
}

/** The texts of which a stored one may have a part, where the person typed `part`. */
export function normalisedParts(
  field: TextField,
  part: string,
  at: { country?: string; start?: boolean } = {},
): string[] {
  if (!isText(field)) return [part];
  const visible = visibleText(part);
  const more =
    field.format === "phone" ? phoneParts(part, at.country, at.start) : field.format === "code" ? [codeText(part)] : [];
  return [...new Set([visible, ...more].filter((one) => one !== ""))];
}
