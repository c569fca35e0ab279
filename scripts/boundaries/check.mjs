/** Import boundaries: the tree keeps them, and every rule catches its planted violation. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../stack/install.mjs";
import { run } from "../stack/process.mjs";
import { planted } from "./planted.mjs";

const places = ["frontend", "services", "scripts"];

async function cruise(paths) {
  const file = join(mkdtempSync(join(tmpdir(), "boundaries-")), "cruise.json");
  const { output } = await run("npx", ["depcruise", "--output-type", "json", "--output-to", file, ...paths], {
    cwd: root,
  });
  if (!existsSync(file)) throw new Error(output);
  return JSON.parse(readFileSync(file, "utf8")).summary;
}

export async function checkBoundaries() {
  const tree = await cruise(places);
  // A cruise that sees nothing finds nothing wrong.
  if (tree.totalCruised < 100)
    throw new Error(`Only ${tree.totalCruised} modules were looked at: the boundary check does not see the code.`);
  if (tree.violations.length > 0)
    throw new Error(tree.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).join("\n"));
  try {
    for (const { file, source } of planted) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), `${source}\n`);
    }
    const { violations } = await cruise(planted.map(({ file }) => file));
    const missed = planted.filter(
      ({ rule, file }) =>
        !violations.some(
          (violation) => violation.rule.name === rule && (violation.from === file || violation.to === file),
        ),
    );
    if (missed.length > 0)
      throw new Error(`Rules that miss their planted violation: ${missed.map(({ rule }) => rule).join(", ")}`);
  } finally {
    for (const { file } of planted) rmSync(join(root, file), { force: true });
    for (const place of [
      "frontend/verticals",
      "frontend/addons",
      "services/verticals",
      "services/addons",
      "services/base",
      "services/base/connectors/adapters",
    ])
      rmSync(join(root, place, "planted"), { recursive: true, force: true });
    for (const place of ["frontend/addons", "services/addons"])
      if (existsSync(join(root, place)) && readdirSync(join(root, place)).length === 0)
        rmSync(join(root, place), { recursive: true });
  }
  return `${tree.totalCruised} modules, ${new Set(planted.map(({ rule }) => rule)).size} rules, each caught its planted violation`;
}

/** The keys of a section of a model file. */
function keysOf(text, section) {
  const lines = text.split("\n");
  const from = lines.indexOf(`${section}:`) + 1;
  if (from === 0) return [];
  const length = lines.slice(from).findIndex((line) => /^\S/.test(line));
  const own = lines.slice(from, length < 0 ? undefined : from + length);
  return own.flatMap((line) => /^ {2}([a-z][a-z_ ]*):/.exec(line)?.[1] ?? []);
}

/** Base folders may not name a vertical, nor what it declares, not even in a string. */
export function checkVerticalNames() {
  const models = readdirSync(join(root, "drupal/web/modules/custom")).filter((name) => name !== "sw_base");
  const names = models.flatMap((module) => {
    const text = readFileSync(join(root, `drupal/web/modules/custom/${module}/${module}.entity_model.yml`), "utf8");
    return [
      module,
      module.replace(/^sw_/, ""),
      ...["entity_types", "permissions", "event_kinds"].flatMap((section) => keysOf(text, section)),
    ];
  });
  const word = new RegExp(`\\b(${names.join("|")})\\b`);
  const problems = [];
  // Of the generated files only the base's own are the base's.
  const foreignParts = /\/services\/model\/generated\/(?!sw_base$)[^/]+$/;
  const visit = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path)) if (!foreignParts.test(join(path, name))) visit(join(path, name));
    } else if (/\.(ts|tsx|php|module|inc|yml|install)$/.test(path)) {
      const found = word.exec(readFileSync(path, "utf8"));
      if (found) problems.push(`${path.slice(root.length)} names ${found[0]}`);
    }
  };
  for (const place of [
    "drupal/web/modules/custom/sw_base",
    "frontend/base",
    "frontend/ui",
    "frontend/server",
    "frontend/e2e/base",
    "services/platform",
    "services/model",
    "services/base",
    "services/embedded-drupal",
    "services/stand-ins",
    "services/main.ts",
    "services/conformance/cases",
    "services/conformance/toy",
    "services/conformance/world.ts",
  ])
    visit(join(root, place));
  // A check that knows no name finds none.
  for (const planted of ["sw_line", "telecom", "edit plan", "line_suspended"])
    if (existsSync(join(root, "drupal/web/modules/custom/sw_telecom")) && !word.test(`a("${planted}")`))
      throw new Error(`The check of names misses ${planted}`);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return `${names.length} names of verticals, none in base`;
}

