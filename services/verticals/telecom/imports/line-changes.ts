import {
  type Existing,
  type Following,
  type ImportOperation,
  text,
  type Values,
} from "../../../base/data-import/index.ts";

interface Changes {
  readonly values: Values;
  readonly today: string;
  /** The card that the row brings. */
  readonly card: ImportOperation | undefined;
}

/** What follows where an import changes a line that is there: a card is added; of a line that has ended the plan stays. The plan's period is the backend's. */
export function followLine(there: Existing, { values, today, card }: Changes): Following {
  const operations = card ? [card] : [];
  const { plan, status, end_date: last } = there.values;
  const given = text(values["plan"]);
  const ended = ["terminating", "terminated"].includes(text(status)) || (text(last) !== "" && text(last) < today);
  if (given === "" || given === text(plan) || !ended) return { operations, problems: [], without: [] };
  return {
    operations,
    problems: [{ column: "plan", code: "left_as_is", severity: "warning", found: "", suggestions: [{ value: "" }] }],
    without: ["plan"],
  };
}
