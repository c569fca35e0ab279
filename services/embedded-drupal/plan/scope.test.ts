import { fileURLToPath } from "node:url";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { loadModelOnBase } from "../../model/index.ts";
import { parseFilter } from "../request/filter.ts";
import { arrayParameter, parseQuery } from "../request/query-string.ts";
import { resourceTypes } from "../store/resource-type.ts";
import { planFilter } from "./condition.ts";
import { PathPlanner } from "./path.ts";
import { type Fragment, Scope } from "./scope.ts";
import type { Viewer } from "../session/viewer.ts";

const toyFile = fileURLToPath(
  new URL("../../../drupal/web/modules/custom/sw_base/tests/modules/sw_toy/sw_toy.entity_model.yml", import.meta.url),
);
const types = resourceTypes(loadModelOnBase([toyFile]));
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

function viewer(extra: Partial<Viewer> = {}): Viewer {
  const permissions = new Set(types.model.roles["administrator"]?.permissions ?? []);
  return {
    id: 9,
    uuid: "u",
    name: "n",
    label: "n",
    brand: { id: 7, uuid: "b" },
    modules: [],
    permissions,
    ownAccounts: null,
    ...extra,
  };
}

function compile(fragment: Fragment): { sql: string; parameters: readonly unknown[] } {
  const { sql: text, parameters } = fragment.compile(compiler);
  return { sql: text.replace(/\s+/g, " "), parameters };
}

describe("Scope", () => {
  it("limits every tenant type to the viewer's brand", () => {
    for (const type of types.byName.values()) {
      if (type.entity.scope !== "tenant" || type.kind === "file") continue;
      const plan = compile(new Scope(types, viewer()).rows(type, "b"));
      expect(plan.sql, type.name).toContain('"b"."brand" = $1');
      expect(plan.parameters[0]).toBe(7);
    }
  });

  it("shows a viewer without a brand no tenant's rows", () => {
    const scope = new Scope(types, viewer({ brand: null, permissions: new Set() }));
    for (const type of types.byName.values()) {
      if (type.entity.scope !== "tenant" || type.kind !== "entity") continue;
      expect(compile(scope.rows(type, "b")).sql, type.name).toBe("false");
    }
    expect(compile(scope.rows(types.user, "b"))).toEqual({ sql: '("b"."id" = $1)', parameters: [9] });
  });

  it("follows the owner path for limited viewers, each step inside the brand", () => {
    const plan = compile(new Scope(types, viewer({ ownAccounts: [3] })).rows(types.get("sw_toy"), "b"));
    expect(plan.sql).toMatch(
      /EXISTS \(SELECT 1 FROM "sw_site" AS "s1" WHERE "s1"\."id" = "b"\."f_site" AND "s1"\."brand" = \$2 AND "s1"\."f_account" = ANY\(\$3::integer\[\]\)\)/,
    );
  });

  it("shows limited viewers themselves and the people the model names", () => {
    const plan = compile(new Scope(types, viewer({ ownAccounts: [3] })).rows(types.user, "b"));
    expect(plan.sql).toBe('("b"."brand" = $1 AND ("b"."id" = $2 OR "b"."f_user_type" = ANY($3::text[])))');
    expect(plan.parameters).toEqual([7, 9, ["internal"]]);
    expect(compile(new Scope(types, viewer()).rows(types.user, "b")).parameters).toEqual([7]);
  });

  it("hides rows whose view needs a permission that isn't held", () => {
    const plan = compile(
      new Scope(types, viewer({ permissions: new Set(["view sell price"]) })).rows(types.get("sw_price"), "b"),
    );
    expect(plan.parameters).toContainEqual(["sell"]);
  });
});

describe("PathPlanner", () => {
  function plan(query: string, who = viewer()) {
    const planner = new PathPlanner(new Scope(types, who), types.get("sw_toy"));
    const where = planFilter(planner, parseFilter(arrayParameter(parseQuery(query), "filter") ?? new Map()));
    return compile(sql`${planner.joins} WHERE ${where}`);
  }

  it("puts the scope into the ON clause of every join", () => {
    const { sql: text } = plan("filter[site.account.legal_name]=x");
    expect(text.match(/LEFT JOIN/g)).toHaveLength(2);
    expect(text.match(/"brand" = /g)).toHaveLength(2);
  });

  it("joins nothing for a target type that the viewer may not see", () => {
    const permissions = new Set(["view sw_toy", "view sw_site"]);
    expect(plan("filter[site.account.legal_name]=x", viewer({ permissions })).sql).toContain('AS "s2" ON false');
  });

  it("never puts a value of the request into the text", () => {
    const { sql: text, parameters } = plan("filter[name]='; DROP TABLE x; --");
    expect(text).not.toContain("DROP");
    expect(parameters).toContain("'; DROP TABLE x; --");
  });

  it("refuses a field that the viewer may not see", () => {
    expect(() => plan("filter[price]=1", viewer({ permissions: new Set(["view sw_toy"]) }))).toThrow(
      /not authorized to filter by the `price` field/,
    );
  });
});
