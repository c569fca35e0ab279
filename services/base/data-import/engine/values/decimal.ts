/** `1 234,56 €`, `1.234,56`, `1,234.56` → `1234.56`. Undefined where it is no number. */
export function readDecimal(text: string): string | undefined {
  const bare = text
    .replace(/[\s\u00a0\u202f'’]/g, "")
    .replace(/(€|eur|euros?|ht|%)+$/i, "")
    .replace(/^([-−+]?)€/, "$1");
  const sign = /^[-−]/.test(bare) ? "-" : "";
  const digits = bare.replace(/^[-−+]/, "");
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(digits)) return undefined;
  const point = pointOf(digits);
  if (point === undefined) return undefined;
  const whole = (point < 0 ? digits : digits.slice(0, point)).replace(/[.,]/g, "").replace(/^0+(?=\d)/, "") || "0";
  const decimals = point < 0 ? "" : digits.slice(point + 1);
  return `${sign}${whole}${decimals ? `.${decimals}` : ""}`;
}

/** Where the decimals begin: the last of the two signs when both stand there, -1 for none, undefined for no reading. */
function pointOf(digits: string): number | undefined {
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
  if (commas + points === 1) return Math.max(digits.indexOf(","), digits.indexOf("."));
  return grouped(commas > 0 ? "," : ".").test(digits) ? -1 : undefined;
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
