import { setImmediate } from "node:timers/promises";

/** Work on many rows that may be laid down between two of them, so that nobody waits for all of it. */
export type Slices<Answer> = Generator<void, Answer, void>;

/** Rows worked on before others get their turn: some milliseconds. */
const atOnce = 1_000;

export function* eachOf<Row, Answer>(
  rows: readonly Row[],
  work: (row: Row, index: number) => Answer,
): Slices<Answer[]> {
  const answers: Answer[] = [];
  for (const [index, row] of rows.entries()) {
    answers.push(work(row, index));
    if (index % atOnce === atOnce - 1) yield;
  }
  return answers;
}

export function inOneGo<Answer>(slices: Slices<Answer>): Answer {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

/** Answers others after each slice. */
export async function inTurns<Answer>(slices: Slices<Answer>): Promise<Answer> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
    await setImmediate();
  }
}
