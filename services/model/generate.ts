/**
 * `npm run generate`: writes what is derived from the entity model and removes what no longer is. `npm run generate -- --check` writes
 * nothing and fails when a committed file differs from what the model says.
 */
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles, generatedFolder, roleFolder } from "./generated-files.ts";
import { platformModelFiles } from "./load.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = generatedFiles(platformModelFiles());

const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const orphans = [
  ...list(generatedFolder),
  ...list(roleFolder).filter((path) => path.startsWith(`${roleFolder}user.role.sw_`)),
].filter((path) => !files.has(path));

if (process.argv.includes("--check")) {
  if (stale.length + orphans.length > 0) {
    console.error(
      `Generated files differ from the entity model: ${[...stale, ...orphans].join(", ")}. Run npm run generate.`,
    );
    process.exit(1);
  }
  console.log(`${files.size} generated files match the entity model.`);
} else {
  for (const path of stale) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, files.get(path) ?? "");
  }
  for (const path of orphans) {
    rmSync(root + path);
    if (readdirSync(dirname(root + path)).length === 0) rmdirSync(dirname(root + path));
  }
  console.log(`${files.size} generated files, ${stale.length} written, ${orphans.length} removed.`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(root + path, "utf8");
  } catch {
    return undefined;
  }
}

/** The files in a folder and below it. */
function list(folder: string): string[] {
  try {
    return readdirSync(root + folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/^\/|\/(?=\/)/g, ""));
  } catch {
    return [];
  }
}
