import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import {
  type Existing,
  type Following,
  type ImportOperation,
  newRow,
  type RowProblem,
  text,
  type Values,
} from "../../../base/data-import/index.ts";
import type { BackendClient } from "../../../platform/backend/client.ts";
import { addDays } from "../../../platform/day.ts";
import { deterministicUuid } from "../../../platform/deterministic-uuid.ts";

export interface Period {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string | null;
}

/** The plan periods of the accounts' lines that have not ended, the earliest first. */
export async function loadPeriods(
  backend: BackendClient,
  parts: readonly (readonly string[])[],
  today: string,
): Promise<Map<string, Period[]>> {
  const found = new Map<string, Period[]>();
  for (const some of parts) {
    const rows = await backend.listAll("sw_line_term", () =>
      new DrupalJsonApiParams()
        .addFields("sw_line_term--sw_line_term", ["line", "valid_from", "valid_to", "version"])
        .addFilter("line.park.account.id", [...some], "IN")
        .addSort("valid_from"),
    );
    for (const { id, version, line, valid_from: from, valid_to: to } of rows)
      if (line && from && (!to || to >= today))
        found.set(line.id, [...(found.get(line.id) ?? []), { id, version: version ?? 1, from, to: to ?? null }]);
  }
  return found;
}

interface Changes {
  readonly values: Values;
  readonly periods: readonly Period[];
  readonly today: string;
  readonly brandId: string;
  /** The card that the row brings. */
  readonly card: ImportOperation | undefined;
}

/** What follows where an import changes a line that is there: another plan begins a period, a card is added. */
export function followLine(there: Existing, { values, periods, today, brandId, card }: Changes): Following {
  const operations = card ? [card] : [];
  const plan = text(values["plan"]);
  if (plan === "" || plan === text(there.values["plan"])) return { operations, problems: [], without: [] };
  if (["terminating", "terminated"].includes(text(there.values["status"]))) {
    const problem: RowProblem = {
      column: "plan",
      code: "left_as_is",
      severity: "warning",
      found: "",
      suggestions: [{ value: "" }],
    };
    return { operations, problems: [problem], without: ["plan"] };
  }
  return {
    operations: [...operations, ...periodOf(there.id, { plan, periods, today, brandId })],
    problems: [],
    without: [],
  };
}

/** From today on the line has the plan; what was planned for later stays. */
function periodOf(
  line: string,
  { plan, periods, today, brandId }: Pick<Changes, "periods" | "today" | "brandId"> & { plan: string },
): ImportOperation[] {
  const running = periods.findLast(({ from }) => from <= today);
  const next = periods.find(({ from }) => from > today);
  const update = (
    { id, version }: Period,
    attributes: ImportOperation["data"]["attributes"],
    to?: string,
  ): ImportOperation => ({
    op: "update",
    data: {
      type: "sw_line_term--sw_line_term",
      id,
      attributes: { version, ...attributes },
      relationships: to ? { plan: { data: { type: "sw_catalogue_item--sw_catalogue_item", id: to } } } : {},
    },
  });
  if (running?.from === today) return [update(running, { applied: true }, plan)];
  const until = running?.to ?? (next ? addDays(next.from, -1) : null);
  return [
    ...(running ? [update(running, { valid_to: addDays(today, -1) })] : []),
    newRow("sw_line_term", deterministicUuid(`import/${brandId}/sw_line_term/${line}/${today}/${plan}`), {
      line,
      plan,
      valid_from: today,
      applied: true,
      ...(until ? { valid_to: until } : {}),
    }),
  ];
}
