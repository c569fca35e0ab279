/**
 * Our servers, each as one file: reading and translating their thousand sources at every start takes longer than all else that a start
 * does. Packages stay where they are. Built anew before each use, which takes half a second.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./install.mjs";

const servers = ["services/main.ts", "services/embedded-drupal/main.ts", "services/stand-ins/main.ts"];
const folder = join(root, "var", "built");

/** Packages that look for files of theirs, start threads of their own or are not JavaScript alone. */
const readBesideThemselves = [
  "@dbos-inc/dbos-sdk",
  "@electric-sql/pglite",
  "@node-rs/argon2",
  "pdfjs-dist",
  "pdfkit",
  "pg",
  "pino",
  "piscina",
];

/** What lies beside a source is found there, not beside what is built. */
const ownAddresses = {
  name: "own-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

/** Whole or not at all: another start may be reading it. */
function keep({ path, contents }) {
  const same = (() => {
    try {
      return Buffer.compare(readFileSync(path), contents) === 0;
    } catch {
      return false;
    }
  })();
  if (same) return;
  mkdirSync(dirname(path), { recursive: true });
  const made = `${path}.${process.pid}`;
  writeFileSync(made, contents);
  renameSync(made, path);
}

/** What Node is given to start each server, by its source. */
export async function buildServers() {
  // On a fresh machine it is installed after this file was read.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: servers,
    outdir: folder,
    outbase: root,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    external: readBesideThemselves,
    // Packages of the older kind ask for Node's modules by this name.
    banner: {
      js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
    },
    platform: "node",
    format: "esm",
    target: "node20",
    keepNames: true,
    sourcemap: "linked",
    logLevel: "silent",
    plugins: [ownAddresses],
    write: false,
  });
  // A file names its map: the map is there first.
  for (const file of outputFiles.toSorted((a, b) => b.path.length - a.path.length)) keep(file);
  return new Map(servers.map((file) => [file, ["--enable-source-maps", join(folder, file.replace(/\.ts$/, ".mjs"))]]));
}

/** Before Vitest's tests: servers that they start (`services/platform/testing/servers.ts`) are the built ones. */
export default async function beforeTests() {
  process.env.SW_BUILT_SERVERS = JSON.stringify(Object.fromEntries(await buildServers()));
}
