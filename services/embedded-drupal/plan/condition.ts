import { sql } from "kysely";
import { fold } from "../../platform/fold.ts";
import { normalised, normalisedParts } from "../../platform/normalise.ts";
import type { Condition, Group } from "./filter.ts";
import { isUuid } from "../store/uuid.ts";
import type { PathPlanner, Target } from "./path.ts";
import { always, and, type Fragment, never, or } from "./scope.ts";

export function planFilter(planner: PathPlanner, group: Group): Fragment {
  const parts = group.members.map((member) =>
    member.kind === "group" ? planFilter(planner, member) : planCondition(planner, member),
  );
  // An empty group restricts nothing.
  if (parts.length === 0) return always;
  return group.conjunction === "AND" ? and(parts) : or(parts);
}

function planCondition(planner: PathPlanner, condition: Condition): Fragment {
  const presence = condition.operator === "IS NULL" || condition.operator === "IS NOT NULL";
  const target = planner.resolve(condition.path, { bare: presence });
  if (presence) {
    const exists = target.wrap(sql`${target.expression} IS NOT NULL`);
    return condition.operator === "IS NULL" ? sql`NOT ${exists}` : exists;
  }
  return target.wrap(compare(target, condition, planner.scope.viewer.brand?.country));
}

/** The expression that equality, ranges and order use: text without regard to case, in one collation everywhere. */
export function comparable(target: Target): Fragment {
  return target.text ? sql`(lower(${target.expression}) COLLATE "C")` : target.expression;
}

/** What rows are sorted by: words as a French reader has them, other texts as they compare. */
export function sortable(target: Target): Fragment {
  return target.folded ? sql`(${target.folded} COLLATE "C")` : comparable(target);
}

function compare(target: Target, { operator, values: sent }: Condition, country: string | undefined): Fragment {
  const written = sent.map((value) => value.replaceAll("\0", ""));
  // What the person typed is compared as what is stored was normalised.
  const values = target.kind === "value" ? written.map((value) => normalised(target.field, value, country)) : written;
  const first = values[0];
  const part = written[0];
  if (first === undefined || part === undefined) return never;
  const at = { ...(country !== undefined && { country }), start: operator === "STARTS_WITH" };
  switch (operator) {
    case "STARTS_WITH":
      return like(target, part, at, (text) => `${text}%`);
    case "CONTAINS":
      return like(target, part, at, (text) => `%${text}%`);
    case "ENDS_WITH":
      return like(target, part, at, (text) => `%${text}`);
    case "IN":
    case "NOT IN": {
      const list = values.map((value) => operand(target, value)).filter((value) => value !== undefined);
      if (list.length === 0) return operator === "IN" ? never : sql`${target.expression} IS NOT NULL`;
      return sql`${comparable(target)} ${sql.raw(operator)} (${sql.join(list)})`;
    }
    case "BETWEEN":
    case "NOT BETWEEN": {
      const low = operand(target, first);
      const high = values[1] === undefined ? undefined : operand(target, values[1]);
      if (low === undefined || high === undefined) return never;
      return sql`${comparable(target)} ${sql.raw(operator)} ${low} AND ${high}`;
    }
    case "IS NULL":
    case "IS NOT NULL":
      return never;
    default: {
      const value = operand(target, first);
      // A value that the column can't hold equals nothing.
      if (value === undefined) return operator === "<>" ? sql`${target.expression} IS NOT NULL` : never;
      return sql`${comparable(target)} ${sql.raw(operator)} ${value}`;
    }
  }
}

function like(
  target: Target,
  part: string,
  at: { country?: string; start: boolean },
  around: (text: string) => string,
): Fragment {
  const parts = target.kind === "value" ? normalisedParts(target.field, part, at) : [part];
  return or(
    (parts.length > 0 ? parts : [""]).map((text) =>
      target.folded
        ? sql`${target.folded} COLLATE "C" LIKE ${around(escapeLike(fold(text)))} COLLATE "C"`
        : sql`lower(${target.expression}::text) COLLATE "C" LIKE lower(${around(escapeLike(text))}) COLLATE "C"`,
    ),
  );
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (found) => `\\${found}`);
}

function operand(target: Target, value: string): Fragment | undefined {
  if (target.kind !== "value") return isUuid(value) ? sql`${value}::uuid` : undefined;
  if (target.text) return sql`(lower(${value}::text) COLLATE "C")`;
  switch (target.field.type) {
    case "integer":
    case "decimal":
      return /^\s*[-+]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})\s*$/.test(value) ? sql`${value.trim()}::numeric` : undefined;
    case "boolean":
      if (/^(1|true)$/i.test(value)) return sql`true`;
      return /^(0|false)$/i.test(value) ? sql`false` : undefined;
    case "date":
      return isDate(value) ? sql`${value.slice(0, 10)}::date` : undefined;
    case "datetime":
      return seconds(value);
    default:
      return undefined;
  }
}

export function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y > 0 && m >= 1 && m <= 12 && d >= 1 && d <= daysOf(y, m);
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function seconds(value: string): Fragment | undefined {
  if (/^-?\d{1,15}$/.test(value)) return sql`${value}::bigint`;
  const zoned = /([zZ]|[-+]\d{2}:?\d{2})$/.test(value) || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : `${value}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : sql`${Math.floor(time / 1000)}::bigint`;
}
