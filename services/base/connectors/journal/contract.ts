import * as z from "zod";

/** Which of a connection's calls are asked for. */
export const callsOf = z.object({
  connection: z.uuid(),
  refusedOnly: z.boolean().optional(),
  action: z.uuid().optional(),
  /** Beginnings of parts of the path, of ids and references, a status. */
  search: z.string().trim().max(200).optional(),
  /** The last one of the page before. */
  after: z.uuid().optional(),
});
export const callName = z.object({ id: z.uuid() });

export interface KnownCall {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  /** Why there was no answer: a code of the way out. */
  readonly failure: string | null;
  readonly milliseconds: number;
  readonly action: string | null;
}
export interface WholeCall extends KnownCall {
  /** What the vendor said where it refused. */
  readonly said: string | null;
  readonly request: string;
  readonly response: string;
}
