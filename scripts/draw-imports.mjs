/** `npm run imports`: draws which folder imports which, as a Mermaid picture in docs/imports.md. `-- --check` compares only. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./stack/install.mjs";
import { run } from "./stack/process.mjs";

/** Folders drawn as one box each, the most particular first. */
const rooms = [
  [/^frontend\/app\/composition/, "composition"],
  [/^frontend\/app\//, "frontend/app"],
  [/^frontend\/base\/features\/[^/]+/, "frontend/base/features"],
  [/^frontend\/base\//, "frontend/base"],
  [/^frontend\/verticals\/([^/]+)/, (match) => `frontend/verticals/${match[1]}`],
  [/^frontend\/(server|ui)\//, (match) => `frontend/${match[1]}`],
  [/^services\/conformance\//, "contract suite"],
  [/^services\/verticals\/([^/]+)\/conformance\//, (match) => `contract cases of ${match[1]}`],
  [/^services\/([^/]+)\//, (match) => `services/${match[1]}`],
];

function roomOf(path) {
  for (const [pattern, name] of rooms) {
    const match = pattern.exec(path);
    if (match) return typeof name === "string" ? name : name(match);
  }
  return undefined;
}

const file = join(mkdtempSync(join(tmpdir(), "imports-")), "cruise.json");
await run("npx", ["depcruise", "--output-type", "json", "--output-to", file, "frontend", "services"], { cwd: root });
const arrows = new Map();
for (const { source, dependencies } of JSON.parse(readFileSync(file, "utf8")).modules) {
  if (/\.(test|spec)\.ts$|\/(e2e|testing)\/|\.config\./.test(source)) continue;
  const from = roomOf(source);
  for (const { resolved } of dependencies) {
    const to = roomOf(resolved);
    if (from && to && from !== to) arrows.set(`${from}|${to}`, (arrows.get(`${from}|${to}`) ?? 0) + 1);
  }
}
const sorted = [...arrows].sort(([a], [b]) => (a < b ? -1 : 1));
const names = [...new Set(sorted.flatMap(([key]) => key.split("|")))].sort();
const id = (name) => name.replace(/[^a-z]/g, "_");
const text = `# Who imports whom

Written by \`npm run imports\` from the code's own imports. The rules are in \`decisions/0002-boundaries.md\`. Between the boxes of the
frontend and of the services there is JSON:API and tRPC at run time; the arrows here are imports, types included.

\`\`\`mermaid
flowchart TD
${names.map((name) => `  ${id(name)}["${name}"]`).join("\n")}
${sorted.map(([key]) => `  ${key.split("|").map(id).join(" --> ")}`).join("\n")}
\`\`\`

| from | to | imports |
|---|---|---|
${sorted.map(([key, count]) => `| ${key.split("|").join(" | ")} | ${count} |`).join("\n")}
`;
const target = join(root, "docs/imports.md");
const drawn = sorted.map(([key]) => key).join();
const before = (() => {
  try {
    return [...readFileSync(target, "utf8").matchAll(/^\| (?!from|-)([^|]+) \| ([^|]+) \|/gm)]
      .map((match) => `${match[1]}|${match[2]}`)
      .join();
  } catch {
    return "";
  }
})();
if (process.argv.includes("--check")) {
  if (drawn !== before) {
    console.error("docs/imports.md draws other arrows than the code has. Run npm run imports.");
    process.exit(1);
  }
  console.log(`${sorted.length} arrows between ${names.length} folders, as drawn`);
} else {
  writeFileSync(target, text);
  console.log(`docs/imports.md: ${sorted.length} arrows between ${names.length} folders`);
}