/** A vendor's name stands in its adapter and its simulator alone, and where adapters are put together. */
export function checkVendorNames() {
  const folders = ["services/base/connectors/adapters", "services/verticals", "services/addons"].flatMap((place) =>
    existsSync(join(root, place)) ? readdirSync(join(root, place), { recursive: true, withFileTypes: true }) : [],
  );
  const names = folders
    .filter((entry) => entry.isDirectory() && /\/adapters$/.test(entry.parentPath ?? entry.path))
    .map(({ name }) => name);
  const word = new RegExp(`\\b(${names.join("|")})\\b`, "i");
  const problems = [];
  let looked = 0;
  const own = new RegExp(
    `/(adapters|stand-ins/vendors)/(${names.join("|")})/|/(composition|adapters/index)\\.ts$|/(fixtures|conformance)/|\\.(test|spec)\\.ts$`,
  );
  const visit = (path) => {
    if (/node_modules|\/\.next/.test(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else if (/\.(ts|tsx|ya?ml)$/.test(path) && !own.test(path)) {
      looked += 1;
      const found = word.exec(readFileSync(path, "utf8"));
      if (found) problems.push(`${path.slice(root.length)} names ${found[0]}`);
    }
  };
  for (const place of ["frontend", "services"]) visit(join(root, place));
  if (names.length === 0 || looked < 100) throw new Error(`${names.length} vendors, ${looked} files were looked at.`);
  if (!word.test(`ask("${names[0]}")`)) throw new Error(`The check of vendors' names misses ${names[0]}`);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return `${names.join(", ")} in ${names.length === 1 ? "its" : "their"} own folders alone`;
}

/** Code that may open connections. Everything else goes through it. */
const doors = [
  "services/platform/backend/",
  "services/conformance/",
  "services/platform/database/",
  "services/platform/egress/",
  "services/stand-ins/",
  "frontend/server/drupal/",
  "frontend/server/hand-on.ts",
  "frontend/base/api/",
];
/** A call of fetch, by whatever name it goes, or the modules that sockets come from. */
const opens =
  /(?<![.\w])fetch\(|\b(globalThis|window|self)\.fetch\b|^import (?!type)(?!\{ (BlockList|isIP|, )+ \}).*from "(node:(https?|http2|net|tls|dgram|dns(\/promises)?)|undici|ws)"/m;

/** Our backend is reached through the backend client, the world through the egress door; a service's tRPC client is a library's. Tests and what they are helped by may ask anything. */
export function checkNetworkDoors() {
  const problems = [];
  let looked = 0;
  const visit = (path) => {
    if (/node_modules|\/\.next/.test(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
    else if (/\.(ts|tsx)$/.test(path) && !/\.(test|spec)\.ts$|\/testing\//.test(path)) {
      looked += 1;
      const name = path.slice(root.length);
      if (!doors.some((door) => name.startsWith(door)) && opens.test(readFileSync(path, "utf8")))
        problems.push(`${name} opens connections of its own`);
    }
  };
  for (const place of ["frontend", "services"]) visit(join(root, place));
  if (looked < 100) throw new Error(`Only ${looked} files were looked at.`);
  for (const slipped of [
    "globalThis.fetch(url)",
    'import { request } from "undici";',
    "await fetch(url)",
    'import { lookup } from "node:dns/promises";',
  ])
    if (!opens.test(slipped)) throw new Error(`The door check misses ${slipped}`);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return `${looked} files, ${doors.length} doors`;
}
