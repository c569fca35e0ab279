/** A backup on disk: a folder with a compressed file for each part, and a manifest that is written last. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { run } from "../stack/process.mjs";
import { openedBy } from "./installation.mjs";

const format = 1;
const unfinished = ".unfinished-";

/**
 * Writes a backup into a new folder of `to`, named after the time: `{ folder, sound }`. `sound` says whether the journal was as it was
 * written; a backup is made either way. `keep` removes all but the newest ones of the same installation.
 */
export async function makeBackup(installation, { to, keep, now = new Date(), say }) {
  refuseWhileOpen(installation);
  const journal = await verify(installation, ["--print-heads"]);
  if (journal.code > 1) throw new Error(`Nothing to back up was found:\n${lastLines(journal.output)}`);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(to))
    if (name.startsWith(`${unfinished}${installation.kind}-`)) rmSync(join(to, name), { recursive: true, force: true });
  const name = `${installation.kind}-${now.toISOString().replaceAll(":", "-").replace(/\.\d+/, "")}`;
  const folder = join(to, name);
  if (existsSync(folder)) throw new Error(`${folder} exists already.`);
  const work = join(to, `${unfinished}${name}`);
  mkdirSync(work, { mode: 0o700 });
  try {
    const parts = [];
    for (const { file, write } of installation.parts) {
      say(`Writing ${file}…`);
      parts.push({ file, ...(await writePart(write, join(work, file))) });
    }
    const heads = [...journal.output.matchAll(/^HEAD (.+)$/gm)].map(([, head]) => head);
    const manifest = { format, kind: installation.kind, made: now.toISOString(), heads, parts };
    writeFileSync(join(work, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(work, folder);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    throw error;
  }
  if (keep) removeOldest(to, installation.kind, keep);
  return { folder, sound: journal.code === 0, journal: lastLines(journal.output) };
}

/** The manifest of a whole and unchanged backup of this kind; throws where a file lacks or isn't as it was written. */
export async function checkBackup(installation, folder) {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) throw new Error(`${folder} holds no backup: it has no manifest.json.`);
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  if (manifest.format !== format) throw new Error(`This version doesn't read backups of format ${manifest.format}.`);
  if (manifest.kind !== installation.kind)
    throw new Error(`This is a backup of an installation "${manifest.kind}", not "${installation.kind}".`);
  const expected = installation.parts.map((part) => part.file).join(", ");
  const found = manifest.parts.map((part) => part.file).join(", ");
  if (found !== expected) throw new Error(`The backup has ${found}; this installation is made of ${expected}.`);
  for (const part of manifest.parts) {
    const path = join(folder, part.file);
    if (!existsSync(path)) throw new Error(`${part.file} is missing.`);
    const hash = createHash("sha256");
    await pipeline(createReadStream(path), hash);
    if (hash.digest("hex") !== part.sha256) throw new Error(`${part.file} isn't as it was written.`);
  }
  return manifest;
}

/** Replaces what the installation holds by the backup, which was checked before. Answers what the journal's check says. */
export async function restoreBackup(installation, folder, manifest, { say }) {
  refuseWhileOpen(installation);
  for (const command of installation.before ?? []) await must(command);
  // Backwards: a folder is emptied before what else lies in it comes back.
  for (const { file, read } of installation.parts.toReversed()) {
    say(`Reading ${file}…`);
    await readPart(join(folder, file), read);
  }
  say("Verifying the journal…");
  const journal = await verify(
    installation,
    manifest.heads.flatMap((head) => ["--expect-head", head]),
  );
  if (journal.code === 0) for (const command of installation.after ?? []) await must(command);
  return { sound: journal.code === 0, journal: lastLines(journal.output) };
}

function refuseWhileOpen({ folders }) {
  for (const folder of folders) {
    const owner = openedBy(folder);
    if (owner !== undefined) throw new Error(`Process ${owner} works with ${folder}: stop it first.`);
  }
}

function removeOldest(to, kind, keep) {
  const whole = readdirSync(to)
    .filter((name) => name.startsWith(`${kind}-`) && existsSync(join(to, name, "manifest.json")))
    .sort();
  for (const name of whole.slice(0, -keep)) rmSync(join(to, name), { recursive: true, force: true });
}

async function writePart(command, path) {
  const child = start(command, ["ignore", "pipe", "pipe"]);
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(undefined, chunk);
    },
  });
  const written = pipeline(child.process.stdout, createGzip(), counted, createWriteStream(path, { mode: 0o600 }));
  await all([written, child.ended]);
  return { bytes, sha256: hash.digest("hex") };
}

async function readPart(path, command) {
  const child = start(command, ["pipe", "ignore", "pipe"]);
  const fed = pipeline(createReadStream(path), createGunzip(), child.process.stdin).catch((error) => {
    // A program that is done may be gone before its input counts as closed; whether it was done is its exit code's to say.
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  });
  await all([child.ended, fed]);
}

/** Waits for both ends of a stream: each may be the one that knows why it broke. */
async function all(ends) {
  const reasons = (await Promise.allSettled(ends)).flatMap(({ reason }) => (reason ? [reason.message] : []));
  if (reasons.length > 0) throw new Error(reasons.join("\n"));
}

function start([command, args, env = {}], stdio) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) =>
      reject(error.code === "ENOENT" ? new Error(`The program ${command} is missing.`) : error),
    );
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(lastLines(said) || `${command} ended with ${code}.`)),
    );
  });
  return { process: child, ended };
}

async function must([command, args, env]) {
  const { code, output } = await run(command, args, { env, live: true });
  if (code !== 0) throw new Error(`${basename(command)} ${args.join(" ")} ended with ${code}:\n${lastLines(output)}`);
}

function verify(installation, args) {
  const [command, commandArgs] = installation.verify(args);
  return run(command, commandArgs);
}

const lastLines = (text) => text.trim().split("\n").slice(-6).join("\n");
