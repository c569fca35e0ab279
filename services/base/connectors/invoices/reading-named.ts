export interface Reading {
  readonly connection: string;
  /** When it began, ISO: what a reading of all hasn't seen since then is not there. */
  readonly at: string;
  /** Changes since then; null: all there are. */
  readonly since: string | null;
}
