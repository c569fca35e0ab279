import * as z from "zod";

/** The row that a letter is about. */
export const letterRow = z.object({ kind: z.string().max(64), row: z.uuid() });
/** Without a language it is the one in which whoever gets it is written to. */
export const letterInput = letterRow.extend({ locale: z.enum(["fr", "en"]).optional() });
export type LetterInput = z.infer<typeof letterInput>;
