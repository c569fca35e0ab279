import * as z from "zod";

export const searchInput = z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(20) });

export interface SearchHit {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  /** More that the reader may see of the row, in the model's order: what identifies it besides its name. */
  readonly details: readonly string[];
  readonly account: { readonly id: string; readonly name: string } | null;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** False while the brand's index is being made for the first time. */
  readonly complete: boolean;
}
