/** What every deployment is planned with. */
export interface CommonDraft {
  readonly name: string;
  readonly plannedOn: string;
  /** A colleague's id; `me`, or nobody. */
  readonly owner: string;
}

/** Who it is, for an order; null: nobody. */
export const ownerOf = ({ owner }: CommonDraft, me: string | null): string | null =>
  owner === "me" ? me : owner || null;
