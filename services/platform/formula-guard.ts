/** What a spreadsheet takes for a formula, or would drop: signs that begin one, full-width ones too, unless a number or an amount follows. */
const formula = /^'*(?:[=@\t\r\n＝＠＋－]|[+-](?!\s?€?[\d\s.,]*[€%]?$))/;

/** An apostrophe before what a spreadsheet would take for a formula keeps it a text. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that was guarded. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
