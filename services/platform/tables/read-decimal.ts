import type { DecimalMark } from "./settings.ts";

const currency = "€|eur|euros?|ht|\\$|usd|£|gbp|chf";
const before = new RegExp(`^(?:${currency})`, "i");
const after = new RegExp(`(?:${currency}|%)+$`, "i");
const minus = /^[-−–—‐‑﹣－]|[-−–—‐‑﹣－]$/;

/**
 * `1 234,56 €`, `1.234,56`, `1,234.56`, `12,40-`, `(12.40)` → `1234.56`. Undefined where it is no number. `mark`: what the decimals begin with where
 * the text alone doesn't say it (`1,234`).
 */
export function readDecimal(text: string, mark?: DecimalMark): string | undefined {
  let bare = text.replace(/[\s\u00a0\u202f\u2009'’]/g, "");
  const bracketed = /^\(([^()]*)\)(.*)$/.exec(bare);
  if (bracketed) bare = `${bracketed[1]}${bracketed[2]}`;
  let negative = bracketed !== null;
  let stripped = "";
  // Sign and currency stand around the figures in any order.
  while (stripped !== bare) {
    stripped = bare;
    bare = bare.replace(before, "").replace(after, "").replace(/^\+/, "");
    if (minus.test(bare)) {
      if (negative) return undefined;
      negative = true;
      bare = bare.replace(minus, "");
    }
  }
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(bare)) return undefined;
  const point = pointOf(bare, mark);
  if (point === undefined) return undefined;
  const whole = (point < 0 ? bare : bare.slice(0, point)).replace(/[.,]/g, "").replace(/^0+(?=\d)/, "") || "0";
  const decimals = point < 0 ? "" : bare.slice(point + 1);
  return `${negative ? "-" : ""}${whole}${decimals ? `.${decimals}` : ""}`;
}

/** The mark that most of the texts can only have, undefined where none says. */
export function decimalMark(texts: Iterable<string>): DecimalMark | undefined {
  const count = { ",": 0, ".": 0 };
  for (const text of texts) {
    const sign = /([.,])\d{1,2}\D*$|([.,])\d{4,}\D*$/.exec(text);
    const both = text.includes(",") && text.includes(".");
    const last = both ? (text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".") : (sign?.[1] ?? sign?.[2]);
    if (last === "," || last === ".") count[last] += 1;
  }
  if (count[","] === count["."]) return undefined;
  return count[","] > count["."] ? "," : ".";
}

/** Where the decimals begin: the last of the two signs when both stand there, -1 for none, undefined for no reading. */
function pointOf(digits: string, mark: DecimalMark | undefined): number | undefined {
  const commas = digits.split(",").length - 1;
  const points = digits.split(".").length - 1;
  const grouped = (sign: string) => new RegExp(`^\\d{1,3}(\\${sign}\\d{3})+$`);
  if (commas > 0 && points > 0) {
    const at = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."));
    const decimal = digits[at] ?? "";
    const group = decimal === "," ? "." : ",";
    return (decimal === "," ? commas : points) === 1 && grouped(group).test(digits.slice(0, at)) ? at : undefined;
  }
  if (commas + points === 0) return -1;
  const sign = commas > 0 ? "," : ".";
  if (commas + points === 1) {
    const groups = mark !== undefined && mark !== sign && grouped(sign).test(digits);
    return groups ? -1 : digits.indexOf(sign);
  }
  return grouped(sign).test(digits) ? -1 : undefined;
}

/** Rounded to `scale` decimals, half away from zero, on the text itself. */
export function rounded(decimal: string, scale: number): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", decimals = ""] = decimal.replace("-", "").split(".");
  const up = Number(decimals[scale] ?? "0") >= 5 ? 1n : 0n;
  const digits = (BigInt(whole + decimals.slice(0, scale).padEnd(scale, "0")) + up).toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** The number that a spreadsheet shows where its arithmetic left more than fifteen figures; undefined for shorter ones. */
export function withoutNoise(decimal: string): string | undefined {
  const figures = decimal.replace(/\D/g, "").replace(/^0+/, "").length;
  if (figures < 16) return undefined;
  const shown = Number(Number(decimal).toPrecision(15));
  return Math.abs(shown) >= 1e-6 && Math.abs(shown) < 1e15 ? String(shown) : undefined;
}
