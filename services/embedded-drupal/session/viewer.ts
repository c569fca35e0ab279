/** Who asks: everything rights and scope depend on, read once per request. */
export interface Viewer {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  /** Full name, else login name. */
  readonly label: string;
  /** Null: a user of the platform. */
  readonly brand: { readonly id: number; readonly uuid: string; readonly country?: string } | null;
  /** The modules open to the brand; null: a user of the platform, for whom all are. */
  readonly modules: readonly string[] | null;
  readonly permissions: ReadonlySet<string>;
  /** Ids of the accounts a client or partner is limited to; null: not limited. */
  readonly ownAccounts: readonly number[] | null;
}
