/** Fixed-scale decimals as text: binary floats never touch money. */

const form = /^\s*([-+]?)(?=\.?\d)(\d{0,60})(?:\.(\d{0,60}))?(?:[eE]([-+]?\d))?\s*$/;

/** Rounds half away from zero to exactly `scale` digits; undefined: not a decimal. */
export function toScale(input: string, scale: number): string | undefined {
  if (isWritten(input, scale)) return input;
  const match = form.exec(input);
  if (!match) return undefined;
  const [, sign = "", given = "", decimals = "", exponent = "0"] = match;
  const [whole, fraction] = shifted(given, decimals, Number(exponent));
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"));
  const rounded = Number(fraction[scale] ?? "0") >= 5 ? kept + 1n : kept;
  const digits = rounded.toString().padStart(scale + 1, "0");
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return sign === "-" && rounded !== 0n ? `-${text}` : text;
}

/** Whether it is written as it is stored; what reads as a negative zero is looked at closely. */
function isWritten(input: string, scale: number): boolean {
  return scale > 0 && input.length - input.indexOf(".") - 1 === scale && /^(?:0|-?[1-9]\d{0,59})\.\d+$/.test(input);
}

/** The digits before and after the point when it moves by an exponent. */
function shifted(whole: string, fraction: string, exponent: number): readonly [string, string] {
  if (exponent >= 0)
    return [`${whole}${fraction.slice(0, exponent).padEnd(exponent, "0")}` || "0", fraction.slice(exponent)];
  const padded = whole.padStart(-exponent + 1, "0");
  return [padded.slice(0, exponent), `${padded.slice(exponent)}${fraction}`];
}

/** Digits before the point, without leading zeros. */
export function wholeDigits(value: string): number {
  const whole = value.replace("-", "").split(".")[0] ?? "";
  return whole.replace(/^0+/, "").length;
}

export function compareDecimals(a: string, b: string): number {
  const scale = Math.max(fractionDigits(a), fractionDigits(b));
  const left = scaled(a, scale);
  const right = scaled(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

function fractionDigits(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

function scaled(value: string, scale: number): bigint {
  return BigInt((toScale(value, scale) ?? "0").replace(".", ""));
}
