/** What a person calls a row that has no name of its own: what it refers to, and since when. */
export interface SubjectName {
  readonly field: string;
  readonly name: string;
  readonly from: string | null;
}
