import { type Condition, type Group, type Operator, operators } from "../plan/filter.ts";
import { badRequest } from "../problem/refusal.ts";
import type { QueryMap, QueryNode } from "./query-string.ts";

const root = "@root";
const listOperators = new Set<string>(["IN", "NOT IN", "BETWEEN", "NOT BETWEEN"]);

interface Item {
  readonly id: string;
  readonly memberOf: string;
  readonly group?: QueryMap;
  readonly condition?: QueryMap;
}

/** The filter tree of a request. */
export function parseFilter(parameter: QueryMap): Group {
  const items = [...parameter].map(([id, node]) => expand(id, node));
  checkTree(items);
  return buildGroup(root, "AND", items, new Set());
}

function expand(id: string, node: QueryNode): Item {
  if (id === root) throw badRequest(`'${root}' is a reserved filter id.`);
  const item: QueryMap = typeof node === "string" ? new Map([["value", node]]) : node;
  const condition = item.get("condition");
  const group = item.get("group");
  if (typeof group === "string") throw badRequest(conjunctions);
  if (typeof condition === "string") throw badRequest("A filter condition must be an object.");
  const memberOf = textOf("memberOf", condition ?? group) ?? root;
  if (item.has("value")) {
    const own: QueryMap = new Map(item);
    if (!own.has("path")) own.set("path", id);
    return { id, memberOf, condition: own };
  }
  if (group) return { id, memberOf, group };
  if (condition) return { id, memberOf, condition };
  throw badRequest(
    item.has("path") || item.has("operator") ? incomplete : "Filter parameter is missing a 'value' key.",
  );
}

const conjunctions = "Allowed conjunctions: AND, OR.";
const incomplete =
  "You must provide a valid filter condition. Check that you have set the required keys for your filter.";

/** Each group holds something, and hangs on the root. Core sends a broken query to the database, or drops the condition. */
function checkTree(items: readonly Item[]): void {
  const groups = new Map(items.filter((item) => item.group).map((item) => [item.id, item]));
  for (const { group } of groups.values()) conjunctionOf(group);
  for (const item of items) {
    if (item.group && !items.some(({ memberOf }) => memberOf === item.id))
      throw badRequest(`The filter group '${item.id}' is empty.`);
    const seen = new Set([item.id]);
    for (let at = item.memberOf; at !== root; at = groups.get(at)?.memberOf ?? root) {
      if (!groups.has(at)) throw badRequest(`The filter '${item.id}' is a member of a group that doesn't exist.`);
      if (seen.has(at)) throw badRequest(`The filter group '${at}' is a member of itself.`);
      seen.add(at);
    }
  }
}

function textOf(member: string, item: QueryMap | undefined): string | undefined {
  const node = item?.get(member);
  if (node instanceof Map) throw badRequest(`The ${member} of a filter must be a single value.`);
  return node;
}

function conjunctionOf(group: QueryMap | undefined): "AND" | "OR" {
  const conjunction = group?.get("conjunction");
  if (conjunction !== "AND" && conjunction !== "OR") throw badRequest(conjunctions);
  return conjunction;
}

function buildGroup(id: string, conjunction: "AND" | "OR", items: readonly Item[], above: ReadonlySet<string>): Group {
  const members: (Condition | Group)[] = [];
  for (const item of items) {
    if (item.memberOf !== id || above.has(item.id)) continue;
    if (item.group) {
      members.push(buildGroup(item.id, conjunctionOf(item.group), items, new Set([...above, item.id])));
    } else if (item.condition) {
      members.push(parseCondition(item.condition));
    }
  }
  return { kind: "group", conjunction, members };
}

function parseCondition(item: QueryMap): Condition {
  const path = textOf("path", item);
  const value = item.get("value");
  const operator = textOf("operator", item);
  if (path === undefined) throw badRequest(incomplete);
  const wanted = operators.find((candidate) => candidate === (operator ?? "="));
  if (!wanted) throw badRequest(`The '${operator}' operator is not allowed in a filter parameter.`);
  if ((wanted === "IS NULL" || wanted === "IS NOT NULL") && value !== undefined) {
    throw badRequest(`Filters using the '${wanted}' operator should not provide a value.`);
  }
  return { kind: "condition", path, operator: wanted, values: conditionValues(wanted, value) };
}

function conditionValues(operator: Operator, value: QueryNode | undefined): readonly string[] {
  if (value === undefined) return [];
  const bounds = operator === "BETWEEN" || operator === "NOT BETWEEN";
  if (bounds && (typeof value === "string" || value.size !== 2))
    throw badRequest(`The '${operator}' operator takes two values.`);
  if (typeof value === "string") return [value];
  const values = [...value.values()].map((entry) => {
    if (entry instanceof Map) throw badRequest("The values of a filter must be single values.");
    return entry;
  });
  if (!listOperators.has(operator)) {
    throw badRequest(`The '${operator}' operator takes a single value.`);
  }
  return values;
}
