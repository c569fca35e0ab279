import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { groups } from "./cases/index.ts";
import { allModules } from "./modules.ts";
import { recordings } from "./recorded-cases.ts";

/** The ids that a case's name begins with: `B05, B06 a limit below 1`. */
function idsOf(name: string): readonly string[] {
  const start = /^(?:[A-Z]\d{2}[a-z]?(?:, | |$))+/.exec(name)?.[0] ?? "";
  return start.split(/, | /).filter((id) => id !== "");
}

const modules = await allModules();
const cases = [...groups, ...modules.flatMap((module) => module.groups)].flatMap(({ name: group, cases: members }) =>
  members.map(({ name }) => ({ title: `${group}: ${name}`, ids: idsOf(name) })),
);

it("knows all 204 recordings", () => {
  expect(Object.keys(recordings)).toHaveLength(204);
});

it("has a case or a reason for each, and not both", () => {
  const covered = new Set(cases.flatMap(({ ids }) => ids));
  for (const [id, { reason }] of Object.entries(recordings))
    expect(covered.has(id), `${id}: ${reason ?? "no case"}`).toBe(reason === undefined);
});

it("names no recording that there isn't", () => {
  for (const { title, ids } of cases) for (const id of ids) expect(recordings, title).toHaveProperty(id);
});

it("is told in docs/recorded-cases.md (npx vitest run -u writes it)", async () => {
  const rows = Object.entries(recordings).map(([id, { about, differs, reason }]) => {
    const titles = cases.filter(({ ids }) => ids.includes(id)).map(({ title }) => title);
    return `| ${id} | ${about} | ${reason === undefined ? titles.join("; ").replaceAll("|", "\\|") : `none: ${reason}`} | ${differs ?? ""} |`;
  });
  const without = Object.values(recordings).filter(({ reason }) => reason !== undefined).length;
  const text = [
    "# The recordings of Drupal 10.6, one by one",
    "",
    `What Drupal 10.6 core answered in ${rows.length} recorded requests on its own types, and the case of the contract suite that asks the same kind of`,
    `question about ours, on both backends. ${without} have none, each with its reason. The last column says where our contract differs on purpose.`,
    "",
    "Written by `npx vitest run -u services/conformance` from `services/conformance/recorded-cases.ts` and the names of the cases.",
    "",
    "| recording | about | case | differs |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot(fileURLToPath(new URL("../../docs/recorded-cases.md", import.meta.url)));
});
