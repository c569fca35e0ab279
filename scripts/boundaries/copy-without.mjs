/** A copy of the repository without its add-ons and verticals, as somebody would remove them by hand: docs/modules.md. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../stack/install.mjs";
import { run } from "../stack/process.mjs";

/** The files that name modules by import; each module has its entry there. */
const compositions = [
  "services/composition.ts",
  "frontend/app/composition.ts",
  "frontend/app/composition.server.ts",
  "frontend/app/composition.pages.ts",
];
const profile = "drupal/web/profiles/custom/softwhere/softwhere.info.yml";
const modulesFolder = "drupal/web/modules/custom";

/** A program that must end with 0; its last lines are the reason when it doesn't. Answers its output. */
export async function must(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")}:\n${output.trim().split("\n").slice(-60).join("\n")}`);
  return output.trim();
}

/** Everything that git knows or would take, and the installed packages by hard links. */
export async function copyRepository(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = await must("git", ["-c", "core.quotepath=off", "ls-files", "-co", "--exclude-standard"], root);
  for (const file of files.split("\n").filter((name) => existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const place of ["node_modules", "frontend/node_modules", "services/node_modules"])
    if (existsSync(join(root, place))) await must("cp", ["-al", join(root, place), join(folder, place)], root);
  // What is kept of unchanged files is true of the copy too. Hard links of it would be written through.
  const kept = "node_modules/.cache";
  rmSync(join(folder, kept), { recursive: true, force: true });
  if (existsSync(join(root, kept))) cpSync(join(root, kept), join(folder, kept), { recursive: true });
}

/** The add-ons and verticals by the names of their folders: those that have a Drupal module or a folder on either side. */
export function modulesIn(folder) {
  const found = new Set(
    list(join(folder, modulesFolder)).flatMap((name) =>
      name !== "sw_base" && name.startsWith("sw_") ? [name.slice(3)] : [],
    ),
  );
  for (const side of ["frontend", "services"])
    for (const kind of ["addons", "verticals"]) for (const name of list(join(folder, side, kind))) found.add(name);
  return [...found].sort();
}

/** Removes a module: its folders, and its entry in each composition and in the install profile. */
export function removeModule(folder, name) {
  const places = [
    `${modulesFolder}/sw_${name}`,
    ...["frontend", "services"].flatMap((side) => [`${side}/addons/${name}`, `${side}/verticals/${name}`]),
    `frontend/e2e/${name}`,
  ];
  for (const place of places) rmSync(join(folder, place), { recursive: true, force: true });
  for (const file of compositions) edit(join(folder, file), (text) => withoutModule(text, name));
  edit(join(folder, profile), (text) => text.replace(`  - sw_${name}\n`, ""));
}

/** Adds the smallest vertical, which is a Drupal module alone. */
export function addToy(folder) {
  cpSync(join(folder, modulesFolder, "sw_base/tests/modules/sw_toy"), join(folder, modulesFolder, "sw_toy"), {
    recursive: true,
  });
  edit(join(folder, profile), (text) => text.replace("  - sw_operations\n", "  - sw_operations\n  - sw_toy\n"));
}

/** The imports of the module's files go, and the entries that they were imported for. */
export function withoutModule(text, name) {
  const imported = new RegExp(
    `^import (?:type )?(?:\\{ ([^}]+) \\}|(\\w+)) from "[^"]*/(?:addons|verticals)/${name}[/"].*\\n`,
    "gm",
  );
  const names = [...text.matchAll(imported)].flatMap(([, several = "", one]) => one ?? several.split(/, */));
  return names.reduce(
    (rest, entry) =>
      rest
        .replace(new RegExp(`^ *(?:\\.\\.\\.|\\w+: )?${entry},\\n`, "gm"), "")
        .replace(new RegExp(`(?:\\w+: )?\\b${entry}\\b, |(?:, )?(?:\\w+: )?\\b${entry}\\b`, "g"), ""),
    text.replace(imported, ""),
  );
}

function edit(file, change) {
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after !== before) writeFileSync(file, after);
}

function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
