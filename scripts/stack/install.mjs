import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./process.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The compiler that is a program of its own, from a folder with packages: a third of the time. Tools that load the compiler as a library need 6. */
export const typeChecker = "node_modules/typescript-7/bin/tsc";

/** The lines that the pinned packages are made for; odd ones are nobody's long-lived line, but nothing in them is known to fail. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(
      `Node ${process.versions.node} is too old: install Node 24 (or 20.19 and later, 22, or a newer one) and start again.`,
    );
}

/** npm packages as the lockfile says, when they are not there yet or the lockfile changed. */
export async function installPackages(say) {
  const marker = join(root, "node_modules", ".installed-lock");
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === lock) return;
  say("Installing npm packages (about a minute)…");
  const { code, output } = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root });
  if (code !== 0)
    throw new Error(
      `npm could not install the packages. Check the network and the disk, then start again.\n${output.trim().split("\n").slice(-6).join("\n")}`,
    );
  writeFileSync(marker, lock);
}

/** Builds the console when its sources changed since the last build. */
export async function buildConsole(say) {
  const stamp = sourceStamp(["frontend", "services", "package-lock.json"]);
  const marker = join(root, "frontend", ".next", "built-from");
  if (existsSync(marker) && readFileSync(marker, "utf8") === stamp) return;
  say("Building the console (about half a minute)…");
  const { code, output } = await run("npx", ["next", "build"], {
    cwd: join(root, "frontend"),
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0)
    throw new Error(`The console could not be built:\n${output.trim().split("\n").slice(-25).join("\n")}`);
  // A standalone build leaves its static files behind.
  const built = join(root, "frontend/.next/standalone/frontend/.next/static");
  rmSync(built, { recursive: true, force: true });
  cpSync(join(root, "frontend/.next/static"), built, { recursive: true });
  writeFileSync(marker, stamp);
}

/** Names, sizes and times of the sources: changes when any of them does. */
function sourceStamp(places) {
  const hash = createHash("sha256");
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (
          !["node_modules", ".next", "next-env.d.ts", "e2e", "conformance"].includes(name) &&
          !name.endsWith(".test.ts")
        )
          visit(join(path, name));
      }
    } else hash.update(`${path}:${stat.size}:${stat.mtimeMs};`);
  };
  for (const place of places) visit(join(root, place));
  return hash.digest("hex");
}
