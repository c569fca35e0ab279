/** The check digit that SIREN, SIRET, ICCID and card numbers end with (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    let digit = Number(digits[digits.length - 1 - at]);
    if (at % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && luhn(text);

/** La Poste's establishments have numbers whose digits add up to a multiple of five instead. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (text.startsWith("356000000"))
    return luhn(text) || [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  return luhn(text);
}

/** 19 or 20 figures with the check digit; 18 where an operator leaves it out. */
export const isIccid = (text: string): boolean => /^89\d{16}$/.test(text) || (/^89\d{17,18}$/.test(text) && luhn(text));

/** The two figures of a French VAT number follow from its SIREN; numbers of other countries are left alone. */
export function isVatNumber(text: string): boolean {
  const french = /^FR(\d{2})(\d{9})$/.exec(text);
  if (!french) return !/^FR/.test(text) || /^FR[A-Z0-9]{2}\d{9}$/.test(text);
  return Number(french[1]) === (12 + 3 * (Number(french[2]) % 97)) % 97;
}

/** Numbers that pass `valid` after two neighbouring figures are swapped: the commonest slip of a typing hand. */
export function swapped(digits: string, valid: (text: string) => boolean): string[] {
  const found: string[] = [];
  for (let at = 0; at < digits.length - 1; at += 1) {
    const [a, b] = [digits[at] ?? "", digits[at + 1] ?? ""];
    if (a === b) continue;
    const text = digits.slice(0, at) + b + a + digits.slice(at + 2);
    if (valid(text)) found.push(text);
  }
  return found;
}
