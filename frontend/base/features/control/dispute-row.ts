/** A claim as screens show it. */
export interface DisputeRow {
  id: string;
  version: number;
  reference: string;
  sentOn: string | null;
  dueOn: string | null;
  followUpOn: string | null;
  claimed?: number | undefined;
}
