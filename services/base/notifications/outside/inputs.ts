import * as z from "zod";

/** The row that a letter is about. */
export const letterRow = z.object({ kind: z.string().max(64), row: z.uuid() });
export const letterInput = letterRow.extend({ locale: z.enum(["fr", "en"]) });
export type LetterInput = z.infer<typeof letterInput>;
