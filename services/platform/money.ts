/** Money as whole ten-thousandths, so that sums are exact. 12.3456 is 123456. */
export type Money = number;

const unit = 10_000;

/** Reads `1234.56`, `1 234,56`, `-12,3 €`, `1.234,56`. Rounded to four decimals; undefined where the text is no number. */
export function parseMoney(text: string): Money | undefined {
  let plain = text.replace(/[\s\u00a0\u202f€]/g, "");
  if (plain.includes(",") && plain.includes("."))
    plain = plain.lastIndexOf(",") > plain.lastIndexOf(".") ? plain.replaceAll(".", "") : plain.replaceAll(",", "");
  plain = plain.replace(",", ".");
  if (!/^[+-]?\d{1,11}(\.\d+)?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * unit);
}

/** An amount of the backend's; what is missing, or not the reader's to see, counts nothing. */
export const amountOf = (text: string | null | undefined): Money => parseMoney(text ?? "0") ?? 0;

/** Decimal text with four digits, as the backend stores it. */
export function moneyText(amount: Money): string {
  const sign = amount < 0 ? "-" : "";
  const absolute = Math.abs(Math.round(amount));
  return `${sign}${Math.floor(absolute / unit)}.${String(absolute % unit).padStart(4, "0")}`;
}

/** The exact sum of amounts in euros of at most four decimals, which the sum of floating numbers is not; what is missing counts nothing. */
export function sumOfEuros(amounts: Iterable<number | null | undefined>): number {
  let sum = 0;
  for (const amount of amounts) sum += Math.round((amount ?? 0) * unit);
  return sum / unit;
}
