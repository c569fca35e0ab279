/** What a person may say of a text file that holds a table, where it was taken for something else. */
export const separators = [";", "\t", ",", "|"] as const;
export type Separator = (typeof separators)[number];

/** The sign before the decimals. */
export const decimalMarks = [",", "."] as const;
export type DecimalMark = (typeof decimalMarks)[number];

export const textEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh", "cp850"] as const;
export type TextEncoding = (typeof textEncodings)[number];
